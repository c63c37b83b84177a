using System.Diagnostics;
using System.Globalization;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>Which values of an attribute are meant: concepts, or concrete values; one kind is never the other, and never unlike it either.</summary>
internal sealed class EclValueTest
{
    private readonly ConceptSet? concepts;
    private readonly bool isNot;
    private readonly Func<string, bool>? concrete;
    private readonly Dictionary<int, bool> known = [];
    private readonly ReleaseStore store;

    private EclValueTest(ConceptSet? concepts, bool isNot, Func<string, bool>? concrete, ReleaseStore store)
    {
        this.concepts = concepts;
        this.isNot = isNot;
        this.concrete = concrete;
        this.store = store;
    }

    /// <param name="value">The ordinal of a concept, or below zero a concrete value (<see cref="AttributeRow.Value"/>).</param>
    public bool Takes(int value)
    {
        if (value >= 0) return concepts is not null && concepts.Contains(value) != isNot;
        if (concrete is null) return false;
        if (!known.TryGetValue(value, out var takes)) known[value] = takes = concrete(store.ConcreteValue(value));
        return takes;
    }

    public static EclValueTest Of(EclComparison comparison, EclContext context) => comparison switch
    {
        ConceptComparison concept => new EclValueTest(EclSets.Of(concept.Value, context), concept.IsNot, null, context.Store),
        NumberComparison number => new EclValueTest(null, false, value => NumberOf(value) is { } found && Compares(number, found), context.Store),
        BooleanComparison truth => new EclValueTest(null, false, value => TruthOf(value) is { } found && found == truth.Value != truth.IsNot, context.Store),
        TextComparison text => new EclValueTest(null, false, TextTest(text, context), context.Store),
        _ => throw new UnreachableException($"{comparison} compares no attribute."),
    };

    /// <summary>Texts are equal, capital and small letters told apart (6.2, "Concrete Values"); what a search in one means is not said there.</summary>
    private static Func<string, bool> TextTest(TextComparison text, EclContext context)
    {
        if (text.Terms.Any(t => t is not MatchTerm { IsSaid: false }))
            context.Refuse($"'{EclPrinter.Print(text)}' searches in the value of an attribute: only a text that is equal is evaluated.");
        var wanted = text.Terms.OfType<MatchTerm>().Select(t => t.Text).ToHashSet(StringComparer.Ordinal);
        return value => TextOf(value) is { } found && wanted.Contains(found) != text.IsNot;
    }

    /// <summary>A number compares so with the one that is asked for.</summary>
    public static bool Compares(NumberComparison number, decimal found) => Compares(found.CompareTo(number.Value), number.Order);

    private static bool Compares(int sign, EclOrder order) => order switch
    {
        EclOrder.Equal => sign == 0,
        EclOrder.NotEqual => sign != 0,
        EclOrder.Less => sign < 0,
        EclOrder.LessOrEqual => sign <= 0,
        EclOrder.Greater => sign > 0,
        _ => sign >= 0,
    };

    private static decimal? NumberOf(string value) =>
        value.StartsWith('#') && decimal.TryParse(value.AsSpan(1), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool? TruthOf(string value) => bool.TryParse(value, out var truth) ? truth : null;

    private static string? TextOf(string value) => value is ['"', .., '"'] && value.Length > 1
        ? value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
        : null;
}
