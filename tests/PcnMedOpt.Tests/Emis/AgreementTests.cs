using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Agreement;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Emis;

/// <summary>Every form of the shipped cohorts and measures finds whom the language finds; a form that does not is found out.</summary>
public sealed class AgreementTests
{
    private static readonly int Patients = TestSize.Of(usual: 12, full: 400);

    [Fact]
    public void Every_form_of_the_shipped_protocols_finds_the_same_people()
    {
        var project = AgreementProject.Of(LoadedProject.Load(ProjectFolder.Find(Repository.PathOf("protocols")), TestProject.Today).Compilation);
        var results = new AgreementRun(project, AgreementForms.Of(project), Patients, 1).All().ToList();
        Assert.NotEmpty(results);
        Assert.Empty(results.SelectMany(r => r.Forms.Where(f => f.IsFault).Select(f => $"{r.Question.Name} as {f.Form} differs on {f.Differ}:\n{f.Smallest}")));
        var met = results.Count(r => r.In > 0 && r.In < r.Tried);
        Assert.True(met * 2 > results.Count, $"Of {results.Count} questions only {met} have patients inside and outside: the patients are not relevant.");
    }

    /// <summary>A release tells what a clinical system finds by a part of a set; what none can hold as it is written is listed code by code.</summary>
    [Theory]
    [InlineData("whole recorded in last 6 months")]
    [InlineData("no whole recorded in last 6 months")]
    [InlineData("members recorded in last 6 months")]
    [InlineData("carved recorded in last 6 months and no members recorded in last 6 months")]
    [InlineData("below_only recorded in last 6 months")]
    [InlineData("asked recorded in last 6 months")]
    [InlineData("both recorded in last 6 months")]
    [InlineData("product issued in last 6 months")]
    public void Every_form_finds_the_codes_that_a_release_tells(string condition)
    {
        var release = new WrittenRelease("""
            119990001106 |Example disease (disorder)|; in 11000230100
            129990001104 |Example disease of childhood (disorder)|; below 119990001106
            189990001103 |Example disease of old age (disorder)|; below 119990001106; in 11000230100
            11000230100 |Example disease codes (foundation metadata concept)|; cluster EXMPL_COD
            149990001107 |Example medicine|; level vtm
            159990001105 |Example medicine 5mg tablets|; level vmp; under 149990001107
            ecl << 119990001106 MINUS 129990001104: 119990001106 189990001103
            """);
        var compilation = TestProject.Of($$"""
            codes whole "Whole" snomed { << 119990001106 |Example disease| }
            codes members "Members" snomed { ^ 11000230100 |Example disease codes| }
            codes carved "Carved" snomed { << 119990001106 |Example disease| except 189990001103 |Example disease of old age| }
            codes below_only "Below" snomed { < 119990001106 |Example disease| }
            codes asked "Asked" snomed ecl "<< 119990001106 MINUS 129990001104"
            codes both "Both" snomed = whole and members
            codes product "Product" dmd { 149990001107 |Example medicine| }
            cohort asked_for "C" { from everyone include all { "x": {{condition}} } }
            """).WithKnowledge(new CodeKnowledge(release, null, false));
        var project = AgreementProject.Of(compilation);
        var result = Assert.Single(new AgreementRun(project, AgreementForms.Of(project), 400, 1).All());
        Assert.Empty(result.Forms.Where(f => f.IsFault).Select(f => $"{f.Form} differs on {f.Differ}:\n{f.Smallest}"));
        Assert.All(result.Forms, f => Assert.Empty(f.Fit.ByHand));
        Assert.InRange(result.In, 1, result.Tried - 1);
    }

    [Theory]
    [InlineData("a recorded in last 6 months", "a recorded 2026-05-20")]
    [InlineData("latest of a, b recorded is a", "a recorded")]
    [InlineData("age >= 75 years", "born 1951-11-20")]
    [InlineData("latest v value > 100 umol/L in last 12 months", "v recorded 2025-11-20 value 101 umol/L")]
    public void A_form_that_is_a_day_late_is_found_with_a_patient_who_has_nothing_else(string condition, string line)
    {
        var compilation = TestProject.Of($$"""
            {{Generated.CodeSets}}
            cohort asked "C" { from everyone include any { "x": {{condition}} } }
            """);
        var project = AgreementProject.Of(compilation);
        var result = Assert.Single(new AgreementRun(project, [new DayLate(project)], 400, 1).All());
        var form = Assert.Single(result.Forms);
        Assert.True(form.IsFault);
        Assert.Contains(line, form.Smallest, StringComparison.Ordinal);
        var pasted = TestProject.Of($"{Generated.CodeSets}\ncohort asked \"C\" {{ from everyone include any {{ \"x\": {condition} }} }}\n{form.Smallest}");
        Assert.DoesNotContain(pasted.Slugs(Core.Diagnostics.Severity.Error), _ => true);
        Assert.All(Core.ProjectExamples.Run(pasted, pasted.Diagnostics), e => Assert.Equal(ExampleOutcome.Passed, e.Result.Outcome));
    }

    /// <summary>Looks at everybody as they were the day before.</summary>
    private sealed class DayLate(AgreementProject project) : IAgreementForm
    {
        private readonly Evaluator evaluator = new(project.Project, project.Reference.AddDays(-1));

        public string Name => "a day late";

        public FormFit FitOf(Question question) => new([], []);

        public IReadOnlyList<bool> Find(Question question, IReadOnlyList<PatientRecord> patients) => [.. patients.Select(p => question.Holds(evaluator, p))];
    }
}
