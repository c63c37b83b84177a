using PcnMedOpt.Core.Model.Binding;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Actions;

/// <summary>Gives a criterion that was written without a label what it says as one, so that it can be read.</summary>
internal static class AddLabel
{
    public static IEnumerable<CodeAction> Of(ActionPlace place)
    {
        if (place.Innermost<SkippedSyntax>() is not { } skipped || place.Innermost<CriteriaSyntax>() is null) yield break;
        var written = place.TextOf(skipped);
        if (Read(written) is not { } condition) yield break;
        var values = new ValueBinder(place.Compilation.Scope);
        var said = ConditionText.Of(ConditionBinder.Bind(values, condition));
        var label = char.ToUpperInvariant(said[0]) + said[1..];
        yield return CodeAction.Keeps(
            $"Give the criterion a label", ActionKind.QuickFix, () => ActionAnswer.Of(place.Edit(new TextSpan(skipped.Span.Start, 0), $"{Strings.Quoted(label)}: "))) with
        {
            Mends = place.Shown.FirstOrDefault(d => skipped.Span.Contains(d.Diagnostic.Span.Start)),
        };
    }

    /// <summary>The condition, when the text is one and nothing else.</summary>
    private static ConditionSyntax? Read(string text)
    {
        var parsed = new Slice($"cohort x \"X\" {{ include any {{ \"X\": {text}\n}} }}").Parsed;
        return SyntaxFindings.Of(parsed).Any() || parsed.Nodes.OfType<CriterionSyntax>().Count() != 1 ? null : parsed.Nodes.OfType<CriterionSyntax>().First().Condition;
    }
}
