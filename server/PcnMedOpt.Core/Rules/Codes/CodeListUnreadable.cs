using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>A list that cannot be read to its end must not count as a short one.</summary>
public sealed class CodeListUnreadable : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2112", "code-list-unreadable", Severity.Error, "A code list cannot be read");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        foreach (var (reference, list) in TakenLists.Of(declaration))
            if (list?.Fault == ListFault.UnclosedQuote)
                yield return Kind.At(
                    reference.PathSpan,
                    "The quotation mark that stands here is never closed, so that the rest of the file is one field.",
                    "Close it, or save the list again.") with
                {
                    ShownAt = new FilePlace(reference.Path, list.FaultSpan),
                };
            else if (list?.Fault == ListFault.NoRows)
                yield return Kind.At(reference.PathSpan, $"There is no code in '{reference.Path}'.", "Take the list from its source again.");
    }
}
