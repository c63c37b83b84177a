namespace PcnMedOpt.Core.Semantics;

/// <summary>Why something that stands where the identifier of a concept belongs cannot be used, in a sentence.</summary>
public static class UnusableIdentifiers
{
    private const int LongestShown = 40;

    /// <summary>A spreadsheet has been at it, which explains everything else that is wrong.</summary>
    public static bool IsSpreadsheetDamage(string id) => Sctid.LooksDamaged(id) || Sctid.LooksScientific(id);

    /// <param name="id">As it is written; empty where there is none.</param>
    /// <param name="problem">What is wrong with its digits; with none, it identifies something else than a concept.</param>
    /// <param name="kind">What it identifies, when its digits are good.</param>
    public static string Message(string id, SctidProblem problem, ComponentKind kind) => problem switch
    {
        _ when Sctid.LooksScientific(id) => $"'{id}' is what a spreadsheet shows for a long number; the identifier itself is lost.",
        _ when Sctid.LooksDamaged(id) => $"'{id}' looks damaged by a spreadsheet, which keeps 15 digits of a number and makes the others zero.",
        SctidProblem.NotDigits when id.Length == 0 => "This row has no identifier.",
        SctidProblem.NotDigits => $"'{Shortened(id)}' is no identifier: it does not consist of digits alone.",
        SctidProblem.Length => $"'{Shortened(id)}' is no identifier: it has {(id.Length == 1 ? "1 digit" : $"{id.Length} digits")}, and identifiers have 6 to 18.",
        SctidProblem.LeadingZero => $"'{id}' is no identifier: it begins with 0.",
        SctidProblem.CheckDigit => $"'{id}' fails its check digit: a digit is wrong, or two have changed places.",
        SctidProblem.Partition => $"'{id}' is no identifier: {id[^3..^1]} before its last digit stands for no kind of thing that SNOMED CT has.",
        _ => kind == ComponentKind.Description
            ? $"'{id}' identifies a description, one of the names of a concept, and not the concept itself."
            : $"'{id}' identifies a relationship between concepts, and not a concept.",
    };

    /// <summary>The one known concept of which a spreadsheet would have left this; null where none fits, or several do.</summary>
    public static string? Intact(string id, IEnumerable<long> known)
    {
        var fitting = (Sctid.LooksScientific(id) ? Sctid.ShownAs(id, known) : Sctid.Intact(id, known))
            .Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)).Where(i => Sctid.KindOf(i) == ComponentKind.Concept).Take(2).ToList();
        return fitting is [var intact] ? intact : null;
    }

    private static string Shortened(string text) => text.Length > LongestShown ? text[..LongestShown] + "…" : text;
}
