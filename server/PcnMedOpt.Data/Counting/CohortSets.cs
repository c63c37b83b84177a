using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Cohorts;

namespace PcnMedOpt.Data.Counting;

/// <summary>A cohort's patients in a block, and for whom each criterion holds.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Population">Whom it starts from.</param>
/// <param name="Include">For whom of the population each include criterion holds.</param>
/// <param name="Included">Who of the population satisfies the inclusion.</param>
/// <param name="Exclude">For whom of those who are included each exclude criterion holds.</param>
/// <param name="In">Who is in the cohort.</param>
public sealed record CohortSets(
    Cohort Cohort, PatientSet Population, ImmutableArray<PatientSet> Include, PatientSet Included, ImmutableArray<PatientSet> Exclude, PatientSet In)
{
    internal static CohortSets Of(Cohort cohort, PatientSet population, ImmutableArray<PatientSet> include, PatientSet included, ImmutableArray<PatientSet> exclude) =>
        new(cohort, population, include, included, exclude, exclude.Aggregate(included, (left, e) => left.Except(e)));

    /// <summary>Who of the population satisfies the inclusion.</summary>
    internal static PatientSet IncludedIn(Cohort cohort, PatientSet population, ImmutableArray<PatientSet> include) =>
        cohort.Include is null ? population : population.And(AtLeast(include, cohort.Include.Needed, population.Except(population)));

    /// <summary>Who is in at least so many of the sets.</summary>
    internal static PatientSet AtLeast(ImmutableArray<PatientSet> sets, int needed, PatientSet nobody)
    {
        if (needed == 0) return nobody.Not();
        // After each set: who is in at least one, two, … of those so far.
        var reached = new PatientSet?[needed];
        foreach (var set in sets)
            for (var count = needed - 1; count >= 0; count--)
            {
                var more = count == 0 ? set : reached[count - 1]?.And(set);
                if (more is not null) reached[count] = reached[count]?.Or(more) ?? more;
            }
        return reached[^1] ?? nobody;
    }
}
