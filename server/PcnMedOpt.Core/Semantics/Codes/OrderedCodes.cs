using System.Collections.Immutable;

namespace PcnMedOpt.Core.Semantics.Codes;

/// <summary>Codes in ascending order, each once: what code sets are made of, put together without being sorted again.</summary>
internal static class OrderedCodes
{
    /// <summary>Codes in any order, some of them perhaps twice; the list is sorted.</summary>
    public static ImmutableArray<long> Of(List<long> codes)
    {
        codes.Sort();
        var distinct = ImmutableArray.CreateBuilder<long>(codes.Count);
        foreach (var code in codes)
            if (distinct.Count == 0 || distinct[^1] != code) distinct.Add(code);
        return distinct.DrainToImmutable();
    }

    public static ImmutableArray<long> Union(ImmutableArray<long> a, ImmutableArray<long> b) => b.IsEmpty ? a : a.IsEmpty ? b : Merged(a, b, true, true, true);

    public static ImmutableArray<long> Intersect(ImmutableArray<long> a, ImmutableArray<long> b) => Merged(a, b, false, true, false);

    public static ImmutableArray<long> Except(ImmutableArray<long> a, ImmutableArray<long> b) => b.IsEmpty ? a : Merged(a, b, true, false, false);

    /// <summary>Those that are wanted of the codes that only the first, both, or only the second hold.</summary>
    private static ImmutableArray<long> Merged(ImmutableArray<long> a, ImmutableArray<long> b, bool first, bool both, bool second)
    {
        var found = ImmutableArray.CreateBuilder<long>(a.Length + (second ? b.Length : 0));
        var (i, j) = (0, 0);
        while (i < a.Length || j < b.Length)
        {
            var order = i == a.Length ? 1 : j == b.Length ? -1 : a[i].CompareTo(b[j]);
            if (order < 0 ? first : order == 0 ? both : second) found.Add(order <= 0 ? a[i] : b[j]);
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return found.DrainToImmutable();
    }
}
