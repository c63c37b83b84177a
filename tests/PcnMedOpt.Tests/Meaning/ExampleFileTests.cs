using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Meaning;

/// <summary>
/// The examples of tests/meaning, which hold the language's clock to its letter, and those of the shipped protocols: each passes, and the
/// rule list of each cohort says the same of each patient.
/// </summary>
public sealed class ExampleFileTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Repository.PathOf("tests", "meaning"), "*.medopt").Select(f => $"tests/meaning/{Path.GetFileName(f)}"), "protocols"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_example_passes_and_the_rule_lists_agree(string path)
    {
        var compilation = path.EndsWith(".medopt", StringComparison.Ordinal)
            ? TestProject.Of(File.ReadAllText(Repository.PathOf(path)))
            : LoadedProject.Load(new ProjectFolder(Repository.PathOf(path)), TestProject.Today).Compilation;
        Assert.DoesNotContain(compilation.Diagnostics, d => d.Severity == Severity.Error);
        var examples = compilation.Models<Example>().ToList();
        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            var result = ExampleRunner.Run(compilation.Project, example);
            Assert.True(result.Outcome == ExampleOutcome.Passed, $"{example.Title}: {result.Message}");
        }
        AssertAgree(compilation, examples);
    }

    private static void AssertAgree(Compilation compilation, List<Example> examples)
    {
        var cohorts = compilation.AllCohorts.ToList();
        var plan = Lowering.Lower(cohorts, [], compilation.Project.Cohort, _ => false);
        foreach (var example in examples)
        {
            var evaluator = new Evaluator(compilation.Project, example.On!.Value);
            var lists = new RuleListEvaluator(plan, compilation.Project, example.On.Value);
            foreach (var patient in example.Patients)
            {
                var record = ExamplePatients.Record(compilation.Project, patient).Patient!;
                if (HasTwoResultsOfADay(record)) continue;
                foreach (var cohort in cohorts)
                    Assert.True(evaluator.IsIn(cohort.Name, record) == lists.Run(plan.Roots[cohort.Name], record), $"{example.Title}: {patient.Name}: {cohort.Name}");
            }
        }
    }

    /// <summary>Of several results of a day a rule list takes one, as EMIS does: that is what is called approximate.</summary>
    private static bool HasTwoResultsOfADay(PatientRecord record) => record.Events.Where(e => e.Value is not null).GroupBy(e => (e.Code, e.Date)).Any(g => g.Count() > 1);
}
