using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;

namespace PcnMedOpt.Core.Proving;

public enum MutantOutcome
{
    /// <summary>An example fails with the mistake in place.</summary>
    Noticed,

    /// <summary>No example fails, and a patient was found for whom the mistake matters.</summary>
    NotNoticed,

    /// <summary>Proved: with the mistake the same people are found.</summary>
    SameMeaning,

    /// <summary>No example fails, and no patient was found for whom the mistake matters. That is no proof that there is none.</summary>
    NobodyFound,
}

/// <summary>One mistake in one criterion, and whether the examples notice it.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Label">The criterion.</param>
/// <param name="IsExclude">It belongs to the exclude criteria.</param>
/// <param name="Place">Where it is.</param>
/// <param name="What">The mistake.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="By">The first example that notices it; null for none.</param>
/// <param name="Example">A patient who would notice it, as an example to paste; null for none.</param>
public sealed record TriedMutant(string Cohort, string Label, bool IsExclude, Place Place, string What, MutantOutcome Outcome, Witness? By, Example? Example);

/// <summary>Puts easily made mistakes into each criterion, one at a time, and asks whether an example of the project notices.</summary>
public static class Mutants
{
    public static ImmutableArray<TriedMutant> Of(ProvedProject project, CancellationToken cancel = default)
    {
        var goals = new Goals(project);
        var looks = Expected.Of(project, goals);
        return [.. project.AllCohorts.ToList().AsParallel().AsOrdered().WithCancellation(cancel).SelectMany(c => OfCohort(project, goals, looks, c, cancel))];
    }

    private static List<TriedMutant> OfCohort(ProvedProject project, Goals goals, Expected looks, Cohort cohort, CancellationToken cancel)
    {
        var tried = new List<TriedMutant>();
        var search = new MutantSearch(project, goals, cohort);
        foreach (var (criterion, index) in cohort.Criteria.Select((c, i) => (c, i)))
        {
            var isExclude = index >= (cohort.Include?.Criteria.Length ?? 0);
            var place = new Place(cohort.Name, index, 0);
            foreach (var mutant in All(project.Model, criterion, isExclude, cohort))
            {
                cancel.ThrowIfCancellationRequested();
                var by = looks.WhoNotices(place, criterion.Condition, mutant, cohort);
                var (outcome, example) = by is not null ? (MutantOutcome.Noticed, null)
                    : mutant.Condition is { } changed && mutant.Dropped is null && changed.Implies(criterion.Condition) && criterion.Condition.Implies(changed) ? (MutantOutcome.SameMeaning, null)
                    : search.Who(place, criterion, mutant) is { } found ? (MutantOutcome.NotNoticed, found)
                    : (MutantOutcome.NobodyFound, (Example?)null);
                tried.Add(new TriedMutant(cohort.Name, criterion.Label, isExclude, place, mutant.What, outcome, by, example));
            }
        }
        return tried;
    }

    /// <summary>The mistakes of a criterion: left out, and those in its condition; of each of its code sets one code is dropped.</summary>
    private static IEnumerable<Mutant> All(ProjectModel project, Criterion criterion, bool isExclude, Cohort cohort)
    {
        if (isExclude || cohort.Criteria.Count() > 1) yield return new Mutant(isExclude ? "the exclusion is left out" : "the criterion is left out", null);
        foreach (var mutant in Mutation.Of(criterion.Condition).DistinctBy(m => m.What)) yield return mutant;
        if (cohort.Name.Contains('.', StringComparison.Ordinal)) yield break;
        foreach (var set in criterion.Condition.DescendantsAndSelf().SelectMany(c => c.SetsUsed()).Select(s => s.Set).Distinct(StringComparer.Ordinal))
            if (project.CodeSet(set) is { Codes: [var code, ..] } codes)
                yield return new Mutant(
                    $"{set} without {code.ToString(System.Globalization.CultureInfo.InvariantCulture)}{(codes.TermOf(code) is { } term ? $" |{term}|" : "")}", criterion.Condition, new DroppedCode(set, code));
    }
}
