using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;

namespace PcnMedOpt.Core.Proving;

/// <summary>One expectation of an example that passes, and the patient that it is about.</summary>
internal sealed record ExpectedLook(Expectation Expectation, Circuit Circuit, DateOnly On, PatientRecord Patient, Witness Witness);

/// <summary>The expectations of all examples that pass, by the cohorts that each looks at.</summary>
internal sealed class Expected
{
    private readonly ProvedProject project;
    private readonly ImmutableArray<ExpectedLook> all;

    private Expected(ProvedProject project, ImmutableArray<ExpectedLook> all) => (this.project, this.all) = (project, all);

    public static Expected Of(ProvedProject project, Goals goals) => new(project, [.. project.Examples.AsParallel().AsOrdered().SelectMany(e => Looks(project, goals, e))]);

    /// <summary>The first example that fails with the mistake in place; its reasons ("because") count too.</summary>
    public Witness? WhoNotices(Place place, Condition condition, Mutant mutant, Cohort cohort)
    {
        var changed = MutatedModel.Of(cohort, place.Criterion, mutant);
        var model = MutatedModel.Of(project.Model, changed, mutant.Dropped);
        foreach (var look in all.Where(l => l.Circuit.IsMadeOf(place.Cohort)).OrderByDescending(l => l.Circuit.Cohort.Name == place.Cohort))
        {
            if (mutant.Condition is { } other && mutant.Dropped is null
                && new Evaluator(project.Model, look.On).Holds(condition, look.Patient) == new Evaluator(project.Model, look.On).Holds(other, look.Patient)) continue;
            if (model.Cohort(look.Circuit.Cohort.Name) is not { } root) continue;
            var outcome = new Evaluator(model, look.On).Outcome(root, look.Patient);
            if (outcome.IsIn != look.Expectation.In || (look.Expectation.HasBecause && !HasReasons(outcome, look.Expectation))) return look.Witness;
        }
        return null;
    }

    private static bool HasReasons(CohortOutcome outcome, Expectation expectation) =>
        (expectation.In ? outcome.Include : outcome.Exclude).Where(c => c.Holds).Select(c => c.Criterion.Label).Order(StringComparer.Ordinal)
            .SequenceEqual(expectation.Because.Select(b => b.Label).Order(StringComparer.Ordinal));

    private static IEnumerable<ExpectedLook> Looks(ProvedProject project, Goals goals, PlacedExample placed)
    {
        var example = placed.Example;
        if (example.On is not { } on || ExampleRunner.Run(project.Model, example).Outcome != ExampleOutcome.Passed) yield break;
        foreach (var expectation in example.Expectations)
        {
            var patient = example.Patients.FirstOrDefault(p => expectation.Patient is null || p.Name == expectation.Patient);
            if (patient is null || goals.CircuitOf(expectation.FullName) is not { } circuit || ExamplePatients.Record(project.Model, patient).Patient is not { } record) continue;
            yield return new ExpectedLook(expectation, circuit, on, record, new Witness(placed.Path, placed.Line, example.Title, patient.Name));
        }
    }
}
