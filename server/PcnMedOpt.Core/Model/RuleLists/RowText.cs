using System.Globalization;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Model.RuleLists;

/// <summary>A criterion as one line of text: equal texts are equal criteria. It is also how rule lists are shown in tests and to data leads.</summary>
public static class RowText
{
    public static string Of(RowCriterion criterion)
    {
        var text = $"{criterion.Table.ToString().ToLowerInvariant()}[{string.Join(", ", criterion.Filters.Select(Of))}]";
        if (criterion.Order is { } order) text += $" {order.ToString().ToLowerInvariant()} 1";
        if (!criterion.KeptTest.IsEmpty) text += $" kept[{string.Join(", ", criterion.KeptTest.Select(Of))}]";
        return criterion.Link is { } link ? $"{text} -> {Of(link)}" : text;
    }

    public static string Of(OffsetRange range)
    {
        var from = range.From is { } f ? $"{(range.FromIncluded ? ">=" : ">")} {Of(f)}" : "";
        var to = range.To is { } t ? $"{(range.ToIncluded ? "<=" : "<")} {Of(t)}" : "";
        return from.Length > 0 && to.Length > 0 ? $"{from} and {to}" : from + to;
    }

    private static string Of(RowLink link)
    {
        var child = link.ChildDate == DateColumn.Date ? Of(link.Child) : link.ChildDate.ToString().ToLowerInvariant();
        var parent = link.ParentDate == DateColumn.Date ? "" : $"{link.ParentDate.ToString().ToLowerInvariant()}: ";
        return $"{parent}{(link.ChildNegated ? "none " : "")}({Of(link.Range)}) {child}";
    }

    private static string Of(Offset offset) => string.Create(CultureInfo.InvariantCulture, $"{offset.Count} {offset.Unit.ToString().ToUpperInvariant().TrimEnd('S')}");

    private static string Of(RowFilter filter) => filter switch
    {
        CodesIn codes => $"codes {string.Join(" or ", codes.Sets)}",
        DatedIn dated => $"date {ConditionText.Of(dated.Window)}",
        AgeIs age => $"age {ConditionText.Of(age.Range)}",
        AgeAtEventIs age => $"age at event {ConditionText.Of(age.Range)}",
        HasNumber => "has a number",
        NumberIs number => $"number {ConditionText.Of(number.Range)} as {number.Set}",
        BornIn born => $"born {(born.From is { } f ? Numbers.Shown(f) : "")}..{(born.To is { } t ? Numbers.Shown(t) : "")}",
        RegisteredSince since => $"registered for {ConditionText.Of(since.Range)}",
        EpisodeIs episode => $"episode {(episode.Not ? "not " : "")}{string.Join(", ", episode.Kinds.Select(k => k.ToString().ToLowerInvariant()))}",
        _ => throw new System.Diagnostics.UnreachableException($"No text for {filter}"),
    };
}
