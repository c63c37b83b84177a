using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Core.Model.RuleLists;

/// <summary>
/// "latest of S is T": a record of T for which there is no later record of S. It is exact with several records on one day, where "latest 1"
/// would pick one of them by chance.
/// </summary>
internal static class StatusLowering
{
    public static RowCriterion? Of(StatusTest test)
    {
        if (test.How == Happened.Either) return null;
        var table = TestLowering.Tables(test.How)[0];
        if (test.Keep.AnchorOf() is not null) return null;
        var keptSets = test.Kept is null ? test.Sets : [test.Kept];
        if (AnchoredLowering.Own(table, keptSets, [.. test.Choose, .. test.Keep]) is not { Link: null } kept) return null;
        if (AnchoredLowering.Own(table, test.Sets, test.Choose) is not { Link: null } any) return null;
        var other = new RowLink(DateColumn.Date, DateColumn.Date, test.Pick == Pick.Latest ? OffsetRange.After : OffsetRange.Before, any, true);
        if (AnchoredLowering.Anchored(test.Choose) is not { } looks) return kept with { Link = other };
        if (AnchoredLowering.Single(looks) is not { } window) return null;
        return IsOpenWhereItPicks(window, test.Pick) ? AnchoredLowering.UnderAnchor(window, kept with { Link = other }, false) : Approximate(test, table);
    }

    /// <summary>
    /// With an anchor and an end on the side of the pick, the "later one" would have to lie before that end: EMIS is asked for the latest
    /// record instead, and picks one of those of a day.
    /// </summary>
    public static bool IsApproximate(StatusTest test) =>
        AnchoredLowering.Anchored(test.Choose) is { } window && !IsOpenWhereItPicks(window, test.Pick);

    private static bool IsOpenWhereItPicks(AnchoredWindow window, Pick pick) => pick == Pick.Latest ? !window.Range.HasUpperEnd : !window.Range.HasLowerEnd;

    private static RowCriterion? Approximate(StatusTest test, Table table)
    {
        if (AnchoredLowering.Own(table, test.Kept is null ? test.Sets : [test.Kept], test.Keep) is not { Link: null } kept) return null;
        return AnchoredLowering.Picked(table, test.Sets, test.Choose, null, test.Pick, kept.Filters);
    }
}
