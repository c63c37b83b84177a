using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Core.Counting;

/// <summary>What of <see cref="Counts"/> may be shown.</summary>
/// <param name="Reference">The day on which everything was worked out.</param>
/// <param name="Below">Numbers from 1 to less than this are not shown; null when nothing is suppressed.</param>
/// <param name="Data">What was counted. Without its examples of faults, which are taken from records, when small numbers are suppressed.</param>
/// <param name="Patients">How many patients are in the data.</param>
/// <param name="Cohorts">The cohorts.</param>
/// <param name="Measures">The measures.</param>
public sealed record PublishedCounts(
    DateOnly Reference, int? Below, CountedData Data, Figure Patients, ImmutableArray<PublishedCohort> Cohorts, ImmutableArray<PublishedMeasure> Measures);

/// <summary>See <see cref="CohortCount"/>.</summary>
public sealed record PublishedCohort(
    Cohort Cohort,
    Figure Population,
    ImmutableArray<PublishedCriterion> Include,
    Figure Included,
    ImmutableArray<PublishedCriterion> Exclude,
    Figure In,
    ImmutableArray<PublishedPart> Parts,
    Caveats Caveats);

/// <summary>See <see cref="CriterionCount"/>.</summary>
public sealed record PublishedCriterion(string Label, Figure Holds, Figure Alone, Figure Left);

/// <summary>See <see cref="PartCount"/>.</summary>
public sealed record PublishedPart(Dimension Dimension, string Value, Figure Numerator, Figure? Denominator);

/// <summary>See <see cref="MeasureCount"/>.</summary>
public sealed record PublishedMeasure(Measure Measure, Figure Numerator, Figure? Denominator, ImmutableArray<PublishedPart> Parts, Caveats Caveats);
