namespace PcnMedOpt.Core.Counting;

/// <summary>A number in an equation, added or taken away.</summary>
/// <param name="Number">Which number of the ledger.</param>
/// <param name="Sign">1 or -1.</param>
internal readonly record struct Term(int Number, int Sign);

/// <summary>An equation that a number is in.</summary>
/// <param name="Equation">Which.</param>
/// <param name="Sign">1 or -1.</param>
internal readonly record struct Use(int Equation, int Sign);

/// <summary>
/// The numbers of a count, how much of each is published, and the equations between them: what a reader knows who sees the whole count. A number that no output
/// shows, such as those who were left out, has its place too, because it follows from two that are shown.
/// </summary>
/// <param name="below">Numbers from 1 to less than this are small.</param>
internal sealed class Ledger(int below)
{
    private readonly Dictionary<(string Name, long Value), int> numbers = [];
    private readonly List<bool> isShown = [];
    private readonly List<bool> isSensitive = [];
    private readonly List<long> values = [];
    private readonly List<FigureKind> kinds = [];
    private readonly List<List<Use>> uses = [];
    private readonly List<Term[]> equations = [];
    private readonly List<(IReadOnlyList<int> Shown, int[] All)> together = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public int Below => below;

    public int Count => values.Count;

    public IReadOnlyList<Term[]> Equations => equations;

    public long ValueOf(int number) => values[number];

    public FigureKind KindOf(int number) => kinds[number];

    /// <summary>The equations that a number is in.</summary>
    public List<Use> UsesOf(int number) => uses[number];

    /// <summary>Small, and of patients: it must not be worked out.</summary>
    public bool IsSensitive(int number) => isSensitive[number];

    public bool IsShown(int number) => isShown[number];

    public bool IsSmall(int number) => values[number] > 0 && values[number] < below;

    /// <summary>A number that is shown. The same name with the same value is the same number, wherever it is shown.</summary>
    public int Shown(string name, long value)
    {
        if (!numbers.TryGetValue((name, value), out var number))
        {
            number = numbers[(name, value)] = Add(value, value > 0 && value < below ? FigureKind.Small : FigureKind.Exact);
            isShown[number] = true;
        }
        return number;
    }

    /// <summary>A number that is shown under another name already.</summary>
    public int Alias(string name, long value, int number)
    {
        if (values[number] != value) return Shown(name, value);
        if (numbers.TryAdd((name, value), number)) return number;
        Equal([numbers[(name, value)]], [number]);
        return numbers[(name, value)];
    }

    /// <summary>
    /// Numbers between which and others no equation is known: they are shown all or none, and only where each of them, and each number that they are about, is shown itself.
    /// </summary>
    public void AllOrNone(IReadOnlyList<int> shown, params IEnumerable<int> about) => together.Add((shown, [.. shown, .. about]));

    /// <summary>Withholds those of which not all can be shown.</summary>
    public void WithholdTogether()
    {
        foreach (var (shown, all) in together)
            if (all.Any(n => kinds[n] != FigureKind.Exact)) foreach (var number in shown) kinds[number] = FigureKind.Withheld;
    }

    /// <summary>A number of patients that is not shown, and that others give away.</summary>
    public int Implied(long value) => Add(value, FigureKind.Withheld);

    /// <summary>By how much a number falls short of another: it says nothing of any group of patients.</summary>
    public int Slack(long value)
    {
        var number = Add(value, FigureKind.Withheld);
        isSensitive[number] = false;
        return number;
    }

    /// <summary>The sum of some is the sum of others. What does not hold of the numbers is no knowledge, and is left out.</summary>
    public void Equal(IEnumerable<int> left, IEnumerable<int> right)
    {
        var terms = left.Select(n => new Term(n, 1)).Concat(right.Select(n => new Term(n, -1))).GroupBy(t => t.Number)
            .Select(g => new Term(g.Key, g.Sum(t => t.Sign))).Where(t => t.Sign != 0).OrderBy(t => t.Number).ToArray();
        if (terms.Length == 0 || terms.Sum(t => t.Sign * values[t.Number]) != 0 || terms.Any(t => Math.Abs(t.Sign) > 1)) return;
        if (!known.Add(string.Join(' ', terms.Select(t => t.Sign * (t.Number + 1))))) return;
        foreach (var term in terms) uses[term.Number].Add(new Use(equations.Count, term.Sign));
        equations.Add(terms);
    }

    /// <summary>The sum of some is not more than the sum of others.</summary>
    public void AtMost(IReadOnlyList<int> left, IReadOnlyList<int> right)
    {
        var gap = right.Sum(n => values[n]) - left.Sum(n => values[n]);
        if (gap >= 0) Equal([.. left, Slack(gap)], right);
    }

    /// <summary>Publishes less of a number.</summary>
    public void Publish(int number, FigureKind kind) => kinds[number] = kind;

    /// <summary>What a reader knows of a number without looking at others, if so much of it is published.</summary>
    public (long Low, long High) Bounds(int number, FigureKind kind) => kind switch
    {
        FigureKind.Exact => (values[number], values[number]),
        FigureKind.Small => (1, below - 1),
        FigureKind.Large => (below, long.MaxValue),
        _ => (0, long.MaxValue),
    };

    /// <summary>What is published of a number that is shown.</summary>
    public Figure FigureOf(string name, long value)
    {
        var kind = kinds[numbers[(name, value)]];
        return kind switch { FigureKind.Exact => Figure.Exact(value), FigureKind.Withheld => Figure.Withheld, _ => new Figure(kind, below) };
    }

    private int Add(long value, FigureKind kind)
    {
        values.Add(value);
        kinds.Add(kind);
        uses.Add([]);
        isShown.Add(false);
        isSensitive.Add(value > 0 && value < below);
        return values.Count - 1;
    }
}
