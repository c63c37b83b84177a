using System.Collections.Frozen;

namespace PcnMedOpt.Core.Semantics.Codes;

/// <summary>Terms as they are compared: whatever the case and the blanks, and without the semantic tag of a fully specified name.</summary>
public static class Terms
{
    /// <summary>Tags of SNOMED CT (Editorial Guide, "Semantic tag") that coded GP data and dm+d have. Other words in brackets belong to the term.</summary>
    private static readonly FrozenSet<string> Tags = new[]
    {
        "administrative concept", "assessment scale", "attribute", "body structure", "cell", "clinical drug", "contextual qualifier", "disorder", "dose form",
        "environment", "event", "finding", "foundation metadata concept", "life style", "medicinal product", "medicinal product form", "morphologic abnormality",
        "navigational concept", "observable entity", "occupation", "organism", "person", "physical object", "procedure", "product", "product name",
        "qualifier value", "real clinical drug", "record artifact", "regime/therapy", "situation", "social concept", "specimen", "staging scale", "substance",
        "tumor staging",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool AreAlike(string one, string other) => one == other || Normal(one) == Normal(other);

    private static string Normal(string term)
    {
        var words = string.Join(' ', term.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        var open = words.EndsWith(')') ? words.LastIndexOf(" (", StringComparison.Ordinal) : -1;
        return open > 0 && Tags.Contains(words[(open + 2)..^1]) ? words[..open] : words;
    }
}
