namespace PcnMedOpt.Releases;

/// <summary>Terms of several words: what stands below a concept takes up its words, as in SNOMED CT; no two preferred terms are the same.</summary>
internal sealed class Terms(ulong seed)
{
    private const ulong Stream = 11;
    private const int LongestInWords = 9;

    private static readonly string[] Substances = ["acid", "antigen", "extract", "oxide", "sulfate", "sodium", "citrate", "compound", "polymer", "pollen"];

    private static readonly string[] Endings = ["pril", "sartan", "olol", "statin", "azole", "mycin", "cillin", "idone", "apine", "formin", "xaban", "mab"];

    private readonly HashSet<string> used = new(StringComparer.OrdinalIgnoreCase);

    public string Make(int concept, ConceptKind kind, string? above)
    {
        var random = Mixing.Of(seed, Stream, concept);
        for (var attempt = 0; attempt < 6; attempt++)
        {
            var term = Words.Capital(Try(ref random, kind, attempt < 4 ? above : null));
            if (used.Add(term)) return term;
        }
        for (var n = 2; ; n++)
        {
            var term = Words.Capital($"{Try(ref random, kind, null)} type {n}");
            if (used.Add(term)) return term;
        }
    }

    /// <summary>A term that is given; with a number where it is taken.</summary>
    public string Claim(string term)
    {
        if (used.Add(term)) return term;
        for (var n = 2; ; n++)
            if (used.Add($"{term} {n}")) return $"{term} {n}";
    }

    public static string Medicine(ref Mixing random) => Words.Capital(Words.Medicine(ref random, Endings));

    public static string Brand(ref Mixing random) => Words.Name(ref random);

    private static string Try(ref Mixing random, ConceptKind kind, string? above)
    {
        if (above is null || above.AsSpan().Count(' ') + 3 > LongestInWords || random.Below(10) < 2) return Fresh(ref random, kind);
        var lower = char.ToLowerInvariant(above[0]) + above[1..];
        return (kind, random.Below(6)) switch
        {
            (ConceptKind.Finding, 0) => $"{lower} due to {Rare(ref random)}",
            (ConceptKind.Finding, 1) => $"{lower} with {random.PickOften(Words.Findings)}",
            (ConceptKind.Procedure, 0 or 1) => $"{lower} using {Rare(ref random)} technique",
            (ConceptKind.Observable, 0 or 1) => $"{lower} in {random.PickOften(Words.Sites)} specimen",
            (ConceptKind.Body, 0 or 1) => $"structure of {random.PickOften(Words.Sites)} of {lower}",
            (ConceptKind.Substance, 0 or 1) => $"{lower} {random.Pick(Substances)}",
            (_, 2) => $"{Rare(ref random)} {lower}",
            _ => $"{random.PickOften(Words.Qualifiers)} {lower}",
        };
    }

    private static string Fresh(ref Mixing random, ConceptKind kind) => kind switch
    {
        ConceptKind.Finding => random.OneIn(3)
            ? $"{random.PickOften(Words.Qualifiers)} {random.PickOften(Words.Findings)}"
            : $"{random.PickOften(Words.Findings)} of {random.PickOften(Words.Sites)}",
        ConceptKind.Procedure => $"{random.PickOften(Words.Procedures)} of {random.PickOften(Words.Sites)}",
        ConceptKind.Observable => $"{random.PickOften(Words.Sites)} {Rare(ref random)} {random.PickOften(Words.Measures)}",
        ConceptKind.Body => $"{random.PickOften(Words.Qualifiers)} {random.PickOften(Words.Sites)} structure",
        ConceptKind.Substance => $"{Words.Medicine(ref random, Endings)} {random.Pick(Substances)}",
        _ => $"{random.PickOften(Words.Qualifiers)} {Rare(ref random)}",
    };

    private static string Rare(ref Mixing random) => random.OneIn(40) ? random.Pick(Words.Foreign) : Words.Name(ref random);
}
