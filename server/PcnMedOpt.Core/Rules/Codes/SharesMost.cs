using System.Runtime.CompilerServices;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>Two code sets that are made apart and hold nearly the same: one of them is probably a copy that has fallen behind.</summary>
/// <remarks>The sets are compared when one of them changes, and not at every edit.</remarks>
public sealed class SharesMost : IProjectRule
{
    /// <summary>So many codes are few enough to be the same by chance or by nature.</summary>
    private const int Few = 5;

    private static readonly ConditionalWeakTable<ResolvedCodeSet, Compared> Last = [];

    public DiagnosticKind Kind { get; } = new("MO2147", "shares-most", Severity.Info, "Two code sets hold nearly the same codes");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project)
    {
        var sets = project.Names.OfKind(DeclarationKind.Codes).Select(d => (Placed: d, Set: d.Facts.Codes is { } codes ? project.CodeSet(codes.Name) : null))
            .Where(s => s.Set is { Codes.Length: >= Few }).ToList();
        if (sets.Count == 0) return [];
        List<ResolvedCodeSet> resolved = [.. sets.Select(s => s.Set).OfType<ResolvedCodeSet>()];
        if (!Last.TryGetValue(resolved[0], out var last) || !last.Sets.SequenceEqual(resolved, ReferenceEqualityComparer.Instance))
            Last.AddOrUpdate(resolved[0], last = new Compared(resolved, Pairs(resolved)));
        return
            from pair in last.Pairs
            let later = sets[pair.Later].Placed
            let earlier = sets[pair.Earlier].Placed
            where !AreRelated(project, later, earlier)
            select new ProjectFinding(later, Kind.At(
                later.Facts.NameSpan,
                $"'{later.Facts.Name}' and '{earlier.Facts.Name}' share {pair.Shared} codes, of {resolved[pair.Later].Codes.Length} and {resolved[pair.Earlier].Codes.Length}, and neither takes in the other.",
                "If they mean the same, let one include the other, so that they stay the same."));
    }

    /// <summary>
    /// Pairs that share most of what either holds. Two that do have one of their first codes in common (Chaudhuri, Ganti and Kaushik, "A Primitive Operator
    /// for Similarity Joins in Data Cleaning", 2006), so that few pairs are looked at.
    /// </summary>
    private static List<Pair> Pairs(List<ResolvedCodeSet> sets)
    {
        var pairs = new List<Pair>();
        var (last, held) = (new Dictionary<long, int>(), new List<(int Set, int Before)>());
        for (var later = 0; later < sets.Count; later++)
        {
            var codes = sets[later].Codes;
            var met = new SortedSet<int>();
            foreach (var code in codes.AsSpan(0, codes.Length - MostOf(codes.Length) + 1))
            {
                for (var at = last.GetValueOrDefault(code, -1); at >= 0; at = held[at].Before) met.Add(held[at].Set);
                held.Add((later, last.GetValueOrDefault(code, -1)));
                last[code] = held.Count - 1;
            }
            foreach (var earlier in met)
            {
                var shared = Shared(codes.AsSpan(), sets[earlier].Codes.AsSpan());
                if (shared >= MostOf(codes.Length + sets[earlier].Codes.Length - shared)) pairs.Add(new Pair(later, earlier, shared));
            }
        }
        return pairs;
    }

    /// <summary>At least four fifths.</summary>
    private static int MostOf(int codes) => ((4 * codes) + 4) / 5;

    /// <summary>How many codes two sets have in common; both are in order.</summary>
    private static int Shared(ReadOnlySpan<long> one, ReadOnlySpan<long> other)
    {
        var (shared, i, j) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j]) shared++;
            var (left, right) = (one[i], other[j]);
            if (left <= right) i++;
            if (right <= left) j++;
        }
        return shared;
    }

    /// <summary>One is made of the other, or both are made of the same set or list.</summary>
    private static bool AreRelated(ProjectIndex project, PlacedDeclaration one, PlacedDeclaration other) => MadeOf(project, one).Overlaps(MadeOf(project, other));

    private static HashSet<string> MadeOf(ProjectIndex project, PlacedDeclaration declaration)
    {
        var parts = new HashSet<string>(StringComparer.Ordinal);
        Collect(declaration);
        return parts;

        void Collect(PlacedDeclaration part)
        {
            if (part.Facts.Codes is not { } codes || !parts.Add(codes.Name)) return;
            parts.UnionWith(codes.Lists.Select(l => $"{l.Path} {l.Column}"));
            foreach (var name in codes.Named)
                if (project.Names.Find(name.Name) is { } inner) Collect(inner);
        }
    }

    private sealed record Pair(int Later, int Earlier, int Shared);

    private sealed record Compared(List<ResolvedCodeSet> Sets, List<Pair> Pairs);
}
