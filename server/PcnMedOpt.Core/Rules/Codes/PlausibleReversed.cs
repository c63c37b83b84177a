using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>Results outside the plausible range are unusable: with its ends changed round, all of them would be.</summary>
public sealed class PlausibleReversed : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2123", "plausible-reversed", Severity.Error, "A plausible range ends before it begins");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from range in declaration.Facts.Codes?.Units.IsEmpty == false ? declaration.Nodes.OfType<PlausibleSyntax>() : []
        where Numbers.Signed(range.Low) > Numbers.Signed(range.High)
        let low = range.Low.Span.Of(declaration.Text)
        let high = range.High.Span.Of(declaration.Text)
        select Kind.At(
            TextSpan.FromBounds(range.Low.Span.Start, range.High.Span.End),
            $"{low} is more than {high}: no result would be plausible.",
            $"Write plausible {high} to {low}.",
            Fix.Changes($"Write plausible {high} to {low}", new TextEdit(range.Low.Span, high), new TextEdit(range.High.Span, low)));
}
