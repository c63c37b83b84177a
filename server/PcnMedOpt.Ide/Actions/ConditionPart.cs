using PcnMedOpt.Core.Model.Binding;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Actions;

/// <summary>A condition that is selected: a whole one, or some neighbours of a row that is joined by one word.</summary>
internal sealed record ConditionPart(TextSpan Span, IReadOnlyList<ConditionSyntax> Conditions)
{
    /// <summary>Without a selection the whole; null when the selection ends inside something.</summary>
    public static ConditionPart? Of(ActionPlace place, ConditionSyntax whole)
    {
        if (!place.IsSelection || place.Innermost<ConditionSyntax>() is not { } node) return Inside(whole);
        if (node is not JoinedSyntax joined || node.Span == place.Selected) return node is NotSyntax && node.Span != place.Selected ? null : Inside(node);
        var some = joined.Operands.Where(o => o.Span.Start >= place.Selected.Start && o.Span.End <= place.Selected.End).ToList();
        return !joined.IsMixed && some.Count > 0 && some[0].Span.Start == place.Selected.Start && some[^1].Span.End == place.Selected.End ? new ConditionPart(place.Selected, some) : null;
    }

    /// <summary>It speaks of the record that a measure over records is at.</summary>
    public bool SpeaksOfIt => Conditions.SelectMany(c => c.DescendantsAndSelf()).Any(n => n is AnchorSyntax { Word.Kind: TokenKind.ItWord });

    /// <summary>A part of it has two readings, and so no meaning yet.</summary>
    public bool IsUnclear(ActionPlace place) =>
        Conditions.Any(c => ConditionBinder.Bind(new ValueBinder(place.Compilation.Scope), c).DescendantsAndSelf().Any(p => p is Unreadable));

    /// <summary>What it says in one line, parameters by their value.</summary>
    public string Said(ActionPlace place) => ConditionText.Of(ConditionBinder.Bind(new ValueBinder(place.Compilation.Scope), Conditions[0]));

    /// <summary>Brackets stay where they are: after "not" they are needed.</summary>
    private static ConditionPart Inside(ConditionSyntax node)
    {
        while (node is BracketSyntax bracket) node = bracket.Inner;
        return new ConditionPart(node.Span, [node]);
    }
}
