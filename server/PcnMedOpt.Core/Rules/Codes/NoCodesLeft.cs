using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>A set of which nothing is left finds nobody, whatever it names.</summary>
public sealed class NoCodesLeft : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2140", "no-codes-left", Severity.Error, "A code set holds no code");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Facts.Codes is { IsEmpty: false, Awaiting: null } set && declaration.CodeSet(set.Name) is { Codes.IsEmpty: true, NeedsRelease: false, Awaiting: null, Written: not null })
            yield return Kind.At(
                declaration.Facts.NameSpan,
                $"In the terminology release '{set.Name}' holds no code: it would find nobody.",
                "Look at what its entries stand for, and at what it leaves out.");
    }
}
