using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Core.Proving;

internal enum GateKind
{
    /// <summary>A test of the language, which the evaluator answers.</summary>
    Test,

    /// <summary>The patients that a cohort starts from, unless that is another cohort.</summary>
    Population,
    Not,

    /// <summary>At least so many of its inputs are true: all of them, one of them, or a number between.</summary>
    AtLeast,
}

/// <summary>A place in a <see cref="Circuit"/>: true or false of a patient.</summary>
internal sealed record Gate(GateKind Kind, ImmutableArray<int> Inputs, int Needed, Condition? Test, Population? Population);

/// <summary>
/// A cohort with all cohorts that it is made of as gates, each after what it depends on, so that "what if this test alone had the other answer" costs a
/// few comparisons. What the tests themselves answer is asked of the reference evaluator.
/// </summary>
internal sealed class Circuit
{
    private readonly List<Gate> gates = [];
    private readonly List<(Decision Decision, int Gate)> decisions = [];
    private readonly Dictionary<string, int> cohorts = new(StringComparer.Ordinal);
    private readonly ProjectModel project;

    private Circuit(ProjectModel project, Cohort root)
    {
        this.project = project;
        Root = OfCohort(root);
        Cohort = root;
    }

    public Cohort Cohort { get; }

    /// <summary>The gate that says who is in.</summary>
    public int Root { get; }

    public IReadOnlyList<Gate> Gates => gates;

    /// <summary>Every criterion, and every test of compound ones, of the cohort and of those that it is made of.</summary>
    public IReadOnlyList<(Decision Decision, int Gate)> Decisions => decisions;

    public bool IsMadeOf(string cohort) => cohorts.ContainsKey(cohort);

    public static Circuit Of(ProjectModel project, Cohort cohort) => new(project, cohort);

    /// <summary>What each gate says of a patient.</summary>
    public bool[] Values(Evaluator evaluator, PatientRecord patient)
    {
        var values = new bool[gates.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = gates[i] switch
            {
                { Kind: GateKind.Test, Test: { } test } => evaluator.Holds(test, patient),
                { Kind: GateKind.Population, Population: { } population } => evaluator.IsIn(population, patient),
                var gate => Joined(gate, values),
            };
        return values;
    }

    /// <summary>Had this gate alone the other answer, the patient would be in where they are out, or out where they are in.</summary>
    public bool Decides(bool[] values, int gate) => RootWith(values, gate, !values[gate]) != values[Root];

    private bool RootWith(bool[] values, int gate, bool value)
    {
        var changed = (bool[])values.Clone();
        changed[gate] = value;
        for (var i = gate + 1; i < changed.Length; i++)
            if (gates[i].Kind is GateKind.Not or GateKind.AtLeast) changed[i] = Joined(gates[i], changed);
        return changed[Root];
    }

    private static bool Joined(Gate gate, bool[] values)
    {
        if (gate.Kind == GateKind.Not) return !values[gate.Inputs[0]];
        var count = 0;
        foreach (var input in gate.Inputs)
            if (values[input]) count++;
        return count >= gate.Needed;
    }

    private int OfCohort(Cohort cohort)
    {
        if (cohorts.TryGetValue(cohort.Name, out var known)) return known;
        var parts = new List<int> { OfPopulation(cohort.From) };
        var criteria = cohort.Criteria.ToList();
        var gatesOf = criteria.Select((c, i) => OfCriterion(cohort.Name, i, i >= (cohort.Include?.Criteria.Length ?? 0), c)).ToList();
        var included = cohort.Include?.Criteria.Length ?? 0;
        if (cohort.Include is { } include) parts.Add(AtLeast(gatesOf.Take(included), include.Needed));
        if (!cohort.Exclude.IsEmpty) parts.Add(Not(AtLeast(gatesOf.Skip(included), 1)));
        return cohorts[cohort.Name] = AtLeast(parts, parts.Count);
    }

    private int OfPopulation(Population population) => population is OfCohort { FullName: var name } && project.Cohort(name) is { } cohort
        ? OfCohort(cohort) : Add(new Gate(GateKind.Population, [], 0, null, population));

    private int OfCriterion(string cohort, int index, bool isExclude, Criterion criterion)
    {
        var parts = 0;
        var isCompound = Inner(criterion.Condition) is AllOf or AnyOf;
        var gate = AtLeast([OfCondition(criterion.Condition, false)], 1);
        decisions.Add((new Decision(new Place(cohort, index, 0), isExclude, criterion.Label, criterion.Condition, false), gate));
        return gate;

        int OfCondition(Condition condition, bool isAlternative)
        {
            switch (condition)
            {
                case AllOf all: return AtLeast(all.Operands.Select(o => OfCondition(o, isAlternative)), all.Operands.Length);
                case AnyOf any: return AtLeast(any.Operands.Select(o => OfCondition(o, true)), 1);
                case Not not: return Not(OfCondition(not.Operand, isAlternative));
            }
            var test = condition is InCohortTest within && project.Cohort(within.FullName) is { } inner
                ? AtLeast([OfCohort(inner)], 1) : Add(new Gate(GateKind.Test, [], 0, condition, null));
            if (isCompound) decisions.Add((new Decision(new Place(cohort, index, ++parts), isExclude, criterion.Label, condition, isAlternative), test));
            return test;
        }
    }

    private static Condition Inner(Condition condition) => condition is Not not ? Inner(not.Operand) : condition;

    private int Not(int input) => Add(new Gate(GateKind.Not, [input], 0, null, null));

    private int AtLeast(IEnumerable<int> inputs, int needed) => Add(new Gate(GateKind.AtLeast, [.. inputs], needed, null, null));

    private int Add(Gate gate)
    {
        gates.Add(gate);
        return gates.Count - 1;
    }
}
