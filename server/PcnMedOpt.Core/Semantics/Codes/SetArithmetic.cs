using System.Collections.Immutable;

namespace PcnMedOpt.Core.Semantics.Codes;

/// <summary>
/// Union, intersection and difference of sets of which parts are not known. What is known stays exact; where the unknown parts decide, the
/// result says that it is uncertain, and nothing is guessed.
/// </summary>
public static class SetArithmetic
{
    public static ResolvedCodeSet OfOpaque(CodeSystem system, OpaquePart part) => ResolvedCodeSet.Empty(system) with { Opaque = [part] };

    public static ResolvedCodeSet Union(ResolvedCodeSet a, ResolvedCodeSet b)
    {
        if (IsNothing(b)) return a with { Written = null };
        if (IsNothing(a)) return b with { System = a.System, Written = null };
        var bothOpaque = a.Opaque.Length > 0 && b.Opaque.Length > 0;
        return Merged(a, b) with
        {
            Codes = OrderedCodes.Union(a.Codes, b.Codes),
            Opaque = [.. a.Opaque.UnionBy(b.Opaque, o => o.Key).OrderBy(o => o.Key, StringComparer.Ordinal)],
            Carved = OrderedCodes.Union(a.Carved, b.Carved),
            IsUncertain = a.IsUncertain || b.IsUncertain || (bothOpaque && !a.Carved.SequenceEqual(b.Carved)),
        };
    }

    public static ResolvedCodeSet Except(ResolvedCodeSet a, ResolvedCodeSet b)
    {
        var opaque = a.Opaque.ExceptBy(b.Opaque.Select(o => o.Key), o => o.Key).ToImmutableArray();
        var foreign = b.Opaque.ExceptBy(a.Opaque.Select(o => o.Key), o => o.Key).Any();
        var left = OrderedCodes.Except(a.Codes, b.Codes);
        return Merged(a, b) with
        {
            Codes = left,
            Opaque = opaque,
            Carved = opaque.Length > 0 ? OrderedCodes.Union(a.Carved, b.Codes) : [],
            IsUncertain = a.IsUncertain || b.IsUncertain || b.Carved.Length > 0 || (foreign && (left.Length > 0 || opaque.Length > 0)),
        };
    }

    public static ResolvedCodeSet Intersect(ResolvedCodeSet a, ResolvedCodeSet b)
    {
        var opaque = a.Opaque.IntersectBy(b.Opaque.Select(o => o.Key), o => o.Key).ToImmutableArray();
        var decided = a.Opaque.Length == opaque.Length && b.Opaque.Length == opaque.Length && (opaque.Length == 0 || (a.Codes.SequenceEqual(b.Codes) && a.Carved.SequenceEqual(b.Carved)));
        return Merged(a, b) with
        {
            Codes = OrderedCodes.Intersect(a.Codes, b.Codes),
            Opaque = opaque,
            Carved = OrderedCodes.Union(a.Carved, b.Carved),
            IsUncertain = a.IsUncertain || b.IsUncertain || !decided,
        };
    }

    private static bool IsNothing(ResolvedCodeSet set) => set is { Codes.IsEmpty: true, Opaque.IsEmpty: true, IsUncertain: false, Awaiting: null, LacksHistory: false };

    private static ResolvedCodeSet Merged(ResolvedCodeSet a, ResolvedCodeSet b) => a with
    {
        Terms = Merged(a.Terms, b.Terms),
        Awaiting = a.Awaiting ?? b.Awaiting,
        LacksHistory = a.LacksHistory || b.LacksHistory,
        Written = null,
    };

    /// <summary>Of two terms for a code that of the first set is kept.</summary>
    private static IReadOnlyDictionary<long, string> Merged(IReadOnlyDictionary<long, string> a, IReadOnlyDictionary<long, string> b)
    {
        if (b.Count == 0) return a;
        if (a.Count == 0) return b;
        var terms = new Dictionary<long, string>(b);
        foreach (var (code, term) in a) terms[code] = term;
        return terms;
    }
}
