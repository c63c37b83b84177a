using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Rules.Conditions;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Templates;

/// <summary>A weight of 70 may be kilograms or pounds, and 700 is a slip of the finger: a number has a unit and a range that is expected.</summary>
public sealed class NumberWithoutRange : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8003", "number-without-range", Severity.Error, "A number has no unit, or no range that is expected");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from field in declaration.All<FieldSyntax>()
        where field.Kind.Kind == TokenKind.NumberWord
        let unit = field.Attributes.Any(a => a is FieldUnitSyntax)
        let range = field.Attributes.Any(a => a is FieldRangeSyntax)
        where !unit || !range
        let missing = unit ? "no range that is expected" : range ? "no unit" : "neither a unit nor a range that is expected"
        select Kind.At(
            field.Name.Span,
            $"The number '{CodeSetReader.NameOf(field.Name)}' has {missing}.",
            string.Join(' ', Hints(unit, range)));

    private static IEnumerable<string> Hints(bool unit, bool range)
    {
        if (!unit) yield return "Write its unit, such as unit kg, or unit none for a score.";
        if (!range) yield return "Write what may be typed without a second look, such as expect 20 to 300.";
    }
}
