using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Examples;

namespace PcnMedOpt.Emit.Pages;

/// <summary>A patient of an example on its day, and what is known of the cohorts that the patient is in. Packs share it, and may be built at one time.</summary>
internal sealed class PooledPatient(ExamplePatient written, PatientRecord record, Evaluator evaluator)
{
    public ExamplePatient Written => written;

    public PatientRecord Record => record;

    public bool IsIn(string cohort)
    {
        lock (evaluator) return evaluator.IsIn(cohort, record);
    }
}

/// <summary>The patients of a project's examples: who is in which cohort is worked out once for all packs.</summary>
internal sealed class TestPatientPool
{
    private static readonly ConditionalWeakTable<Compilation, TestPatientPool> Known = [];

    private TestPatientPool(Compilation compilation) => Examples =
    [
        .. from example in compilation.Models<Example>()
           where example.On is not null
           select (example, Patients(compilation, example, example.On ?? default)),
    ];

    public ImmutableArray<(Example Example, ImmutableArray<PooledPatient> Patients)> Examples { get; }

    public static TestPatientPool Of(Compilation compilation) => Known.GetValue(compilation, c => new TestPatientPool(c));

    private static ImmutableArray<PooledPatient> Patients(Compilation compilation, Example example, DateOnly day) =>
    [
        .. from written in example.Patients
           let record = ExamplePatients.Record(compilation.Project, written).Patient
           where record is not null
           select new PooledPatient(written, record, new Evaluator(compilation.Project, day)),
    ];
}
