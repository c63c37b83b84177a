using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;

namespace PcnMedOpt.Core.Proving;

/// <summary>A patient at a boundary, and what the protocol says of them.</summary>
/// <param name="What">What is special about them.</param>
/// <param name="Lines">The lines of the patient that are not those of the table's patient.</param>
/// <param name="Without">The lines of the table's patient that this one does not have.</param>
/// <param name="Holds">The criterion holds.</param>
/// <param name="IsIn">They are in the cohort.</param>
public sealed record BoundaryRow(string What, ImmutableArray<string> Lines, ImmutableArray<string> Without, bool Holds, bool IsIn);

/// <summary>The boundaries of one test of a criterion.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Title">Its title.</param>
/// <param name="Label">The criterion.</param>
/// <param name="IsExclude">It belongs to the exclude criteria.</param>
/// <param name="Test">The test, in the words of the language.</param>
/// <param name="On">The reference date.</param>
/// <param name="Patient">The patient who is changed: the test decides for them. Empty where no such patient was found.</param>
/// <param name="Rows">Their changes.</param>
public sealed record BoundaryTable(
    string Cohort, string Title, string Label, bool IsExclude, string Test, DateOnly On, ImmutableArray<string> Patient, ImmutableArray<BoundaryRow> Rows);

/// <summary>
/// For each test of each criterion a patient for whom it decides, and the same patient the day before, on and after each of its days, just below, at and
/// above each of its values, without the record, with it twice, in another unit, with another code: with what the reference meaning says of each.
/// </summary>
public static class Boundaries
{
    public static ImmutableArray<BoundaryTable> Of(ProvedProject project, CancellationToken cancel = default)
    {
        var goals = new Goals(project);
        return [.. project.AllCohorts.ToList().AsParallel().AsOrdered().WithCancellation(cancel).SelectMany(c => OfCohort(project, goals, c.Name, cancel))];
    }

    private static List<BoundaryTable> OfCohort(ProvedProject project, Goals goals, string name, CancellationToken cancel)
    {
        var tables = new List<BoundaryTable>();
        if (goals.CircuitOf(name) is not { } circuit) return tables;
        var reference = project.DayFor(name);
        var search = new PatientSearch(project, circuit, reference, 800);
        var space = new SearchSpace(project.Model, circuit.Gates.Select(g => g.Test).OfType<Condition>(), project.Medicines, project.Findings, reference);
        var found = new List<ExamplePatient>();
        var own = circuit.Decisions.Where(d => d.Decision.Place.Cohort == name).ToList();
        foreach (var (decision, gate) in own.Where(d => Tested(d.Decision, own.Select(o => o.Decision)) is not (null or InCohortTest)))
        {
            cancel.ThrowIfCancellationRequested();
            if (Tested(decision, own.Select(o => o.Decision)) is not { } test) continue;
            var any = new Asked(_ => true, _ => 0);
            var patient = search.Deciding(gate, decision.Condition is not Not, any, found) ?? search.Deciding(gate, decision.Condition is Not, any, found);
            bool? ValueOf(ExamplePatient shown) => Look(project, reference, shown) is { } look && circuit.Values(look.Evaluator, look.Patient) is var values && circuit.Decides(values, gate)
                ? values[gate] : null;
            var criterion = own.First(o => o.Decision.Place == decision.Place with { Part = 0 }).Decision;
            if (patient is not null)
            {
                var value = ValueOf(patient);
                patient = Shrinking.Of(patient, PatientSearch.Plain(reference), p => ValueOf(p) == value);
                found.Insert(0, patient);
            }
            tables.Add(new BoundaryTable(
                name, circuit.Cohort.Title, decision.Label, decision.IsExclude, ConditionText.Of(test), reference, patient is null ? [] : [.. ExampleText.Lines(patient)],
                patient is null ? [] : [.. new BoundaryCases(space).Of(test, patient).Select(c => Row(project, reference, name, criterion, patient, c.What, c.Patient)).OfType<BoundaryRow>()]));
        }
        return tables;
    }

    /// <summary>The test of a decision: of a compound criterion none, because its tests have tables of their own.</summary>
    private static Condition? Tested(Decision decision, IEnumerable<Decision> all)
    {
        if (decision.IsWhole && all.Any(o => o.Place.Criterion == decision.Place.Criterion && o.Place.Part > 0)) return null;
        var condition = decision.Condition;
        while (condition is Not not) condition = not.Operand;
        return condition;
    }

    private static BoundaryRow? Row(ProvedProject project, DateOnly reference, string cohort, Decision criterion, ExamplePatient plain, string what, ExamplePatient patient)
    {
        if (Look(project, reference, patient) is not { } look) return null;
        var (before, after) = (ExampleText.Lines(plain).ToList(), ExampleText.Lines(patient).ToList());
        return new BoundaryRow(
            what, [.. Less(after, before)], [.. Less(before, after)], look.Evaluator.Holds(criterion.Condition, look.Patient), look.Evaluator.IsIn(cohort, look.Patient));
    }

    /// <summary>The lines of one that the other does not have, as often as it has more of them.</summary>
    private static IEnumerable<string> Less(List<string> lines, List<string> others)
    {
        var left = new List<string>(others);
        return lines.Where(l => !left.Remove(l));
    }

    private static Look? Look(ProvedProject project, DateOnly reference, ExamplePatient patient) =>
        ExamplePatients.Record(project.Model, patient).Patient is { } record ? new Look(project.Model, reference, record) : null;
}
