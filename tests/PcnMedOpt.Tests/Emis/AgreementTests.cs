using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Agreement;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Emis;

/// <summary>Every form of the shipped cohorts and measures finds whom the language finds; a form that does not is found out.</summary>
public sealed class AgreementTests
{
    private static readonly int Patients = Environment.GetEnvironmentVariable("MEDOPT_FULL") == "1" ? 400 : 12;

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
