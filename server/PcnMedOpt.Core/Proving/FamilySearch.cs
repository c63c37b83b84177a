using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;

namespace PcnMedOpt.Core.Proving;

/// <summary>Makes up patients for what is missing of one cohort, or of one procedure with all of its cohorts.</summary>
internal sealed class FamilySearch
{
    private readonly ProvedProject project;
    private readonly Goals goals;
    private readonly DateOnly reference;
    private readonly CancellationToken cancel;
    private readonly ImmutableArray<string> roots;
    private readonly ImmutableArray<string> tests;
    private readonly Dictionary<string, PatientSearch> searches = new(StringComparer.Ordinal);
    private readonly Dictionary<Goal, string?> shownIn = [];
    private readonly List<MadeUp> made = [];

    public FamilySearch(ProvedProject project, Goals goals, string family, CancellationToken cancel)
    {
        (this.project, this.goals, this.cancel) = (project, goals, cancel);
        reference = project.DayFor(family);
        var procedure = project.Procedures.FirstOrDefault(p => p.Monitoring.Sop.Name == family);
        roots = procedure is null ? [family] : [.. project.CohortsOf(procedure).Select(c => c.Name)];
        tests = procedure?.Monitoring.Tests ?? [];
    }

    /// <summary>A patient who was made up, whom they are for, and what is expected of them.</summary>
    private sealed record MadeUp(string Cohort, string Name, ExamplePatient Patient, List<(string Cohort, bool In)> Expected);

    public MissingExamples Of(ImmutableArray<Goal> missing)
    {
        var open = missing.ToHashSet();
        foreach (var goal in missing.OrderBy(g => g is DecidesOnEdge ? 0 : 1))
        {
            cancel.ThrowIfCancellationRequested();
            if (!open.Contains(goal)) continue;
            if (Search(goal) is { } patient) Add(goal, patient, open);
            else open.Remove(goal);
        }
        return new MissingExamples([.. missing.Select(g => new Missing(g, goals.TextOf(g), RootOf(g), shownIn.GetValueOrDefault(g)))], [.. Examples()]);
    }

    private string RootOf(Goal goal) => goal switch
    {
        Decides decides => decides.Place.Cohort,
        DecidesOnEdge edge => edge.Place.Cohort,
        _ => goals.ProcedureGoalOf(goal)?.Shown ?? "",
    };

    private ExamplePatient? Search(Goal goal)
    {
        var root = RootOf(goal);
        bool IsShown(Look look) => goals.ReachedBy(root, look).Contains(goal);
        var asked = new Asked(IsShown, look => goal is DecidesOnEdge edge && Edges.SideOf(goals.DecisionAt(edge.Place).Condition, look.Project, look.Patient, look.On) != edge.Inside ? 1 : 0);
        var seeds = Seeds(root);
        ExamplePatient? found = null;
        if (goals.ProcedureGoalOf(goal) is { } procedure)
            found = new PatientSearch(project, Circuit.Of(project.Model, procedure.Who(reference)), reference).In(asked, seeds);
        else if (goals.CircuitOf(root) is { } circuit)
        {
            var (place, value) = goal switch
            {
                DecidesOnEdge edge => (edge.Place, edge.Inside != goals.DecisionAt(edge.Place).Condition is NoSuchTest),
                Decides decides => (decides.Place, decides.Value),
                _ => throw new System.Diagnostics.UnreachableException($"No search for {goal}"),
            };
            if (!searches.TryGetValue(root, out var search)) searches[root] = search = new PatientSearch(project, circuit, reference);
            found = search.Deciding(circuit.Decisions.First(d => d.Decision.Place == place).Gate, value, asked, seeds);
        }
        return found is null ? null : Shrinking.Of(found, PatientSearch.Plain(reference), p => LookAt(p) is { } look && IsShown(look));
    }

    /// <summary>Patients of the same day who are near: those made up last, and those of examples about the cohort.</summary>
    private List<ExamplePatient> Seeds(string root)
    {
        var last = made.AsEnumerable().Reverse().OrderByDescending(m => m.Cohort == root).Take(12).Select(m => m.Patient);
        var written = project.Examples.Where(e => e.Example.On == reference && e.Example.Expectations.Any(x => x.FullName == root)).SelectMany(e => e.Example.Patients).Take(12);
        return [.. last.Concat(written).Select(p => p with { Name = null })];
    }

    private void Add(Goal goal, ExamplePatient patient, HashSet<Goal> open)
    {
        patient = Widened(goal, patient);
        var root = RootOf(goal);
        var entry = new MadeUp(root, Name(root, goals.NameOf(goal)), patient, []);
        if (LookAt(patient) is not { } look) return;
        foreach (var cohort in roots.OrderBy(r => r != root))
        {
            var shown = goals.ReachedBy(cohort, look).Where(open.Contains).Distinct().ToList();
            if (shown.Count == 0) continue;
            entry.Expected.Add((cohort, look.Evaluator.IsIn(cohort, look.Patient)));
            foreach (var each in shown)
            {
                open.Remove(each);
                shownIn[each] = Title(root);
            }
        }
        made.Add(entry);
    }

    /// <summary>Where all tests of a procedure are done on one day, one patient shows the schedules of all.</summary>
    private ExamplePatient Widened(Goal goal, ExamplePatient patient)
    {
        var done = patient.Records.OfType<SetEvent>().Where(r => tests.Contains(r.Set) && r.How == Happened.Recorded && r.Value is null).ToList();
        if (done.Count == 0) return patient;
        var wide = patient with { Records = [.. patient.Records.Concat(done.SelectMany(r => tests.Select(t => (ExampleRecord)(r with { Set = t })))).Distinct()] };
        return LookAt(wide) is { } look && goals.ReachedBy(RootOf(goal), look).Contains(goal) ? wide : patient;
    }

    private Look? LookAt(ExamplePatient patient) => ExamplePatients.Record(project.Model, patient).Patient is { } record ? new Look(project.Model, reference, record) : null;

    private string Name(string cohort, string wanted)
    {
        var name = wanted;
        for (var count = 2; made.Any(m => m.Cohort == cohort && m.Name == name); count++) name = string.Create(CultureInfo.InvariantCulture, $"{wanted} ({count})");
        return name;
    }

    private string Title(string cohort) => $"What decides: {project.Model.Cohort(cohort)?.Title ?? cohort}";

    private IEnumerable<Example> Examples() =>
        from @group in made.GroupBy(m => m.Cohort)
        select new Example(
            Title(@group.Key), null, reference,
            [.. @group.Select(m => m.Patient with { Name = m.Name })],
            [.. @group.SelectMany(m => m.Expected.Select(e => Expected(m.Name, e.In, e.Cohort)))],
            default);

    private static Expectation Expected(string name, bool isIn, string cohort)
    {
        var dot = cohort.IndexOf('.', StringComparison.Ordinal);
        return new Expectation(name, isIn, dot < 0 ? cohort : cohort[..dot], dot < 0 ? null : cohort[(dot + 1)..], [], false, default);
    }
}
