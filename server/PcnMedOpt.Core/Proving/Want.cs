using System.Collections.Immutable;

namespace PcnMedOpt.Core.Proving;

/// <summary>What a patient who is looked for must make true, over the gates of a circuit.</summary>
internal abstract record Want
{
    private Want()
    {
    }

    /// <summary>A gate says so.</summary>
    public sealed record Says(int Gate, bool Value) : Want;

    public sealed record All(ImmutableArray<Want> Wants) : Want;

    public sealed record Any(ImmutableArray<Want> Wants) : Want;

    /// <summary>From so many to so many of the gates are true.</summary>
    public sealed record Between(ImmutableArray<int> Gates, int Least, int Most) : Want;
}

/// <summary>Turns "this gate decides" into tests that have to be true or false, and says how far a patient is from it.</summary>
internal sealed class Wants
{
    private readonly Circuit circuit;
    private readonly Dictionary<int, Want> observed = [];
    private readonly ILookup<int, int> users;

    public Wants(Circuit circuit)
    {
        this.circuit = circuit;
        users = circuit.Gates.SelectMany((g, i) => g.Inputs.Select(input => (input, i))).ToLookup(p => p.input, p => p.i);
    }

    /// <summary>The gate has the value, and what it says reaches the root.</summary>
    public Want Deciding(int gate, bool value) => new Want.All([new Want.Says(gate, value), Observed(gate)]);

    /// <summary>How many tests have to change at least; 0 when the want is met.</summary>
    public int Cost(Want want, bool[] values) => want switch
    {
        Want.Says says => values[says.Gate] == says.Value ? 0 : Opened(says) is { } inner ? Math.Max(1, Cost(inner, values)) : 1,
        Want.All all => all.Wants.Sum(w => Cost(w, values)),
        Want.Any any => any.Wants.Length == 0 ? 1000 : any.Wants.Min(w => Cost(w, values)),
        Want.Between between => Math.Max(0, between.Least - True(between, values)) + Math.Max(0, True(between, values) - between.Most),
        _ => 0,
    };

    /// <summary>The tests that would bring the patient nearer, and what each would have to say.</summary>
    public IEnumerable<(int Gate, bool Value)> Unmet(Want want, bool[] values)
    {
        switch (want)
        {
            case Want.Says says when values[says.Gate] == says.Value: return [];
            case Want.Says says: return Opened(says) is { } inner ? Unmet(inner, values) : [(says.Gate, says.Value)];
            case Want.All all: return all.Wants.Where(w => Cost(w, values) > 0).Take(2).SelectMany(w => Unmet(w, values));
            case Want.Any any: return any.Wants.OrderBy(w => Cost(w, values)).Take(8).SelectMany(w => Unmet(w, values));
            case Want.Between between:
                var needsMore = True(between, values) < between.Least;
                return between.Gates.Where(g => values[g] != needsMore).SelectMany(g => Unmet(new Want.Says(g, needsMore), values));
            default: return [];
        }
    }

    private static int True(Want.Between between, bool[] values) => between.Gates.Count(g => values[g]);

    /// <summary>What makes a joined gate say so; null for a test.</summary>
    private Want? Opened(Want.Says says)
    {
        var gate = circuit.Gates[says.Gate];
        return gate.Kind switch
        {
            GateKind.Not => new Want.Says(gate.Inputs[0], !says.Value),
            GateKind.AtLeast when says.Value => gate.Needed == gate.Inputs.Length ? AllSay(gate.Inputs, true) : gate.Needed == 1 ? AnySays(gate.Inputs, true)
                : new Want.Between(gate.Inputs, gate.Needed, gate.Inputs.Length),
            GateKind.AtLeast => gate.Needed == gate.Inputs.Length ? AnySays(gate.Inputs, false) : gate.Needed == 1 ? AllSay(gate.Inputs, false)
                : new Want.Between(gate.Inputs, 0, gate.Needed - 1),
            _ => null,
        };
    }

    /// <summary>On some way from the gate to the root everything else leaves the decision to it.</summary>
    private Want Observed(int gate)
    {
        if (gate == circuit.Root) return new Want.All([]);
        if (!observed.TryGetValue(gate, out var want))
            observed[gate] = want = new Want.Any([.. users[gate].Distinct().Select(user => (Want)new Want.All([Beside(user, gate), Observed(user)]))]);
        return want;
    }

    private Want Beside(int user, int gate)
    {
        var (inputs, needed) = (circuit.Gates[user].Inputs.Remove(gate), circuit.Gates[user].Needed);
        return circuit.Gates[user].Kind == GateKind.Not ? new Want.All([])
            : needed == inputs.Length + 1 ? AllSay(inputs, true) : needed == 1 ? AllSay(inputs, false) : new Want.Between(inputs, needed - 1, needed - 1);
    }

    private static Want.All AllSay(ImmutableArray<int> gates, bool value) => new([.. gates.Select(g => (Want)new Want.Says(g, value))]);

    private static Want.Any AnySays(ImmutableArray<int> gates, bool value) => new([.. gates.Select(g => (Want)new Want.Says(g, value))]);
}
