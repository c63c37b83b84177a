using PcnMedOpt.Core;
using PcnMedOpt.Core.Proving;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Proving;

/// <summary>Patients at boundaries, and mistakes that examples notice: <c>tests/proving</c> holds what comes of a small project, to be read.</summary>
public sealed class BoundaryTests
{
    private const string Text = """
        codes asthma "Asthma" snomed { 195967001 |Asthma| except 925861000000102 |Severe frailty| }
        codes resolved "Resolved" snomed { 162660004 |Asthma resolved| }
        codes creatinine "Creatinine" snomed { 1000731000000107 |Serum creatinine level| unit umol/L plausible 1 to 2000 }
        codes methotrexate "Methotrexate" dmd { only 326874007 |Methotrexate 2.5mg tablets| }

        cohort c "C" {
          include all {
            "Old": age >= 65 years
            "Asthma": latest of asthma, resolved is asthma
            "Result or issues": latest creatinine value >= 100 umol/L in last 12 months or methotrexate issued in last 6 months at least 2 times
          }
          exclude any { "Reviewed": resolved recorded between 2020-01-01 and 2020-12-31 }
        }

        example "One" {
          on 2026-11-20
          patient { born 1950-01-01 asthma recorded 2026-01-01 creatinine recorded 2026-10-01 value 150 umol/L }
          expect in c
        }
        """;

    [Fact]
    public void Each_test_has_a_table_of_patients_at_its_boundaries() => Snapshot.Check(
        Repository.PathOf("tests", "proving", "boundaries.txt"),
        string.Concat(Boundaries.Of(Project(), TestContext.Current.CancellationToken).Select(t =>
            $"{t.Cohort}, {t.Label}: {t.Test}\n  {string.Join("; ", t.Patient)}\n"
            + string.Concat(t.Rows.Select(r => $"  {(r.IsIn ? "in" : "not in"),-6} {(r.Holds ? "holds" : "fails")} {r.What}: {string.Join("; ", r.Lines.Concat(r.Without.Select(w => $"without {w}")))}\n")))));

    [Fact]
    public void Mistakes_are_noticed_or_have_a_patient_who_would_notice_them() => Snapshot.Check(
        Repository.PathOf("tests", "proving", "mutants.txt"),
        string.Concat(Tried().Select(t => $"{t.Label}: {t.What}: {MutantsPage.Words(t.Outcome)}\n{(t.Example is { } example ? string.Join("; ", ExampleText.Lines(example.Patients[0])) + "\n" : "")}")));

    [Fact]
    public void A_patient_who_would_notice_a_mistake_passes_without_it()
    {
        var examples = Tried().Select(t => t.Example).OfType<Core.Model.Examples.Example>().Select(ExampleText.Of).Distinct().ToList();
        Assert.NotEmpty(examples);
        var more = TestProject.Of(Text + "\n" + string.Join('\n', examples));
        Assert.All(ProjectExamples.Run(more, more.Diagnostics), e => Assert.Equal("", e.Result.Message));
        Assert.DoesNotContain(Mutants.Of(ProvedProjects.Of(more), TestContext.Current.CancellationToken), t => t.Outcome == MutantOutcome.NotNoticed);
    }

    [Fact]
    public void A_mistake_that_an_example_catches_is_noticed()
    {
        var tried = Tried();
        Assert.Equal(MutantOutcome.Noticed, Assert.Single(tried, t => t.What == "age >= 65 years: < for >=").Outcome);
        Assert.Equal(MutantOutcome.NotNoticed, Assert.Single(tried, t => t.What == "the exclusion is left out").Outcome);
    }

    [Fact]
    public void The_pages_hold_what_was_found_and_escape_it()
    {
        var meta = new TestingMeta("<b>Project</b>", "abc", "1", "1", TestProject.Today);
        var coverage = CoverageRun.Of(Project());
        string[] pages =
        [
            TestingPage.Html(CoveragePage.View(meta, coverage, MissingPatients.Of(Project(), coverage, TestContext.Current.CancellationToken))),
            TestingPage.Html(BoundariesPage.View(meta, Boundaries.Of(Project(), TestContext.Current.CancellationToken))),
            TestingPage.Html(MutantsPage.View(meta, Tried())),
        ];
        Assert.All(pages, page =>
        {
            Assert.DoesNotContain("<b>Project", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
            Assert.Contains("Result or issues", page, StringComparison.Ordinal);
        });
        Assert.Contains("<th scope=\"col\">Signature</th>", pages[1], StringComparison.Ordinal);
        Assert.Contains("expect", pages[2], StringComparison.Ordinal);
    }

    private static System.Collections.Immutable.ImmutableArray<TriedMutant> Tried() => Mutants.Of(Project(), TestContext.Current.CancellationToken);

    private static ProvedProject Project()
    {
        var compilation = TestProject.Of(Text);
        Assert.Empty(compilation.Diagnostics.Where(d => d.Severity == Core.Diagnostics.Severity.Error).Select(d => d.Shown()));
        return ProvedProjects.Of(compilation);
    }
}
