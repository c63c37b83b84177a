using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>An expression that cannot be read finds nobody; it is told at the place within the text, before any release is asked.</summary>
public sealed class EclSyntax : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2124", "ecl-syntax", Severity.Error, "An ECL expression cannot be read");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (TextOf(declaration) is not { } text || EclParser.Parse(Strings.Value(text)).Fault is not { } fault) yield break;
        yield return Kind.At(new TextSpan(TextOffsets.Of(text)[fault.Offset], 1), fault.Message, "");
    }

    /// <summary>The text of the expression; null where the declaration has none.</summary>
    internal static Token? TextOf(DeclarationMeaning declaration) => declaration.Syntax is CodesSyntax { Body: CodesEclSyntax { Text: var text } } ? text : null;
}
