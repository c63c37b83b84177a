using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Rules.Conditions;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Templates;

/// <summary>A unit belongs to a number, and "on completion" to an outcome. On another field it would be left out in silence.</summary>
public sealed class AttributeDoesNotFit : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8004", "attribute-does-not-fit", Severity.Error, "What is said of a field belongs to another kind of field");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from field in declaration.All<FieldSyntax>()
        from attribute in field.Attributes
        let belongs = attribute switch
        {
            FieldUnitSyntax or FieldRangeSyntax when field.Kind.Kind != TokenKind.NumberWord => "a number",
            OnCompletionSyntax when field.Kind.Kind != TokenKind.OutcomeWord => "an outcome",
            _ => null,
        }
        where belongs is not null
        select Kind.At(
            attribute.Span,
            $"'{attribute.OneLine}' belongs to {belongs}, and '{field.Name.Text}' is {Article(field.Kind.Text)}.",
            $"Remove it, or make the field {belongs}.",
            Fix.Changes($"Remove {attribute.OneLine}", Edits.Remove(declaration.Text, attribute.Span)));

    private static string Article(string kind) => (kind == "outcome" ? "an " : "a ") + kind;
}
