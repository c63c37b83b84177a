using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Model.Sops;

namespace PcnMedOpt.Core.Proving;

/// <summary>An example and where it stands.</summary>
/// <param name="Path">The file, within the project.</param>
/// <param name="Line">The line of its title, from 1.</param>
/// <param name="Example">What it says.</param>
public sealed record PlacedExample(string Path, int Line, Example Example);

/// <summary>What is proved about a project is worked out from this: its cohorts, those of its procedures, and its examples.</summary>
/// <param name="Model">Its cohorts and code sets by name.</param>
/// <param name="Cohorts">Those that are declared, in the order of files and texts.</param>
/// <param name="Procedures">What each procedure with a drug declares.</param>
/// <param name="Medicines">The names of its code sets of medicines.</param>
/// <param name="Findings">The names of its other code sets.</param>
/// <param name="Examples">The examples that could be read, in the order of files and texts.</param>
/// <param name="Today">The day that is taken where no example gives one.</param>
public sealed record ProvedProject(
    ProjectModel Model, ImmutableArray<Cohort> Cohorts, ImmutableArray<DerivedCohorts> Procedures, ImmutableArray<string> Medicines, ImmutableArray<string> Findings,
    ImmutableArray<PlacedExample> Examples, DateOnly Today)
{
    /// <summary>Every cohort: the declared ones, then those of procedures.</summary>
    public IEnumerable<Cohort> AllCohorts => Cohorts.Concat(Procedures.SelectMany(CohortsOf));

    /// <summary>The cohorts of one procedure, in the order in which it declares them.</summary>
    public IEnumerable<Cohort> CohortsOf(DerivedCohorts procedure) =>
        procedure.Parts.Select(p => Model.Cohort($"{procedure.Monitoring.Sop.Name}.{p}")).OfType<Cohort>();

    /// <summary>The day on which patients that are made up for a cohort are looked at: the one that most of its examples use, else most examples.</summary>
    public DateOnly DayFor(string cohort)
    {
        var family = cohort.Split('.')[0];
        return MostUsed(Examples.Where(e => e.Example.Expectations.Any(x => x.Cohort == family))) ?? MostUsed(Examples) ?? Today;
    }

    private static DateOnly? MostUsed(IEnumerable<PlacedExample> examples) =>
        examples.Where(e => e.Example.On is not null).GroupBy(e => e.Example.On).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault()?.Key;
}
