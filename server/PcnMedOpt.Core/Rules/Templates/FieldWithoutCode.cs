using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Templates;

namespace PcnMedOpt.Core.Rules.Templates;

/// <summary>An answer without a code is found by no search. Who means that says so, and why (language §6).</summary>
public sealed class FieldWithoutCode : IDeclarationRule
{
    private const string Hint = "Write code and an identifier with its term, or uncoded and why: uncoded \"free text\".";

    public DiagnosticKind Kind { get; } = new("MO8001", "field-without-code", Severity.Error, "A field does not say how its answer is recorded");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        declaration.Model is Template template ? template.Fields.Where(f => f.Coding is null).SelectMany(OfField) : [];

    private IEnumerable<Diagnostic> OfField(Field field)
    {
        if (field.Kind is not (FieldKind.Choice or FieldKind.Choices))
            return [Kind.At(field.NameSpan, $"'{field.Name}' says neither with which code its answer is recorded, nor that it is recorded without one.", Hint)];
        var without = field.Options.Where(o => o.Coding is null).ToList();
        if (without.Count > 1 && without.Count == field.Options.Length)
            return [Kind.At(field.NameSpan, $"No option of '{field.Name}' says with which code it is recorded, or that it is recorded without one.", Hint)];
        return without.Select(o => Kind.At(
            o.Span, $"The option \"{o.Label}\" of '{field.Name}' says neither with which code it is recorded, nor that it is recorded without one.", Hint));
    }
}
