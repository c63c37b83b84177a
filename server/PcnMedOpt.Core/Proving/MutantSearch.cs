using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;

namespace PcnMedOpt.Core.Proving;

/// <summary>Looks for a patient whom a cohort and the same cohort with a mistake answer differently.</summary>
internal sealed class MutantSearch(ProvedProject project, Goals goals, Cohort cohort)
{
    private readonly DateOnly reference = project.DayFor(cohort.Name);

    /// <summary>How many patients are tried for one mistake. A procedure has thousands of mistakes, which examples of its boundary days notice or nearly notice.</summary>
    private readonly int most = cohort.Name.Contains('.', StringComparison.Ordinal) ? 40 : 400;

    /// <summary>An example that passes, and would fail with the mistake; null when nobody was found.</summary>
    public Example? Who(Place place, Criterion criterion, Mutant mutant)
    {
        var changed = MutatedModel.Of(cohort, place.Criterion, mutant);
        var model = MutatedModel.Of(project.Model, changed, mutant.Dropped);
        bool Differs(Look look) => new Evaluator(model, reference).Outcome(changed, look.Patient).IsIn != look.Evaluator.Outcome(cohort, look.Patient).IsIn;
        var asked = new Asked(Differs, _ => 0);
        var found = mutant.Dropped is { } dropped ? WithCode(dropped, place, Differs) : Seeds().FirstOrDefault(p => LookAt(p) is { } look && Differs(look)) ?? Between(criterion, mutant, asked);
        if (found is null) return null;
        var small = Shrinking.Of(found, PatientSearch.Plain(reference), p => LookAt(p) is { } look && Differs(look));
        return LookAt(small) is not { } seen ? null : new Example(
            $"{cohort.Title}: {criterion.Label}", null, reference, [small], [Expected(seen.Evaluator.Outcome(cohort, seen.Patient).IsIn)], default);
    }

    /// <summary>Somebody of whom the condition and the mistaken one say different things, while the rest leaves the decision to the criterion.</summary>
    private ExamplePatient? Between(Criterion criterion, Mutant mutant, Asked asked)
    {
        if (mutant.Condition is not { } other) return Deciding(cohort, criterion, true, asked) ?? Deciding(cohort, criterion, false, asked);
        foreach (var (holds, fails) in new[] { (criterion.Condition, other), (other, criterion.Condition) })
        {
            var both = new AllOf([holds, new Not(fails)]);
            if (Deciding(Instead(both), criterion, true, asked) is { } found) return found;
        }
        return null;

        Cohort Instead(Condition condition)
        {
            Criterion Changed(Criterion c) => ReferenceEquals(c, criterion) ? c with { Condition = condition } : c;
            return cohort with { Include = cohort.Include is { } i ? i with { Criteria = [.. i.Criteria.Select(Changed)] } : null, Exclude = [.. cohort.Exclude.Select(Changed)] };
        }
    }

    private ExamplePatient? Deciding(Cohort looked, Criterion criterion, bool value, Asked asked)
    {
        var circuit = Circuit.Of(project.Model, looked);
        var gate = circuit.Decisions.First(d => d.Decision.Place.Cohort == cohort.Name && d.Decision.Label == criterion.Label && d.Decision.IsWhole).Gate;
        return new PatientSearch(project, circuit, reference, most).Deciding(gate, value, asked, []);
    }

    /// <summary>Somebody who has the code that was dropped, and for whom the criterion decides.</summary>
    private ExamplePatient? WithCode(DroppedCode dropped, Place place, Func<Look, bool> differs)
    {
        if (goals.CircuitOf(cohort.Name) is not { } circuit) return null;
        var gate = circuit.Decisions.First(d => d.Decision.Place == place).Gate;
        var search = new PatientSearch(project, circuit, reference, most);
        var asked = new Asked(differs, _ => 0);
        return search.Deciding(gate, true, asked, []) ?? search.Deciding(gate, false, asked, []);
    }

    private IEnumerable<ExamplePatient> Seeds() => project.Examples.Where(e => e.Example.On == reference && e.Example.Expectations.Any(x => x.FullName == cohort.Name))
        .SelectMany(e => e.Example.Patients).Take(60).Select(p => p with { Name = null });

    private Look? LookAt(ExamplePatient patient) => ExamplePatients.Record(project.Model, patient).Patient is { } record ? new Look(project.Model, reference, record) : null;

    private Expectation Expected(bool isIn)
    {
        var dot = cohort.Name.IndexOf('.', StringComparison.Ordinal);
        return new Expectation(null, isIn, dot < 0 ? cohort.Name : cohort.Name[..dot], dot < 0 ? null : cohort.Name[(dot + 1)..], [], false, default);
    }
}
