using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Emis.Reading;
using PcnMedOpt.Emit.Emis.Running;
using PcnMedOpt.Emit.Searches;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Emis;

/// <summary>On generated cohorts and patients, the EMIS file, read back from its bytes and run, finds whom the cohort finds.</summary>
public sealed class EmisAgreementTests
{
    private static readonly int Runs = TestSize.Of(usual: 1_000, full: 10_000);

    private static readonly ProjectModel Sets = TestProject.Of(Generated.CodeSets).Project;

    /// <summary>An EMIS code for each code of the sets: made up, with the form of one.</summary>
    private static readonly Dictionary<string, long> Concepts =
        new[] { 195967001, 162660004, 925861000000102, 1000731000000107, 326874007, 321730000 }.Select((c, i) => (Code: EmisCode(i), Concept: c)).ToDictionary(c => c.Code, c => c.Concept);

    private static readonly EmisTarget Target = new(EmisCodeMap.Read(
        "emis_code_id,concept_id,term\n" + string.Concat(Concepts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key},{c.Value},A term\n")))));

    [Fact]
    public void The_file_finds_whom_the_cohort_finds() => Prop.ForAll<byte[], byte[]>(Check)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithEndSize(300).WithReplay(20261123, 1));

    private static void Check(byte[] forCohorts, byte[] forPatients)
    {
        var (cohorts, project) = new Generated(new Choices(forCohorts)).TwoCohorts(Sets);
        var plan = SearchPlan.Of(Target, project, cohorts, []);
        var folder = new EmisFolder("key", "folder", "1", "author", Generated.Reference, Generated.Reference, plan.Searches);
        var (document, fault) = EmisReader.Read(EmisWriter.Write(folder, project, Target));
        Assert.Null(fault);
        Assert.DoesNotContain(document!.Others, o => o.IsLogic);
        var hand = plan.Searches.Where(s => s.List.Origin == ListOrigin.Hand).ToDictionary(s => EmisWriter.ReportId(folder, s.List.Id).ToString(), s => s.List.Id);
        var lists = new RuleListEvaluator(plan.Plan, project, Generated.Reference);
        var emis = new EmisExecutor(document, Generated.Reference, (value, code) => Concepts[value.Value] == code, (report, patient) => hand.TryGetValue(report, out var id) ? lists.Run(id, patient) : null);
        var evaluator = new Evaluator(project, Generated.Reference);
        var patients = new Generated(new Choices(forPatients));
        for (var i = 0; i < 5; i++)
        {
            var patient = WithBareNumbers(patients.Patient());
            foreach (var name in new[] { "first", "second" })
            {
                var found = emis.Finds(EmisWriter.ReportId(folder, plan.Plan.Roots[name]).ToString(), patient);
                Assert.True(evaluator.IsIn(name, patient) == found, $"{name}\n{patient}\n{document}");
            }
        }
    }

    /// <summary>EMIS compares the bare number, which is said to be approximate: only results that are one in the set's unit are compared here.</summary>
    private static PatientRecord WithBareNumbers(PatientRecord patient) => patient with
    {
        Events = [.. patient.Events.Where(e => e.Value is null or { Comparator: null, Number: not null, Unit: null or "umol/L" })],
    };

    private static string EmisCode(int item) => Enumerable.Range(0, 10)
        .Select(d => string.Create(CultureInfo.InvariantCulture, $"{item + 1000}100003311{d}")).First(id => Sctid.HasGoodCheckDigit(id));
}
