using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Emit.Emis.Reading;

namespace PcnMedOpt.Emit.Emis.Importing;

/// <summary>What a criterion asks of single rows, in the words of the language: its code sets and filters, an order, and a test of the row that is kept.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="How">Entries or issues.</param>
/// <param name="Sets">Code sets, any of which will do.</param>
/// <param name="Filters">Filters that look at no other record.</param>
/// <param name="HasNumber">The row must carry a number.</param>
/// <param name="Pick">The order in which the first row is kept; null for none.</param>
/// <param name="KeptSets">The kept row's code is in one of these; empty for any.</param>
/// <param name="KeptNot">The kept row's code is in none of <paramref name="KeptSets"/>.</param>
/// <param name="Kept">Filters of the kept row.</param>
internal sealed record Asked(
    EmisPlace Place,
    Happened How,
    ImmutableArray<string> Sets,
    ImmutableArray<Filter> Filters,
    bool HasNumber,
    Pick? Pick,
    ImmutableArray<string> KeptSets,
    bool KeptNot,
    ImmutableArray<Filter> Kept)
{
    public CodeSystem System => How == Happened.Issued ? CodeSystem.Dmd : CodeSystem.Snomed;

    public bool HasKept => KeptSets.Length > 0 || Kept.Length > 0;

    /// <summary>
    /// Without its order where that changes nothing. A row that is the first of all satisfies a test exactly if any does, where the test has an end on
    /// the other side alone: the earliest is before a day if and only if one is; the latest is after a day if and only if one is.
    /// </summary>
    public Asked Simplified() =>
        Pick is null || (KeptSets.IsEmpty && Kept.All(f => f is WindowFilter { Window: var window } && (Pick == Core.Model.Conditions.Pick.Latest ? IsFrom(window) : IsUntil(window))))
            ? this with { Pick = HasKept ? null : Pick, Filters = [.. Filters, .. Kept], KeptSets = [], Kept = [] }
            : this;

    private static bool IsFrom(Window window) => window is InLast or SinceAgo or RelativeToDate { Preposition: Preposition.After or Preposition.Since };

    private static bool IsUntil(Window window) => window is MoreThanAgo or RelativeToDate { Preposition: Preposition.Before or Preposition.Until };
}

/// <summary>Filters as text.</summary>
internal static class FilterTexts
{
    public static bool SameAs(this Filter one, Filter other) => ConditionText.Of(one) == ConditionText.Of(other);

    public static bool SameAs(this ImmutableArray<Filter> some, ImmutableArray<Filter> others) =>
        some.Select(ConditionText.Of).Order(StringComparer.Ordinal).SequenceEqual(others.Select(ConditionText.Of).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>"issued" wants its period said: "ever" where there is none.</summary>
    public static ImmutableArray<Filter> For(this ImmutableArray<Filter> filters, Happened how) =>
        how == Happened.Recorded || filters.Any(f => f is WindowFilter) ? filters : filters.Insert(0, new WindowFilter(new Ever()));
}
