namespace PcnMedOpt.Core.Semantics.Codes;

/// <summary>
/// The names that lists give their columns of identifiers and of terms: OpenCodelists, dm+d extracts, the lists of NHS England, the browsers of
/// SNOMED CT. Capitals, blanks and other marks make no difference.
/// </summary>
public static class ListColumns
{
    private static readonly string[] Identifiers =
    [
        "code", "id", "snomedid", "dmdid", "snomedcode", "conceptid", "sctid", "snomedctcode", "snomedctid", "snomedconceptid", "snomedctconceptid", "dmdcode",
    ];

    private static readonly string[] Terms =
    [
        "term", "dmdname", "description", "name", "snomedcodedescription", "preferredterm", "pt", "fullyspecifiedname", "fsn", "codedescription", "conceptname",
        "snomedterm", "display",
    ];

    /// <summary>The column of identifiers, by its name; null where none is called so.</summary>
    public static int? Identifier(IReadOnlyList<string> header) => Find(header, Identifiers);

    /// <summary>The column of terms, by its name; null where none is called so.</summary>
    public static int? Term(IReadOnlyList<string> header) => Find(header, Terms);

    private static int? Find(IReadOnlyList<string> header, string[] usual)
    {
        var names = header.Select(Plain).ToList();
        var first = usual.FirstOrDefault(names.Contains);
        return first is null || names.Count(n => n == first) > 1 ? null : names.IndexOf(first);
    }

    private static string Plain(string name) => new([.. name.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);
}
