using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Binding;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>The unit of a set decides how results without one are read, and that of a limit what they are compared with: it is never guessed.</summary>
public sealed class UnitUnknownInSet : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2122", "unit-unknown-in-set", Severity.Error, "The unit of a code set, limit or number is not known");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        (declaration.Facts.Codes?.Units ?? []).Where(c => c.Unit is null).Select(c => c.UnitSpan)
            .Concat(declaration.ConditionNodes.Select(UnitOf).OfType<Token>().Where(u => LimitBinder.Unit(u) is null).Select(u => u.Span))
            .Select(span => About(span, span.Of(declaration.Text)));

    /// <summary>The unit of a number in a template, of a limit, or of the value that an interval follows from.</summary>
    private static Token? UnitOf(SyntaxNode node) => node switch
    {
        FieldUnitSyntax field => field.Unit,
        LimitSyntax limit => limit.Unit,
        IntervalSyntax interval => interval.Unit,
        _ => null,
    };

    private Diagnostic About(TextSpan span, string typed)
    {
        var spellings = UnitSpellings.Documented.SelectMany(s => new[] { s.Key, s.Value });
        var near = CloseWords.Near(typed, spellings).Select(UnitSpellings.Read).OfType<Unit>().Select(u => u.Text).Distinct().ToList();
        return Kind.At(
            span,
            $"'{typed}' is no unit.",
            near.Count > 0
                ? $"Did you mean {string.Join(" or ", near)}?"
                : "Write it as UCUM does, such as 10*9/L or umol/L, or none for results without a unit.",
            [.. near.Select(u => Fix.Changes($"Write {u}", new TextEdit(span, u)))]);
    }
}
