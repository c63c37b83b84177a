using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>What is only kept as text must not look as if it had been checked.</summary>
public sealed class NotYetSupported : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2008", "not-yet-supported", Severity.Warning, "A declaration is read as text for now");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Syntax is not OpaqueSyntax) yield break;
        yield return Kind.At(
            declaration.Facts.NameSpan,
            $"The {declaration.Facts.Kind.Noun()} '{declaration.Facts.Name}' is read as text for now: "
            + "its name is known, its content is not checked and no output is made from it.",
            "It can stay. Do not rely on it, and check it by hand.");
    }
}
