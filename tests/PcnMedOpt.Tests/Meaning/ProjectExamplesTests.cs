using PcnMedOpt.Core;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Meaning;

/// <summary>What an editor is told of a run example: outcome, place, and the criteria that decided.</summary>
public sealed class ProjectExamplesTests
{
    private const string Cohorts = """
        codes asthma "Asthma" snomed { 195967001 |Asthma| }

        cohort old_asthma "Old with asthma" {
          from registered
          include all {
            "75 or over": age >= 75 years
            "Asthma": asthma recorded ever
          }
          exclude any { "Over 100": age >= 100 years }
        }

        """;

    [Theory]
    [InlineData("born 1944-03-02 asthma recorded 2020-01-01", "in", "Passed", "75 or over, Asthma")]
    [InlineData("born 1944-03-02", "not in", "Passed", "Asthma")]
    [InlineData("born 1944-03-02", "in", "Failed", "Asthma")]
    [InlineData("born 1920-03-02 asthma recorded 2020-01-01", "in", "Failed", "Over 100")]
    [InlineData("born 1920-03-02 died 2020-01-01", "not in", "Passed", "")]
    public void It_says_which_criteria_decided(string patient, string expected, string outcome, string deciding)
    {
        var run = Run($"example \"One\" {{\n  on 2026-11-20\n  patient {{ {patient} }}\n  expect {expected} old_asthma\n}}\n");
        Assert.Equal(outcome, run.Result.Outcome.ToString());
        Assert.Equal(deciding, string.Join(", ", Assert.Single(run.Result.Expectations).Deciding.Select(c => c.Label)));
        Assert.Equal(outcome == "Failed" ? "expect in old_asthma" : "\"One\"", run.Place.Span.Of(run.Declaration.File.Text));
        Assert.Equal(outcome == "Failed", run.Result.Message.Length > 0);
    }

    [Fact]
    public void Each_criterion_has_its_why()
    {
        var expectation = Assert.Single(Run("example \"One\" {\n  on 2026-11-20\n  patient { born 1944-03-02 }\n  expect in old_asthma\n}\n").Result.Expectations);
        Assert.Equal(
            ["holds: age >= 75 years (born 1944-03-02: 82 years on 2026-11-20)", "fails: asthma recorded ever (no record)", "fails: age >= 100 years (born 1944-03-02: 82 years on 2026-11-20)"],
            expectation.Cohort.Criteria.SelectMany(c => expectation.Why(c)).Select(r => r.ToString()));
    }

    [Fact]
    public void An_error_elsewhere_makes_every_example_invalid()
    {
        var run = Run("example \"One\" {\n  on 2026-11-20\n  patient { born 1944-03-02 }\n  expect in old_asthma\n}\n\ncohort broken \"Broken\" { include any { \"x\": nothing recorded ever } }\n");
        Assert.Equal(ExampleOutcome.Invalid, run.Result.Outcome);
        Assert.StartsWith("the project has errors, the first at test.medopt:", run.Result.Message, StringComparison.Ordinal);
        Assert.Empty(run.Result.Expectations);
    }

    private static RunExample Run(string example)
    {
        var compilation = TestProject.Of(Cohorts + example);
        return Assert.Single(ProjectExamples.Run(compilation, compilation.Diagnostics));
    }
}
