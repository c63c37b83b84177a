using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Examples;

namespace PcnMedOpt.Core.Proving;

/// <summary>Something that no example shows.</summary>
/// <param name="Goal">What.</param>
/// <param name="Text">In words.</param>
/// <param name="Cohort">The cohort in whose examples it is missing.</param>
/// <param name="Example">The title of the example that was made up and shows it; null when no such patient was found.</param>
public sealed record Missing(Goal Goal, string Text, string Cohort, string? Example);

/// <summary>What no example shows, and examples that would: made up, ready to paste.</summary>
public sealed record MissingExamples(ImmutableArray<Missing> Missing, ImmutableArray<Example> Examples);

/// <summary>Makes up the fewest patients that it can who show what the examples of a project do not.</summary>
public static class MissingPatients
{
    /// <param name="project">The project.</param>
    /// <param name="coverage">What its examples show.</param>
    /// <param name="cancel">Ends the search between two patients.</param>
    public static MissingExamples Of(ProvedProject project, Coverage coverage, CancellationToken cancel = default)
    {
        var goals = new Goals(project);
        var families = coverage.All.Where(s => s.Witness is null).GroupBy(s => FamilyOf(s.Goal)).ToList();
        var found = families.AsParallel().AsOrdered().WithCancellation(cancel)
            .Select(f => new FamilySearch(project, goals, f.Key, cancel).Of([.. f.Select(s => s.Goal)])).ToList();
        return new MissingExamples(
            [.. found.SelectMany(f => f.Missing)],
            [.. found.SelectMany(f => f.Examples)]);
    }

    /// <summary>A cohort, or a procedure with all of its cohorts: their patients show each other's goals too.</summary>
    private static string FamilyOf(Goal goal) => goal switch
    {
        Decides decides => decides.Place.Cohort.Split('.')[0],
        DecidesOnEdge edge => edge.Place.Cohort.Split('.')[0],
        ReachesPhase phase => phase.Procedure,
        ReachesBand band => band.Procedure,
        _ => "",
    };
}
