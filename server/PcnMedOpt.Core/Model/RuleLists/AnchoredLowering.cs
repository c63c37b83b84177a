using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Model.RuleLists;

/// <summary>Records chosen by filters, of which one may look at another record: the anchor is the parent, the records are its child.</summary>
internal static class AnchoredLowering
{
    /// <summary>Records of the sets that satisfy the filters, or null where links cannot say it.</summary>
    public static RowCriterion? Of(Table table, ImmutableArray<string> sets, ImmutableArray<Filter> filters)
    {
        if (Own(table, sets, filters) is not { } own) return null;
        return Anchored(filters) switch
        {
            null => own,
            { Anchor: RegistrationAnchor } window when window.Duration is null && own.Link is null => own with { Link = ToRegistration(window) },
            var window => UnderAnchor(window, own, false),
        };
    }

    /// <summary>The anchor exists, and no record of the set is in the window that it gives. Null where one criterion cannot say it.</summary>
    public static RowCriterion? None(Table table, string set, ImmutableArray<Filter> filters, Anchor anchor)
    {
        if (Own(table, [set], filters) is not { Link: null } own || Anchored(filters) is not { } window) return null;
        return anchor is RecordAnchor { Pick: Pick.Any } && Fixed(window) is null ? null : UnderAnchor(Fixed(window) ?? window, own, true);
    }

    /// <summary>"no X within n of any A": has A, and not (X within n of any A).</summary>
    public static Formula? NoneWithinAny(Table table, NoSuchTest test, Anchor anchor, bool negated)
    {
        if (anchor is not RecordAnchor any || any.Pick != Pick.Any) return null;
        var exists = new HappenedTest(any.Sets, any.How, any.Filters, null);
        var near = new HappenedTest([test.Set], test.How, test.Filters, null);
        if (TestLowering.Of(exists, negated) is not { } has || TestLowering.Of(near, !negated) is not { } apart) return null;
        return negated ? Formula.Any([has, apart]) : Formula.All([has, apart]);
    }

    /// <summary>The first record in an order among those that satisfy the filters, which must then satisfy a test.</summary>
    public static RowCriterion? Picked(Table table, ImmutableArray<string> sets, ImmutableArray<Filter> filters, RowFilter? also, Pick pick, params ImmutableArray<RowFilter> kept)
    {
        if (Own(table, sets, filters) is not { Link: null } own) return null;
        var picked = own with { Filters = also is null ? own.Filters : own.Filters.Add(also), Order = pick, KeptTest = kept };
        return Anchored(filters) is not { } window ? picked : Single(window) is { } single ? UnderAnchor(single, picked, false) : null;
    }

    /// <summary>The records with the filters that look at no other record. At an age, an issue is linked to the patient's birth.</summary>
    public static RowCriterion? Own(Table table, ImmutableArray<string> sets, ImmutableArray<Filter> filters)
    {
        var own = RowCriterion.Of(table, new CodesIn(sets));
        foreach (var filter in filters)
        {
            switch (filter)
            {
                case WindowFilter { Window: Ever }: break;
                case WindowFilter window when window.Window.AnchorOf() is not null: break;
                case WindowFilter window: own = own with { Filters = own.Filters.Add(new DatedIn(window.Window)) }; break;
                case AtAgeFilter age when table == Table.Issues:
                    if (own.Link is not null) return null;
                    own = own with { Link = ToBirth(age.Range) };
                    break;
                case AtAgeFilter age: own = own with { Filters = own.Filters.Add(new AgeAtEventIs(age.Range)) }; break;
                case ValueFilter value: own = own with { Filters = own.Filters.Add(new NumberIs(value.Range, sets[0])) }; break;
                case EpisodeFilter episode: own = own with { Filters = own.Filters.Add(new EpisodeIs(episode.Kinds, episode.Not)) }; break;
            }
        }
        return own;
    }

    /// <summary>The window among the filters that looks at another record.</summary>
    public static AnchoredWindow? Anchored(ImmutableArray<Filter> filters) =>
        filters.OfType<WindowFilter>().Select(f => f.Window).FirstOrDefault(w => w.AnchorOf() is not null) switch
        {
            RelativeToAnchor relative => new AnchoredWindow(relative.Anchor, RangeOf(relative.Preposition), relative.Preposition, null),
            WithinOfAnchor within => new AnchoredWindow(within.Anchor, RangeOf(within), null, within.Duration),
            _ => null,
        };

    /// <summary>The anchor as parent, and the records as its child.</summary>
    public static RowCriterion? UnderAnchor(AnchoredWindow window, RowCriterion child, bool negated)
    {
        if (window.Anchor is RegistrationAnchor)
            return RowCriterion.Of(Table.Patients) with { Link = new RowLink(DateColumn.Registration, DateColumn.Date, window.Range, child, negated) };
        if (window.Anchor is not RecordAnchor { How: not Happened.Either } anchor) return null;
        if (Own(TestLowering.Tables(anchor.How)[0], anchor.Sets, anchor.Filters) is not { Link: null } own) return null;
        Pick? order = anchor.Pick == Pick.Any ? null : anchor.Pick;
        var parent = own with { Order = order, Link = new RowLink(DateColumn.Date, DateColumn.Date, window.Range, child, negated) };
        if (Anchored(anchor.Filters) is not { } outer) return parent;
        return (order is null && !negated ? outer : Single(outer)) is { } single ? UnderAnchor(single, parent, false) : null;
    }

    /// <summary>
    /// The same window with an anchor that is one record. "After any" is after the earliest, "before any" before the latest; "on any" and
    /// "within n of any" have no such record.
    /// </summary>
    public static AnchoredWindow? Single(AnchoredWindow window) => window.Anchor is RecordAnchor { Pick: Pick.Any } ? Fixed(window) : window;

    private static AnchoredWindow? Fixed(AnchoredWindow window)
    {
        if (window.Anchor is not RecordAnchor { Pick: Pick.Any } any) return null;
        return window.Preposition switch
        {
            Preposition.After or Preposition.Since => window with { Anchor = any with { Pick = Pick.Earliest } },
            Preposition.Before or Preposition.Until => window with { Anchor = any with { Pick = Pick.Latest } },
            _ => null,
        };
    }

    /// <summary>The record is the parent and the patient its child, as EMIS exports have it: child minus parent.</summary>
    private static RowLink ToRegistration(AnchoredWindow window)
    {
        var range = window.Preposition switch
        {
            Preposition.Before => OffsetRange.After,
            Preposition.Until => OffsetRange.Since,
            Preposition.Since => OffsetRange.Until,
            Preposition.After => OffsetRange.Before,
            _ => OffsetRange.On,
        };
        return new RowLink(DateColumn.Date, DateColumn.Registration, range, RowCriterion.Of(Table.Patients), false);
    }

    private static RowLink ToBirth(AgeRange range) => new(
        DateColumn.Date,
        DateColumn.Birth,
        range is AgeAtLeast least ? new OffsetRange(null, false, Offset.Before(least.Duration), true) : new OffsetRange(Offset.Before(((AgeUnder)range).Duration), false, null, false),
        RowCriterion.Of(Table.Patients),
        false);

    private static OffsetRange RangeOf(Preposition preposition) => preposition switch
    {
        Preposition.After => OffsetRange.After,
        Preposition.Since => OffsetRange.Since,
        Preposition.Before => OffsetRange.Before,
        Preposition.Until => OffsetRange.Until,
        _ => OffsetRange.On,
    };

    private static OffsetRange RangeOf(WithinOfAnchor within) => within.Around switch
    {
        Around.After => new OffsetRange(Offset.Zero, true, Offset.After(within.Duration), true),
        Around.Before => new OffsetRange(Offset.Before(within.Duration), true, Offset.Zero, true),
        _ => new OffsetRange(Offset.Before(within.Duration), true, Offset.After(within.Duration), true),
    };
}

/// <summary>A window that looks at another record, as a range of days from it.</summary>
internal sealed record AnchoredWindow(Anchor Anchor, OffsetRange Range, Preposition? Preposition, Duration? Duration);
