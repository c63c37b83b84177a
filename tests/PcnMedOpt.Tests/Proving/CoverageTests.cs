using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Proving;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Proving;

/// <summary>What examples show, and patients who are made up for what they do not.</summary>
public sealed class CoverageTests
{
    private const string Sets = """
        codes a "A" snomed { 195967001 |Asthma| }
        codes b "B" snomed { 162660004 |Asthma resolved| }
        codes x "X" snomed { 925861000000102 |Severe frailty| }
        codes v "V" snomed { 1000731000000107 |Serum creatinine level| unit umol/L plausible 1 to 2000 }
        codes m "M" dmd { only 326874007 |Methotrexate 2.5mg tablets| }
        codes n "N" dmd { only 321730000 |Lithium carbonate 250mg tablets| }

        """;

    public static TheoryData<string> Conditions =>
    [
        "age >= 65 years", "age between 18 and 64 years", "born since 1980-01-01", "sex is female", "registered for >= 6 months", "registered at age < 18 years",
        "a recorded in last 6 months", "a recorded more than 6 months ago", "a recorded between 3 months and 6 months ago", "a recorded at least 3 times 1 month apart",
        "a recorded in this quarter", "no a recorded in last 12 months", "a recorded after latest b recorded", "no a recorded since latest b recorded",
        "a recorded within 28 days before latest b recorded", "m on repeat", "no m on repeat", "m and n issued within 28 days of each other in last 3 months",
        "latest v value >= 100 umol/L", "latest v value not between 80 umol/L and 100 umol/L in last 12 months", "latest v value rose by more than 30 % in last 12 months",
        "latest of a, b is a", "count of distinct medicines by substance issued in last 6 months >= 10", "count of distinct m by product issued in last 6 months < 1",
        "a recorded with value > 5 umol/L", "a recorded as first", "a recorded at age >= 18 years", "m issued in last 6 months or (n issued ever and age < 40 years)",
        "not (a recorded) and m issued in last 3 months",
    ];

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_patient_is_found_for_every_test_true_and_false(string condition)
    {
        var project = Project($"cohort c \"C\" {{ include all {{ \"One\": {condition} \"Two\": x recorded in last 12 months }} exclude any {{ \"Three\": b recorded on 2020-01-01 }} }}");
        var made = MissingPatients.Of(project, CoverageRun.Of(project), TestContext.Current.CancellationToken);
        Assert.Empty(made.Missing.Where(m => m.Example is null).Select(m => m.Text));
    }

    [Fact]
    public void What_is_made_up_reads_back_passes_and_shows_what_was_missing()
    {
        const string Text = Sets + """
            cohort c "C" {
              include at least 2 {
                "Old": age >= 65 years
                "Asthma": latest of a, b is a and no m issued in last 6 months
                "Result": latest v value >= 100 umol/L in last 12 months
              }
              exclude any { "Both \"m\" and n": m and n issued within 28 days of each other in last 3 months }
            }
            sop p "P" {
              drug m taking when issued in last 6 months
              phase one "One" for 3 months { v every 1 month }
              phase two "Two" { v every 3 months grace 2 weeks }
              limit l "L" of v in umol/L { red above 200 "Stop" amber above 120 to 200 "Ask" green 120 and below }
            }

            """;
        var made = MissingPatients.Of(ProjectOf(Text), CoverageRun.Of(ProjectOf(Text)), TestContext.Current.CancellationToken);
        var more = TestProject.Of(Text + string.Join('\n', made.Examples.Select(ExampleText.Of)));
        Assert.Empty(more.Diagnostics.Where(d => d.Severity == Core.Diagnostics.Severity.Error).Select(d => d.Shown()));
        Assert.All(ProjectExamples.Run(more, more.Diagnostics), e => Assert.Equal(("", ExampleOutcome.Passed), (e.Result.Message, e.Result.Outcome)));
        var after = CoverageRun.Of(ProvedProjects.Of(more));
        Assert.Equal(made.Missing.Where(m => m.Example is null).Select(m => m.Text), after.All.Where(s => s.Witness is null).Select(s => s.Text));
        Assert.True(after.Reached > 50);
    }

    /// <summary>A pair of exclude criteria of which one holds wherever the other does.</summary>
    [Fact]
    public void Where_there_is_no_such_patient_that_is_said()
    {
        var project = Project("cohort c \"C\" { exclude any { \"Six\": a recorded in last 6 months \"Three\": a recorded in last 3 months } }");
        var missing = MissingPatients.Of(project, CoverageRun.Of(project), TestContext.Current.CancellationToken).Missing;
        Assert.Equal(["\"Three\" is true and decides"], missing.Where(m => m.Example is null).Select(m => m.Text));
    }

    [Fact]
    public void An_example_that_fails_shows_nothing()
    {
        var project = Project("cohort c \"C\" { include all { \"One\": sex is female } }\nexample \"E\" { on 2026-11-20 patient { born 1970-01-01 sex female } expect not in c }");
        Assert.Equal(0, CoverageRun.Of(project).Reached);
    }

    /// <summary>Who is in, as gates say, is who is in as the evaluator says, also where one criterion is turned round.</summary>
    [Fact]
    public void A_criterion_decides_where_turning_it_round_changes_who_is_in()
    {
        var sets = TestProject.Of(Generated.CodeSets).Project;
        Prop.ForAll(Gen.Choose(0, 255).Select(n => (byte)n).ListOf().ToArbitrary(), numbers =>
        {
            var generated = new Generated(new Choices([.. numbers]));
            var (cohorts, project) = generated.TwoCohorts(sets);
            var patient = generated.Patient();
            var shown = Decided.By(project, cohorts[1], patient, Generated.Reference);
            var truth = new Evaluator(project, Generated.Reference).Outcome(cohorts[1], patient).IsIn;
            foreach (var (criterion, index) in cohorts[1].Criteria.Select((c, i) => (c, i)))
            {
                Criterion Turned(Criterion c) => ReferenceEquals(c, criterion) ? c with { Condition = new Not(c.Condition) } : c;
                var turned = cohorts[1] with { Include = cohorts[1].Include is { } i ? i with { Criteria = [.. i.Criteria.Select(Turned)] } : null, Exclude = [.. cohorts[1].Exclude.Select(Turned)] };
                var other = new Evaluator(project, Generated.Reference).Outcome(turned, patient).IsIn;
                Assert.Equal(other != truth, shown.Any(s => s.Cohort == "second" && s.Criterion == index && s.Part == 0));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(1, 1));
    }

    private static ProvedProject Project(string text) => ProjectOf(Sets + text);

    private static ProvedProject ProjectOf(string text)
    {
        var compilation = TestProject.Of(text);
        Assert.Empty(compilation.Diagnostics.Where(d => d.Severity == Core.Diagnostics.Severity.Error).Select(d => d.Shown()));
        return ProvedProjects.Of(compilation);
    }
}
