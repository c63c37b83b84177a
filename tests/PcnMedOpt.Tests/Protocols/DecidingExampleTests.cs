using PcnMedOpt.Core;
using PcnMedOpt.Core.Proving;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Protocols;

/// <summary>
/// The examples of the shipped protocols show every criterion true and deciding, and false and deciding; of procedures also every phase with its first and
/// last day, every band of every limit, and the boundary days of every schedule. What they do not show, no patient was found to show.
/// </summary>
public sealed class DecidingExampleTests
{
    private static readonly ProvedProject Protocols =
        ProvedProjects.Of(LoadedProject.Load(new ProjectFolder(Repository.PathOf("protocols")), TestProject.Today).Compilation);

    private static readonly Coverage Shown = CoverageRun.Of(Protocols);

    [Fact]
    public void All_is_shown_but_what_no_patient_was_found_for() => Snapshot.Check(
        Repository.PathOf("tests", "proving", "not-shown-by-protocols.txt"),
        string.Concat(Shown.Cohorts.SelectMany(c => Missing(c.All).Select(text => $"{c.Name}: {text}\n"))));

    [Fact]
    public void Every_declared_criterion_decides_an_example_in_and_out() => Assert.Empty(
        from cohort in Shown.Cohorts
        from decision in cohort.Decisions
        where decision.Decision.IsWhole && (decision.True?.Witness is null || decision.False?.Witness is null)
        select $"{cohort.Name}: {decision.Decision.Text}");

    [Fact]
    public void Every_phase_and_every_band_is_reached() => Assert.Empty(Shown.Procedures.SelectMany(p => Missing(p.All).Select(text => $"{p.Name}: {text}")));

    private static IEnumerable<string> Missing(IEnumerable<Shown> all) => all.Where(s => s.Witness is null).Select(s => s.Text);
}
