using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Binding;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>Nothing lies between the later and the earlier end, so that a criterion with its ends changed round silently finds nobody.</summary>
public sealed class BetweenReversed : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3108", "between-reversed", Severity.Error, "The ends of a period or age range are changed round");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        declaration.HasUnknownParameter() ? [] : declaration.ConditionNodes.Select(n => n switch
        {
            BetweenAgoSyntax ago => Ago(declaration, ago),
            BetweenDatesSyntax dates => Dates(dates.Span, dates.From, dates.To),
            BornSyntax { Until: { } until } born => Dates(born.Span, born.Date, until),
            AgeBetweenSyntax age => Ages(declaration, age),
            _ => null,
        }).OfType<Diagnostic>();

    private Diagnostic? Ago(DeclarationMeaning declaration, BetweenAgoSyntax window)
    {
        var values = new ValueBinder(declaration.Scope);
        var (near, far) = (values.Duration(window.Near), values.Duration(window.Far));
        if (values.Findings.Count > 0 || !far.IsAtMost(near)) return null;
        if (near.IsAtMost(far))
            return Kind.At(
                window.Span,
                $"'{window.OneLine}' is a window of no length: no record is in it.",
                "Write two ends, the nearer first, such as between 3 months and 6 months ago.");
        var why = $"{window.Near.OneLine} ago is before {window.Far.OneLine} ago";
        return Reversed(window.Span, why, (window.Near.Span, window.Near.OneLine), (window.Far.Span, window.Far.OneLine), " ago");
    }

    private Diagnostic? Dates(TextSpan span, Token from, Token to) =>
        Numbers.Date(from) is { } first && Numbers.Date(to) is { } last && first > last
            ? Reversed(span, $"{from.Text} is after {to.Text}", (from.Span, from.Text), (to.Span, to.Text), "")
            : null;

    private Diagnostic? Ages(DeclarationMeaning declaration, AgeBetweenSyntax age)
    {
        var values = new ValueBinder(declaration.Scope);
        return values.Whole(age.From) > values.Whole(age.To) && values.Findings.Count == 0
            ? Reversed(age.Span, $"{age.From.Text} is more than {age.To.Text}", (age.From.Span, age.From.Text), (age.To.Span, age.To.Text), $" {age.Unit.Text}")
            : null;
    }

    private Diagnostic Reversed(TextSpan span, string why, (TextSpan Span, string Text) from, (TextSpan Span, string Text) to, string unit)
    {
        var right = $"between {to.Text} and {from.Text}{unit}";
        var swapped = Fix.Changes(right, new TextEdit(from.Span, to.Text), new TextEdit(to.Span, from.Text));
        return Kind.At(span, $"Nothing lies in between: {why}.", $"Write {right}.", swapped);
    }
}
