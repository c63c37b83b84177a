using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>A code set that names nothing finds nobody, and does not say why.</summary>
public sealed class EmptyCodeSet : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2105", "empty-code-set", Severity.Error, "A code set names nothing");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Facts.Codes is { IsEmpty: true, Awaiting: null } set)
            yield return Kind.At(
                declaration.Facts.NameSpan,
                $"The code set '{set.Name}' names no code, no other set and no list: it would find nobody.",
                "Add what belongs to it, or write what it waits for: awaiting \"…\".");
    }
}
