using System.Collections.Concurrent;
using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Sops;

namespace PcnMedOpt.Core.Proving;

/// <summary>A patient on a reference date, and the evaluator that looks at them.</summary>
internal sealed class Look(ProjectModel project, DateOnly on, PatientRecord patient)
{
    public ProjectModel Project => project;

    public DateOnly On => on;

    public PatientRecord Patient => patient;

    public Evaluator Evaluator { get; } = new(project, on);
}

/// <summary>Everything that the examples of a project are to show, and which of it a patient shows.</summary>
internal sealed class Goals
{
    private readonly ProvedProject project;
    private readonly ConcurrentDictionary<string, Circuit?> circuits = new(StringComparer.Ordinal);
    private readonly ImmutableDictionary<string, ImmutableArray<ProcedureGoal>> procedures;
    private readonly Lazy<ImmutableDictionary<Place, Decision>> decisions;

    public Goals(ProvedProject project)
    {
        this.project = project;
        procedures = project.Procedures.ToImmutableDictionary(p => p.Monitoring.Sop.Name, p => ProcedureGoals.Of(p).ToImmutableArray(), StringComparer.Ordinal);
        decisions = new Lazy<ImmutableDictionary<Place, Decision>>(() => project.AllCohorts.SelectMany(DecisionsOf).ToImmutableDictionary(d => d.Place));
    }

    public Circuit? CircuitOf(string cohort) => circuits.GetOrAdd(cohort, name => project.Model.Cohort(name) is { } known ? Circuit.Of(project.Model, known) : null);

    /// <summary>The criteria of a cohort itself, each followed by its tests where it is compound.</summary>
    public IEnumerable<Decision> DecisionsOf(Cohort cohort) =>
        (CircuitOf(cohort.Name)?.Decisions ?? []).Select(d => d.Decision).Where(d => d.Place.Cohort == cohort.Name && (MustDecide(d) || HasEdges(d))).OrderBy(d => d.Place.Criterion).ThenBy(d => d.Place.Part);

    public ImmutableArray<ProcedureGoal> OfProcedure(DerivedCohorts procedure) => procedures[procedure.Monitoring.Sop.Name];

    public Decision DecisionAt(Place place) => decisions.Value[place];

    public ProcedureGoal? ProcedureGoalOf(Goal goal) => procedures.Values.SelectMany(p => p).FirstOrDefault(p => p.Goal == goal);

    /// <summary>It is to be seen true and deciding, and false and deciding: each criterion, and of what is written each test too.</summary>
    public static bool MustDecide(Decision decision) => decision.IsWhole || !decision.IsDerived;

    /// <summary>
    /// It is to be seen on its boundary days: each test of a procedure's cohorts that looks back over a time. Where a phase begins and ends is asked of the
    /// phase, and not of each schedule in it.
    /// </summary>
    public static bool HasEdges(Decision decision) =>
        decision.IsDerived && Edges.WindowOf(decision.Condition) is not null && (decision.Condition is not CourseBeganTest || decision.IsWhole || decision.IsAlternative);

    public static IEnumerable<Goal> EdgesOf(Decision decision) =>
        HasEdges(decision) ? [new DecidesOnEdge(decision.Place, true), new DecidesOnEdge(decision.Place, false)] : [];

    public string TextOf(Goal goal) => goal switch
    {
        Decides decides => $"{DecisionAt(decides.Place).Text} is {(decides.Value ? "true" : "false")} and decides",
        DecidesOnEdge edge => $"{DecisionAt(edge.Place).Text} decides {(edge.Inside ? "on the last day inside" : "on the first day outside")} {Window(DecisionAt(edge.Place))}",
        _ => ProcedureGoalOf(goal)?.Text ?? "",
    };

    /// <summary>A short name for a patient who shows it.</summary>
    public string NameOf(Goal goal) => goal switch
    {
        Decides decides => $"{Short(DecisionAt(decides.Place))}: {(decides.Value ? "holds" : "does not hold")}",
        DecidesOnEdge edge => NameOf(DecisionAt(edge.Place), edge.Inside),
        _ => TextOf(goal),
    };

    /// <summary>What a patient shows of whom a cohort finds.</summary>
    public IEnumerable<Goal> ReachedBy(string cohort, Look look)
    {
        if (CircuitOf(cohort) is not { } circuit) yield break;
        var values = circuit.Values(look.Evaluator, look.Patient);
        foreach (var (decision, gate) in circuit.Decisions)
        {
            if (!(MustDecide(decision) || HasEdges(decision)) || !circuit.Decides(values, gate)) continue;
            if (MustDecide(decision)) yield return new Decides(decision.Place, values[gate]);
            if (HasEdges(decision) && Edges.SideOf(decision.Condition, look.Project, look.Patient, look.On) is { } side) yield return new DecidesOnEdge(decision.Place, side);
        }
        var family = cohort.Split('.')[0];
        foreach (var goal in procedures.GetValueOrDefault(family, []))
            if (ProcedureGoals.IsShownBy(goal, cohort) && look.Evaluator.Outcome(goal.Who(look.On), look.Patient).IsIn) yield return goal.Goal;
    }

    private static string NameOf(Decision decision, bool inside) => decision.Condition switch
    {
        NoSuchTest => $"{decision.Label}: {(inside ? "the day before" : "the first day")}",
        CourseBeganTest when !decision.IsWhole => $"{decision.Label}, never tested: {(inside ? "the day before" : "the first day")}",
        _ => $"{Short(decision)}: {(inside ? "the last day that counts" : "a day too early")}",
    };

    private static string Short(Decision decision) => decision.IsWhole ? decision.Label : $"{decision.Label}; {ConditionText.Of(decision.Condition)}";

    private static string Window(Decision decision) => Edges.WindowOf(decision.Condition) is { } window ? $"\"{ConditionText.Of(window)}\"" : "its window";
}
