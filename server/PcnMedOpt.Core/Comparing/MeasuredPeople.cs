using System.Collections.Immutable;
using PcnMedOpt.Core.Comparing.Logic;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Core.Comparing;

/// <summary>A measure as two sets of people: whom it counts over, and whom of them it counts.</summary>
/// <param name="Of">Over whom; for records, who has such a record.</param>
/// <param name="Counted">Who is counted.</param>
/// <param name="OfCohort">Over whom, as a cohort; null where that cannot be asked patient by patient.</param>
/// <param name="CountedCohort">Who is counted, as a cohort; null where that depends on a record.</param>
internal sealed record MeasuredPeople(Claim Of, Claim Counted, Cohort? OfCohort, Cohort? CountedCohort)
{
    public static MeasuredPeople From(Side side, Measure measure)
    {
        var population = side.Claims.Of(measure.Of.Population);
        Condition? record = measure.Of is RecordsOf records ? new HappenedTest([records.Set], records.How, records.Filters, null) : null;
        var of = record is null ? population : Claim.All(population, side.Claims.Of(record));
        var counted = measure.Numerator is { } numerator ? Claim.All(of, side.Claims.Of(numerator)) : of;
        var ofCohort = People(measure.Of.Population, record is null ? [] : [record]);
        var countedCohort = record is null ? People(measure.Of.Population, measure.Numerator is null ? [] : [measure.Numerator]) : measure.Numerator is null ? ofCohort : null;
        return new MeasuredPeople(of, counted, ofCohort, countedCohort);
    }

    private static Cohort People(Population from, ImmutableArray<Condition> conditions) => new(
        "", "", null, from, conditions.IsEmpty ? null : new Inclusion(Quantifier.All, 0, [.. conditions.Select(c => new Criterion("", c, [], default, default))]), [], null, [], []);
}
