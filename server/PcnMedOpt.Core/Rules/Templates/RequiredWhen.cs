using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Rules.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Templates;

/// <summary>A field that is required when something happens that cannot happen is never required.</summary>
public sealed class RequiredWhen : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8009", "required-when", Severity.Error, "A field is required when something happens that cannot");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        var fields = declaration.All<FieldSyntax>().ToList();
        return
            from field in fields
            from required in field.Attributes.OfType<RequiredSyntax>()
            let finding = required.When is { } when ? Of(field, required, when, fields) : null
            where finding is not null
            select finding;
    }

    private Diagnostic? Of(FieldSyntax field, RequiredSyntax required, Token when, List<FieldSyntax> fields)
    {
        var name = CodeSetReader.NameOf(when);
        if (fields.Find(f => CodeSetReader.NameOf(f.Name) == name) is not { } decides)
        {
            var near = CloseWords.Near(name, fields.Where(f => f != field).Select(f => CodeSetReader.NameOf(f.Name))).ToList();
            return Kind.At(
                when.Span,
                $"This template has no field '{name}'.",
                near.Count > 0 ? $"Did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?" : "Name the tick or choice that decides.",
                [.. near.Select(n => Fix.Changes($"Write {n}", new TextEdit(when.Span, n)))]);
        }
        if (decides == field) return Kind.At(when.Span, $"'{name}' is required when it is filled itself.", "Name another field, or write required.");
        return required.IsOption is { } option ? OfOption(option, name, decides) : OfTick(when, name, decides);
    }

    private Diagnostic? OfTick(Token when, string name, FieldSyntax decides) =>
        decides.Kind.Kind == TokenKind.TickWord
            ? null
            : Kind.At(
                when.Span,
                $"'{name}' is a {decides.Kind.Text}, and cannot be ticked.",
                decides is ChoiceFieldSyntax ? $"Name one of its options: required when {name} is \"…\"." : "Name a field of the kind tick.");

    private Diagnostic? OfOption(Token option, string name, FieldSyntax decides)
    {
        var label = Strings.Value(option);
        if (decides is not ChoiceFieldSyntax choice)
            return Kind.At(
                option.Span,
                $"'{name}' is a {decides.Kind.Text}, and has no options.",
                decides.Kind.Kind == TokenKind.TickWord ? $"Write required when {name} ticked." : "Name a choice.");
        var labels = choice.Options.OfType<OptionSyntax>().Select(o => Strings.Value(o.Label)).ToList();
        if (labels.Contains(label)) return null;
        var near = CloseWords.Near(label, labels).ToList();
        return Kind.At(
            option.Span,
            $"'{name}' has no option \"{label}\".",
            $"Its options are {Listing.And(labels.Select(l => $"\"{l}\""))}.",
            [.. near.Select(n => Fix.Changes($"Write {n}", new TextEdit(option.Span, Strings.Quoted(n))))]);
    }
}
