using PcnMedOpt.Core;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Data.Columns;
using PcnMedOpt.Data.Counting;
using PcnMedOpt.Data.Synth;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Data;

/// <summary>Every shipped cohort and measure finds in columns whom the reference evaluator finds, among made-up patients.</summary>
public sealed class ShippedAgreementTests
{
    private static readonly int Many = TestSize.Of(usual: 10_000, full: 40_000);

    /// <summary>So many of those whom a cohort finds are looked at one by one, and each so-manieth of all.</summary>
    private const int OfEach = 5;

    private const int Each = 40;

    private static readonly Compilation Protocols = LoadedProject.Load(new ProjectFolder(Repository.PathOf("protocols")), TestProject.Today).Compilation;

    [Fact]
    public void Columns_find_whom_the_shipped_cohorts_find()
    {
        var patients = SyntheticPractice.Patients(ParametersReader.Default, 3, TestProject.Today, 1, Many).ToList();
        var block = new BlockEvaluator(RecordColumns.Of(patients.Select(p => ("practice", p)), TestProject.Today), 0, Protocols.Project, TestProject.Today);
        var found = Protocols.AllCohorts.Select(c => (c.Name, In: block.Cohort(c.Name))).ToList();
        Assert.True(found.Count(c => c.In.Count > 0) > found.Count * 2 / 3, "Most cohorts find somebody, so that there is something to agree about.");
        var looked = found.SelectMany(c => c.In.Members.Take(OfEach)).Concat(Enumerable.Range(0, Many / Each).Select(n => n * Each)).Distinct().ToList();
        Parallel.ForEach(looked, patient =>
        {
            var evaluator = new Evaluator(Protocols.Project, TestProject.Today);
            foreach (var (name, isIn) in found) Assert.True(evaluator.IsIn(name, patients[patient]) == isIn[patient], $"{name}\n{patients[patient]}");
        });
    }

    [Fact]
    public void Columns_count_what_the_shipped_measures_count()
    {
        var patients = SyntheticPractice.Patients(ParametersReader.Default, 4, TestProject.Today, 1, Many / Each).ToList();
        var measures = Protocols.Models<Measure>().ToList();
        var counts = Counter.Count(RecordColumns.Of(patients.Select(p => ("practice", p)), TestProject.Today), Protocols.Project, [], measures, TestProject.Today, TestContext.Current.CancellationToken);
        var evaluator = new Evaluator(Protocols.Project, TestProject.Today);
        foreach (var count in counts.Measures)
        {
            var of = patients.Where(p => evaluator.IsIn(count.Measure.Of.Population, p)).SelectMany(p => count.Measure.Of is not RecordsOf records ? [(Patient: p, It: (DateOnly?)null)]
                : new Records(Protocols.Project, p, TestProject.Today, null).Of([records.Set], records.How, records.Filters).Select(r => r.Date).Distinct().Select(d => (Patient: p, It: (DateOnly?)d))).ToList();
            var counted = of.Count(s => count.Measure.Numerator is null || evaluator.Holds(count.Measure.Numerator, s.Patient, s.It));
            Assert.True((counted, count.Measure.Numerator is null ? null : (long?)of.Count) == (count.Numerator, count.Denominator), $"{count.Measure.Name}: {counted} of {of.Count}, and not {count.Numerator} of {count.Denominator}");
        }
    }
}
