using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Ide.Actions;

/// <summary>
/// Gives a criterion, or the selected part of one, a cohort of its own and asks for that. The new cohort starts from the same patients, so that among them it
/// holds exactly those of whom the condition is true; where examples give an exclusion as the reason for others too, it starts from everyone.
/// </summary>
internal static class ExtractCohort
{
    private const string Name = "Make this a cohort of its own";
    private const int LongestLabel = 80;

    public static IEnumerable<CodeAction> Of(ActionPlace place)
    {
        if (!place.IsSound || place.Cursor.Parsed.Declaration is not { } declaration) yield break;
        var criterion = place.Innermost<CriterionSyntax>();
        var count = place.Innermost<CountWhenSyntax>();
        if ((criterion?.Condition ?? count?.Condition) is not { } whole || ConditionPart.Of(place, whole) is not { } part || part.Conditions is [InCohortSyntax]) yield break;
        if (part.SpeaksOfIt)
            yield return CodeAction.Refused(Name, ActionKind.Extract, "'it' is the record that the measure is at: a cohort is about patients, and has none.");
        else if (part.IsUnclear(place))
            yield return CodeAction.Refused(Name, ActionKind.Extract, "The condition has an error: what it means has to be clear first.");
        else
            yield return CodeAction.Keeps(Name, ActionKind.Extract, () => Extract(place, declaration, part, criterion, (ClauseSyntax?)criterion ?? count));
    }

    private static ActionAnswer Extract(ActionPlace place, DeclarationSyntax declaration, ConditionPart part, CriterionSyntax? criterion, ClauseSyntax? clause)
    {
        var isWhole = part.Conditions.Count == 1 && criterion is not null && part.Span.End == criterion.Condition.Span.End && part.Span.Start == criterion.Condition.Span.Start;
        var label = Shortened(isWhole && criterion is not null ? Strings.Value(criterion.Label) : Capital(part.Said(place)));
        var name = NewNames.For(place.Compilation, label, place.Declaration.Facts.Name ?? "cohort");
        var isExclusion = place.Innermost<CriteriaSyntax>()?.Keyword.Kind == TokenKind.ExcludeWord;
        var from = isExclusion && Populations.ReasonsAreTold(place.Compilation, place.Declaration) ? "everyone" : Populations.Of(declaration);
        var cites = string.Concat((clause?.Cites ?? []).Select(Edits.Cited));
        var condition = part.Span.Of(place.Cursor.Parsed.Lexed.Text);
        var cohort = $"cohort {name} {Strings.Quoted(label)} {{\n  from {from}\n  include all {{\n    {Strings.Quoted(label)}: {condition}{cites}\n  }}\n}}\n";
        return Proof.Checked(place.Compilation, ActionAnswer.Of(Edits.Before(place.Declaration, cohort), place.Edit(part.Span, $"in {name}")));
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Shortened(string text) => text.Length <= LongestLabel ? text : text[..LongestLabel].TrimEnd() + "…";
}
