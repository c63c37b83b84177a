using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Meaning;

/// <summary>On generated cohorts and patients, running the rule list gives what evaluating the cohort gives.</summary>
public sealed class RuleListAgreementTests
{
    private static readonly int Runs = TestSize.Of(usual: 2_000, full: 20_000);

    private static readonly ProjectModel Sets = TestProject.Of(Generated.CodeSets).Project;

    [Fact]
    public void The_rule_list_finds_whom_the_cohort_finds() => Prop.ForAll<byte[], byte[]>((forCohorts, forPatients) => Check(forCohorts, forPatients, _ => false))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithEndSize(300).WithReplay(20261120, 1));

    /// <summary>What a target cannot express becomes a list built by hand, which may not be negated in place either.</summary>
    [Fact]
    public void So_it_does_when_some_tests_are_built_by_hand() =>
        Prop.ForAll<byte[], byte[]>((forCohorts, forPatients) => Check(forCohorts, forPatients, test => test is HappenedTest { Sets: ["a"] } or AgeTest or NoSuchTest { Set: "b" }))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Runs / 2).WithEndSize(300).WithReplay(20261121, 1));

    /// <summary>Single tests on patients with many records, so that each form of test is met with each anchor.</summary>
    [Fact]
    public void So_it_does_for_single_tests() => Prop.ForAll<byte[], byte[]>((forTest, forPatients) =>
    {
        var test = new Generated(new Choices(forTest)).Test(null);
        var cohort = new Cohort("only", "only", null, new Everyone(), new Inclusion(Quantifier.Any, 0, [new Criterion("label", test, [], default, default)]), [], null, [], []);
        var project = Sets with { Cohort = name => name == "only" ? cohort : null };
        var plan = Lowering.Lower([cohort], [], project.Cohort, _ => false);
        var evaluator = new Evaluator(project, Generated.Reference);
        var lists = new RuleListEvaluator(plan, project, Generated.Reference);
        var patients = new Generated(new Choices(forPatients));
        for (var i = 0; i < 6; i++)
        {
            var patient = patients.Patient(9);
            Assert.True(evaluator.IsIn("only", patient) == lists.Run("only", patient), $"{ConditionText.Of(test)}\n{patient}");
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs * 3).WithStartSize(40).WithEndSize(300).WithReplay(20261122, 1));

    private static void Check(byte[] forCohorts, byte[] forPatients, Func<Condition, bool> byHand)
    {
        var (cohorts, project) = new Generated(new Choices(forCohorts)).TwoCohorts(Sets);
        var plan = Lowering.Lower(cohorts, [], project.Cohort, byHand);
        var evaluator = new Evaluator(project, Generated.Reference);
        var lists = new RuleListEvaluator(plan, project, Generated.Reference);
        var patients = new Generated(new Choices(forPatients));
        for (var i = 0; i < 5; i++)
        {
            var patient = patients.Patient();
            Assert.Equal(evaluator.IsIn("first", patient), lists.Run(plan.Roots["first"], patient));
            Assert.Equal(evaluator.IsIn("second", patient), lists.Run(plan.Roots["second"], patient));
        }
    }
}
