using System.Collections.Immutable;

namespace PcnMedOpt.Core.Semantics.Pinning;

/// <summary>What a release says of the codes of one declaration.</summary>
/// <param name="name">The declaration.</param>
/// <param name="text">The hash of what it names: of another text nothing is said.</param>
/// <param name="codes">Its codes, by identifier.</param>
/// <param name="lacks">The entries that could not be expanded.</param>
public sealed class PinnedSet(string name, string text, ImmutableArray<PinnedCode> codes, ImmutableArray<Unexpanded> lacks)
{
    private readonly Lazy<Dictionary<string, ImmutableArray<PinnedCode>>> parts = new(() => ByReason(codes));

    public string Name { get; } = name;

    public string Text { get; } = text;

    public ImmutableArray<PinnedCode> Codes { get; } = codes;

    public ImmutableArray<Unexpanded> Lacks { get; } = lacks;

    /// <summary>The codes that an entry was expanded to; null where it could not be.</summary>
    public ImmutableArray<PinnedCode>? Of(string why) => Lacks.Any(l => l.Why == why) ? null : parts.Value.GetValueOrDefault(why, []);

    /// <summary>The code; null where nothing is said of it.</summary>
    public PinnedCode? Find(long id)
    {
        var (low, high) = (0, Codes.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Codes[middle].Id == id) return Codes[middle];
            if (Codes[middle].Id < id) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }

    private static Dictionary<string, ImmutableArray<PinnedCode>> ByReason(ImmutableArray<PinnedCode> codes)
    {
        var parts = new Dictionary<string, List<PinnedCode>>(StringComparer.Ordinal);
        foreach (var code in codes)
            foreach (var why in code.Why)
            {
                if (!parts.TryGetValue(why, out var part)) parts[why] = part = [];
                part.Add(code);
            }
        return parts.ToDictionary(p => p.Key, p => p.Value.ToImmutableArray(), StringComparer.Ordinal);
    }
}
