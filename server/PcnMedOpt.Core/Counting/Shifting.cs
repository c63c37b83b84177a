namespace PcnMedOpt.Core.Counting;

/// <summary>
/// Looks for other numbers that would be published just so: beginning with the true ones it moves a number up or down by one, and others with it, until every equation
/// holds again. What is found is a proof, for a reader cannot tell it from the truth; that nothing is found is none.
/// </summary>
internal sealed class Shifting
{
    /// <summary>A search that has tried so many equations is given up.</summary>
    private const int Patience = 400;

    private readonly Ledger ledger;
    private readonly long[] moved;
    private readonly int[] steps;
    private readonly int[] sums;
    private readonly List<int> stepped = [];
    private readonly List<int> touched = [];
    private readonly Dictionary<int, FigureKind> withheld = [];
    private int tried;

    public Shifting(Ledger ledger)
    {
        this.ledger = ledger;
        moved = new long[ledger.Count];
        steps = new int[ledger.Count];
        sums = new int[ledger.Equations.Count];
    }

    /// <summary>What would have to be withheld for the moves that were made since the beginning.</summary>
    public IReadOnlyDictionary<int, FigureKind> Withheld => withheld;

    /// <summary>Back to the true numbers, and to what is published.</summary>
    public void Begin()
    {
        withheld.Clear();
        Restart();
    }

    /// <summary>Back to the true numbers.</summary>
    public void Restart() => Array.Clear(moved);

    public long ValueOf(int number) => ledger.ValueOf(number) + moved[number];

    /// <summary>Moves a number by one.</summary>
    /// <param name="number">Which.</param>
    /// <param name="step">1 or -1.</param>
    /// <param name="budget">How much may be withheld for it that is published so far; see <see cref="Less"/>.</param>
    public bool Move(int number, int step, int budget)
    {
        tried = 0;
        if (!IsPossible(number, step, KindOf(number))) return false;
        Take(number, step);
        var isBalanced = Balance(budget);
        foreach (var each in stepped)
        {
            if (isBalanced) moved[each] += steps[each];
            steps[each] = 0;
        }
        foreach (var equation in touched) sums[equation] = 0;
        stepped.Clear();
        touched.Clear();
        return isBalanced;
    }

    private FigureKind KindOf(int number) => withheld.Count > 0 && withheld.TryGetValue(number, out var kind) ? kind : ledger.KindOf(number);

    /// <summary>Balances the equation for which there is the least choice, and then the others.</summary>
    private bool Balance(int budget)
    {
        List<Candidate>? least = null;
        foreach (var equation in touched)
        {
            if (sums[equation] == 0) continue;
            var candidates = Candidates(equation, budget);
            if (candidates.Count == 0) return false;
            if (least is null || candidates.Count < least.Count) least = candidates;
            if (least.Count == 1) break;
        }
        if (least is null) return true;
        if (++tried > Patience) return false;
        least.Sort();
        foreach (var candidate in least)
        {
            var wasWithheld = withheld.TryGetValue(candidate.Number, out var before);
            if (candidate.Cost > 0) withheld[candidate.Number] = candidate.Kind;
            Take(candidate.Number, candidate.Step);
            if (Balance(budget - candidate.Cost)) return true;
            Untake(candidate.Number);
            if (wasWithheld) withheld[candidate.Number] = before;
            else if (candidate.Cost > 0) withheld.Remove(candidate.Number);
            if (tried > Patience) return false;
        }
        return false;
    }

    /// <summary>The numbers that can bring an equation nearer to balance.</summary>
    private List<Candidate> Candidates(int equation, int budget)
    {
        var candidates = new List<Candidate>();
        foreach (var term in ledger.Equations[equation])
        {
            if (steps[term.Number] != 0) continue;
            var step = sums[equation] > 0 ? -term.Sign : term.Sign;
            if (Less(term.Number, step) is not { } less || less.Cost > budget) continue;
            var value = ledger.ValueOf(term.Number);
            var isTight = less.Cost == 1 && value < (2 * ledger.Below) - 2;
            candidates.Add(new Candidate(less.Cost, isTight, ledger.UsesOf(term.Number).Count, value, term.Number, step, less.Kind));
        }
        return candidates;
    }

    /// <summary>What may be published of a number if it is to move, and what that costs a reader: a number of the limit or more least, then a 0, and a small one most.</summary>
    private (FigureKind Kind, int Cost)? Less(int number, int step)
    {
        var kind = KindOf(number);
        if (IsPossible(number, step, kind)) return (kind, 0);
        if (!ledger.IsShown(number)) return null;
        if (kind == FigureKind.Exact && IsPossible(number, step, FigureKind.Large)) return (FigureKind.Large, 1);
        return IsPossible(number, step, FigureKind.Withheld) ? (FigureKind.Withheld, kind == FigureKind.Exact ? 3 : 4) : null;
    }

    private bool IsPossible(int number, int step, FigureKind kind)
    {
        var (low, high) = ledger.Bounds(number, kind);
        var value = ValueOf(number) + step;
        return value >= low && value <= high;
    }

    private void Take(int number, int step)
    {
        steps[number] = step;
        stepped.Add(number);
        foreach (var use in ledger.UsesOf(number))
        {
            sums[use.Equation] += step * use.Sign;
            touched.Add(use.Equation);
        }
    }

    private void Untake(int number)
    {
        foreach (var use in ledger.UsesOf(number)) sums[use.Equation] -= steps[number] * use.Sign;
        touched.RemoveRange(touched.Count - ledger.UsesOf(number).Count, ledger.UsesOf(number).Count);
        stepped.RemoveAt(stepped.Count - 1);
        steps[number] = 0;
    }

    /// <summary>A number that may move, in the order in which they are tried: the cheapest, then those with room, those in few equations, and the smallest.</summary>
    private readonly record struct Candidate(int Cost, bool IsTight, int Uses, long Value, int Number, int Step, FigureKind Kind) : IComparable<Candidate>
    {
        public int CompareTo(Candidate other) => (Cost, IsTight, Uses, Value, Number).CompareTo((other.Cost, other.IsTight, other.Uses, other.Value, other.Number));
    }
}
