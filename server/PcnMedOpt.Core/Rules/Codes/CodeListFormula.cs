using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>
/// Terms of a list are printed in workbooks. A cell that begins as a formula does is run by the spreadsheet of whoever opens one (OWASP,
/// "CSV Injection").
/// </summary>
public sealed class CodeListFormula : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2113", "code-list-formula", Severity.Error, "A cell of a code list is one that a spreadsheet would run");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from list in TakenLists.Of(declaration)
        from cell in list.List?.Formulas ?? []
        select Kind.At(
            list.Reference.PathSpan,
            $"A spreadsheet would run this cell as a formula: {(cell.Value.Length > 40 ? cell.Value[..40] + "…" : cell.Value)}",
            "Take the list from its source again, or remove what the cell begins with.") with
        {
            ShownAt = new FilePlace(list.Reference.Path, cell.Span),
        };
}
