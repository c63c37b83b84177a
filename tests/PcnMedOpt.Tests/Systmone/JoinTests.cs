using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Emit.Searches;
using PcnMedOpt.Emit.Systmone;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Systmone;

/// <summary>Whoever builds the joins of a sheet finds whom the cohort finds.</summary>
public sealed class JoinTests
{
    private static readonly int Runs = TestSize.Of(usual: 1_500, full: 20_000);

    private static readonly ProjectModel Sets = TestProject.Of(Generated.CodeSets).Project;

    [Fact]
    public void Joins_find_whom_the_rule_list_and_the_cohort_find() => Prop.ForAll<byte[], byte[]>((forCohorts, forPatients) =>
    {
        var generated = new Generated(new Choices(forCohorts));
        var (cohorts, project) = generated.TwoCohorts(Sets);
        var measure = new Measure("measure", "measure", null, new PatientsOf(new OfCohort("second", null)), generated.Condition(3, "first"), default, null, [], [], [], []);
        var plan = SearchPlan.Of(new SystmoneTarget(), project, cohorts, [measure]);
        var sheet = BuildSheet.Of(plan);
        var lists = new RuleListEvaluator(plan.Plan, project, Generated.Reference);
        var evaluator = new Evaluator(project, Generated.Reference);
        var patients = new Generated(new Choices(forPatients));
        for (var i = 0; i < 4; i++)
        {
            var patient = patients.Patient();
            var found = Found(sheet, patient, evaluator);
            foreach (var result in sheet.Results) Assert.Equal(lists.Run(result.List.Id, patient), found[result.Number]);
            Assert.Equal(evaluator.IsIn("second", patient), found[sheet.Results.Single(r => r.List.Id == "second").Number]);
            Assert.Equal(evaluator.IsIn("second", patient) && evaluator.Holds(measure.Numerator!, patient), found[sheet.Results.Single(r => r.List.Id == "measure").Number]);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithEndSize(300).WithReplay(20261129, 1));

    [Theory]
    [InlineData("include any { \"a\": alpha recorded  \"b\": beta recorded }", "J1 = R1 not in R2; J2 = J1 not in R3; J3 = R1 not in J2")]
    [InlineData("include all { \"a\": alpha recorded  \"b\": beta recorded }", "J1 = R1 in R2; J2 = J1 in R3")]
    [InlineData("include all { \"a\": alpha recorded  \"b\": no beta recorded }", "J1 = R1 in R2; J2 = J1 not in R3")]
    [InlineData("exclude any { \"a\": alpha recorded }", "J1 = R1 not in R2")]
    [InlineData("include any { \"b\": beta recorded } exclude any { \"a\": alpha recorded }", "J1 = R1 not in R2; J2 = J1 in R3")]
    [InlineData("include any { \"a\": alpha recorded and beta recorded  \"b\": sex is female }", "J1 = R1 in R2; J2 = J1 in R3; J3 = R1 not in J2; J4 = J3 not in R4; J5 = R1 not in J4")]
    [InlineData("", "")]
    public void Joins_are_few(string criteria, string joins)
    {
        var compilation = TestProject.Of($$"""
            codes alpha "Alpha" snomed { 195967001 |Asthma| }
            codes beta "Beta" snomed { 162660004 |Asthma resolved| }
            cohort c "C" { from registered {{criteria}} }
            """);
        var sheet = BuildSheet.Of(compilation.Project, compilation.AllCohorts, []);
        Assert.Equal(joins, string.Join("; ", sheet.Joins.Select(j => $"{j.Number} = {j.From} {(j.In ? "in" : "not in")} {j.Other}")));
    }

    /// <summary>Reads the sheet as SystmOne would: each report of one statement, then each join from reports that are there already.</summary>
    private static Dictionary<string, bool> Found(BuildSheet sheet, PatientRecord patient, Evaluator evaluator)
    {
        var found = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var report in sheet.Reports)
            found[report.Number] = report.Test is { } test ? evaluator.Holds(test, patient) : report.Source is FromEveryone || patient.IsRegistered(evaluator.Reference);
        foreach (var join in sheet.Joins) found[join.Number] = found[join.From] && found[join.Other] == join.In;
        return found;
    }
}
