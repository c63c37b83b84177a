using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Core.Counting;

/// <summary>How many patients the cohorts and measures of a project find in some data on a reference date. Nothing is suppressed yet.</summary>
/// <param name="Reference">The day on which everything was worked out.</param>
/// <param name="Data">What was counted.</param>
/// <param name="Cohorts">The cohorts, in the order of their names.</param>
/// <param name="Measures">The measures, in the order of their names.</param>
public sealed record Counts(DateOnly Reference, CountedData Data, ImmutableArray<CohortCount> Cohorts, ImmutableArray<MeasureCount> Measures);

/// <summary>The data that were counted, and what of them could not be used.</summary>
/// <param name="Source">Where they are, for people: a folder, or a database without its password.</param>
/// <param name="Patients">How many patients are in them, registered or not.</param>
/// <param name="Events">How many coded entries.</param>
/// <param name="Medications">How many issues and repeat items.</param>
/// <param name="Faults">What was wrong with them.</param>
public sealed record CountedData(string Source, long Patients, long Events, long Medications, ImmutableArray<DataFault> Faults);

/// <summary>One kind of fault in an extract, and how often it is there.</summary>
/// <param name="File">The file: <c>events.csv</c>.</param>
/// <param name="Kind">What is wrong, as a phrase: <c>a date that is no day</c>.</param>
/// <param name="Effect">What was done about it: <c>the row is not used</c>.</param>
/// <param name="Rows">In how many rows.</param>
/// <param name="Examples">A few places with what stands there, such as <c>line 17: 2026-13-01</c>.</param>
public sealed record DataFault(string File, string Kind, string Effect, long Rows, ImmutableArray<string> Examples);

/// <summary>A cohort's patients, and how they became so many.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Population">Whom it starts from.</param>
/// <param name="Include">Each include criterion, of the population.</param>
/// <param name="Included">Who satisfies the inclusion.</param>
/// <param name="Exclude">Each exclude criterion in order, of those who are included.</param>
/// <param name="In">Who is in the cohort.</param>
/// <param name="Parts">Those who are in, by practice, age band, sex and reason (the labels of the include criteria, which may not add up).</param>
/// <param name="Caveats">Why the count may be wrong.</param>
public sealed record CohortCount(
    Cohort Cohort,
    long Population,
    ImmutableArray<CriterionCount> Include,
    long Included,
    ImmutableArray<CriterionCount> Exclude,
    long In,
    ImmutableArray<PartCount> Parts,
    Caveats Caveats);

/// <summary>What one criterion does.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Holds">For how many it holds: an include criterion of the population, an exclude criterion of those who are included.</param>
/// <param name="Alone">Who is included by it alone, or kept out by it alone: an exclude criterion, and one of those that all have to hold.</param>
/// <param name="Left">For an exclude criterion: who is left after it and those before it. For an include criterion: who satisfies the inclusion as far as it has come (with "all": it and those before it).</param>
public sealed record CriterionCount(string Label, long Holds, long Alone, long Left);

/// <summary>A part of a count.</summary>
/// <param name="Dimension">By what it is a part.</param>
/// <param name="Value">Which part: a practice, an <see cref="AgeBands">age band</see>, a sex, a label.</param>
/// <param name="Numerator">How many of them are counted.</param>
/// <param name="Denominator">Out of how many; null for a count.</param>
public sealed record PartCount(Dimension Dimension, string Value, long Numerator, long? Denominator);

/// <summary>A measure's figure.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Numerator">How many are counted.</param>
/// <param name="Denominator">Out of how many; null for a measure that is a count.</param>
/// <param name="Parts">The dimensions that the measure is broken down by.</param>
/// <param name="Caveats">Why the figure may be wrong.</param>
public sealed record MeasureCount(Measure Measure, long Numerator, long? Denominator, ImmutableArray<PartCount> Parts, Caveats Caveats);
