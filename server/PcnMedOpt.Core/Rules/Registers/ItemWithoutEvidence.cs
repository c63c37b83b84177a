using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Checklists;

namespace PcnMedOpt.Core.Rules.Registers;

/// <summary>An item that nothing shows is ticked from memory.</summary>
public sealed class ItemWithoutEvidence : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8303", "item-without-evidence", Severity.Warning, "Nothing shows that an item of a checklist is done");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from item in (declaration.Model as Checklist)?.Items ?? []
        where item.Evidence is null && item.From is null
        select Kind.At(
            item.Span,
            $"Nothing shows that \"{item.Text}\" is done.",
            "Say what is kept, evidence file, note or link, or which measure or register shows it: from and its name.");
}
