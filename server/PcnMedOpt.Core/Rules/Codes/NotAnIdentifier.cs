using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>
/// An identifier has 6 to 18 digits, does not begin with 0, and says before its last digit what it identifies (SNOMED CT Technical
/// Implementation Guide, "SCTID data type"). dm+d identifiers are no different.
/// </summary>
public sealed class NotAnIdentifier : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2103", "not-an-identifier", Severity.Error, "Something else stands where an identifier belongs");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from id in UnusableIds.Of(declaration.Facts, declaration.List)
        where !id.IsSpreadsheetDamage
        let message = Message(id)
        where message is not null
        select id.Found(Kind, message, "Copy the identifier of the SNOMED CT concept or dm+d entry from its source.");

    private static string? Message(UnusableId id) => id.Problem switch
    {
        SctidProblem.NotDigits when id.Text.Length == 0 => "This row has no identifier.",
        SctidProblem.NotDigits => $"'{Shortened(id.Text)}' is no identifier: it does not consist of digits alone.",
        SctidProblem.Length => $"'{Shortened(id.Text)}' is no identifier: it has {Listing.Count(id.Text.Length, "digit")}, and identifiers have 6 to 18.",
        SctidProblem.LeadingZero => $"'{id.Text}' is no identifier: it begins with 0.",
        SctidProblem.Partition => $"'{id.Text}' is no identifier: {id.Text[^3..^1]} before its last digit stands for no kind of thing that SNOMED CT has.",
        _ => null,
    };

    private static string Shortened(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
