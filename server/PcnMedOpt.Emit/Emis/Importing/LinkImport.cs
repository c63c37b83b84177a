using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Emis.Reading;

namespace PcnMedOpt.Emit.Emis.Importing;

/// <summary>A record that another one is counted from, and how its own place was chosen: any of several, or the first in an order.</summary>
/// <param name="Window">The window that it gives.</param>
/// <param name="IsAny">It may be any of several records.</param>
/// <param name="Range">Which sides of it are open.</param>
internal sealed record OuterAnchor(Window Window, bool IsAny, LinkRange Range);

/// <summary>
/// Criteria that are linked to one another. The simplifications are those that can be proved, where the parent may be any of its records: "after any" is
/// after the earliest and "before any" before the latest; "any with none after it" is the latest with none after it, and "any with none before it" the
/// earliest; a record with no later one of a wider set is "latest of …"; a chain of the same records, each after the one before, is "at least n times".
/// </summary>
internal sealed class LinkImport(ImportedSets sets, ColumnImport columns, RangeImport ranges, ImportFindings findings)
{
    private const string TieDiffers = "Of several records on one day EMIS takes one; the language is satisfied by any of them.";

    /// <summary>Records without a link of their own, with the window that an outer record gives.</summary>
    public Condition Own(Asked asked, ImmutableArray<Filter> window)
    {
        if (asked.Pick is not { } pick || !asked.HasKept)
            return new HappenedTest(asked.Sets, asked.How, ImmutableArray.Create<Filter>([.. WithNumber(asked), .. window]).For(asked.How), null);
        findings.Differs(asked.Place, TieDiffers);
        if (asked is { HasNumber: true, Sets: [var set], How: Happened.Recorded, KeptSets.IsEmpty: true, Kept: [ValueFilter value] })
            return new ValueTest(pick, set, value.Range, [.. asked.Filters, .. window]);
        ImmutableArray<Filter> choose = [.. WithNumber(asked), .. window];
        choose = choose.For(asked.How);
        if (asked.KeptSets.IsEmpty || !asked.KeptNot) return Status(pick, asked, choose, asked.KeptSets.IsEmpty ? null : sets.Joined(asked.KeptSets, "or", asked.System), asked.Kept);
        var left = asked.Sets.RemoveRange(asked.KeptSets);
        if (left.Length > 0 && left.Length < asked.Sets.Length && left.All(l => asked.KeptSets.All(k => sets.AreApart(l, k))))
            return Status(pick, asked, choose, sets.Joined(left, "or", asked.System), asked.Kept);
        var other = new Not(Status(pick, asked, choose, sets.Joined(asked.KeptSets, "or", asked.System), []));
        return new AllOf([asked.Kept.IsEmpty ? new HappenedTest(asked.Sets, asked.How, choose, null) : Status(pick, asked, choose, null, asked.Kept), other]);
    }

    /// <summary>A criterion of records that is linked to another one.</summary>
    /// <param name="criterion">The parent.</param>
    /// <param name="link">Its link.</param>
    /// <param name="outer">The record that the parent itself is counted from.</param>
    public Condition Of(EmisCriterion criterion, EmisLink link, OuterAnchor? outer)
    {
        if (criterion.BaseGroups.Length > 0 || link.Child.BaseGroups.Length > 0) throw new NotSaid(criterion.Place, "records of several criteria are linked");
        var asked = columns.Records(criterion with { Link = null }).Simplified();
        if (link.Child.Table == "PATIENTS") return ToPatient(asked, link, outer);
        if (asked.HasKept) throw new NotSaid(criterion.Place, "the first of several records must pass a test and be linked to another record");
        if (outer is { IsAny: true } && asked.Pick is { } picked && !(picked == Pick.Latest ? outer.Range.IsOpenAbove : outer.Range.IsOpenBelow))
            throw new NotSaid(criterion.Place, "the first record from any of several records is linked to another one");
        var range = LinkRange.Of(ranges, link);
        if (outer is null && Repeated(criterion) is { } times) return times;
        if (link.Child.Negated && Latest(asked, link, range, outer) is { } status) return status;
        return Child(link, asked, range, outer);
    }

    /// <summary>The patient's registration, linked to records or to the day of birth.</summary>
    public Condition OfPatient(EmisLink link)
    {
        if (link.ParentColumn != "GMS_DATE_OF_REGISTRATION") throw new NotSaid(link.Place, $"the column {link.ParentColumn} of the patient is linked");
        if (link is { ChildColumn: "DOB", Child: { Table: "PATIENTS", Negated: false, Link: null, Filter.Columns.IsEmpty: true } }) return new RegisteredAtAgeTest(Age(link));
        var range = LinkRange.Of(ranges, link);
        var window = range.Around(new RegistrationAnchor()) ?? throw new NotSaid(link.Place, $"a distance from registration is asked that the language has no words for: {range}");
        return Under(link, new OuterAnchor(window, false, range));
    }

    private Condition Child(EmisLink link, Asked parent, LinkRange range, OuterAnchor? outer)
    {
        var pick = parent.Pick ?? Pick.Any;
        if (pick == Pick.Any && link.Child.Negated)
            pick = range.IsOpenAbove ? Pick.Latest : range.IsOpenBelow ? Pick.Earliest : throw new NotSaid(link.Place, "a record without another one within a time around it is asked for");
        else if (pick == Pick.Any && (range.IsOpenAbove || range.IsOpenBelow) && link.Child is { Link: null } && columns.Records(link.Child).Simplified() is { HasKept: false })
            pick = range.IsOpenAbove ? Pick.Earliest : Pick.Latest;
        ImmutableArray<Filter> filters = outer is null ? WithNumber(parent) : [.. WithNumber(parent), new WindowFilter(outer.Window)];
        var window = range.Around(new RecordAnchor(pick, parent.Sets, parent.How, filters)) ?? throw new NotSaid(link.Place, $"a distance between two records is asked that the language has no words for: {range}");
        return Under(link, new OuterAnchor(window, pick == Pick.Any, range));
    }

    /// <summary>The child, counted from an outer record.</summary>
    private Condition Under(EmisLink link, OuterAnchor outer)
    {
        var child = link.Child;
        if (child.Table is not ("EVENTS" or "MEDICATION_ISSUES") || link.ChildColumn is not ("DATE" or "ISSUE_DATE")) throw new NotSaid(link.Place, $"a record is linked to {link.ChildColumn} of {child.Table}");
        if (child.Link is { } next)
            return !child.Negated ? Of(child, next, outer) : throw new NotSaid(child.Place, "a record without another one that is linked to a third is asked for");
        var asked = columns.Records(child).Simplified();
        if (outer.IsAny && asked is { HasKept: true }) throw new NotSaid(child.Place, "the first record from any of several records must pass a test");
        if (!child.Negated) return Own(asked, [new WindowFilter(outer.Window)]);
        if (asked.HasKept) throw new NotSaid(child.Place, "the first record after another one must not pass a test");
        ImmutableArray<Condition> none = [.. asked.Sets.Select(s => new NoSuchTest(s, asked.How, [.. WithNumber(asked), new WindowFilter(outer.Window)]))];
        return none.Length == 1 ? none[0] : new AllOf(none);
    }

    /// <summary>A record for which there is no later (or earlier) one of the same or a wider set.</summary>
    private Condition? Latest(Asked asked, EmisLink link, LinkRange range, OuterAnchor? outer)
    {
        if (asked.Pick is not null || (!range.IsAfter && !range.IsBefore) || link.Child.Link is not null || link.ChildColumn is not ("DATE" or "ISSUE_DATE") || link.Child.Table == "PATIENTS") return null;
        var any = columns.Records(link.Child).Simplified();
        if (any.HasKept || any.How != asked.How || any.HasNumber || asked.HasNumber || asked.Sets.Any(s => !any.Sets.Contains(s))) return null;
        if (any.Filters.Any(f => !asked.Filters.Any(f.SameAs))) return null;
        var pick = range.IsAfter ? Pick.Latest : Pick.Earliest;
        if (outer is not null && !(range.IsAfter ? outer.Range.IsOpenAbove : outer.Range.IsOpenBelow)) return null;
        ImmutableArray<Filter> keep = [.. asked.Filters.Where(f => !any.Filters.Any(f.SameAs))];
        ImmutableArray<Filter> choose = outer is null ? any.Filters : [.. any.Filters, new WindowFilter(outer.Window)];
        if (asked.Sets.Length < any.Sets.Length) return Status(pick, any, choose.For(any.How), sets.Joined(asked.Sets, "or", asked.System), keep);
        return keep.IsEmpty ? new HappenedTest(any.Sets, any.How, choose.For(any.How), null) : Status(pick, any, choose.For(any.How), null, keep);
    }

    /// <summary>Links one after the other from a record to the next of the same kind.</summary>
    private HappenedTest? Repeated(EmisCriterion first)
    {
        var chain = new List<Asked>();
        Duration? apart = null;
        for (var criterion = first; ; criterion = criterion.Link.Child)
        {
            if (criterion.BaseGroups.Length > 0 || criterion.Table != first.Table || (criterion != first && criterion.Negated)) return null;
            var asked = columns.Records(criterion with { Link = null }).Simplified();
            if (asked.HasKept || asked.Pick == Pick.Latest || (chain.Count > 0 && !(asked.Sets.SequenceEqual(chain[0].Sets) && asked.HasNumber == chain[0].HasNumber && asked.Filters.SameAs(chain[0].Filters)))) return null;
            chain.Add(asked);
            if (criterion.Link is not { } link) break;
            if (link.Child.Table == "PATIENTS" || LinkRange.Of(ranges, link).Apart is not { } distance) return null;
            if (chain.Count > 1 && distance != apart) return null;
            apart = distance;
        }
        return new HappenedTest(chain[0].Sets, chain[0].How, WithNumber(chain[0]).For(chain[0].How), new Times(chain.Count, apart is { Count: > 1 } or { Unit: not DurationUnit.Days } ? apart : null));
    }

    /// <summary>A record linked to the patient's birth or registration.</summary>
    private Condition ToPatient(Asked asked, EmisLink link, OuterAnchor? outer)
    {
        if (link.Child is not { Negated: false, Link: null, BaseGroups.IsEmpty: true, Filter: { Columns.IsEmpty: true, Restriction: null } }) throw new NotSaid(link.Place, "a record is linked to more than the day of a patient's birth or registration");
        if (asked.Pick is not null) throw new NotSaid(link.Place, "the first of several records is linked to the patient's birth or registration");
        var window = outer is null ? ImmutableArray<Filter>.Empty : [new WindowFilter(outer.Window)];
        if (link.ChildColumn == "DOB") return Own(asked with { Filters = asked.Filters.Add(new AtAgeFilter(Age(link))) }, window);
        if (link.ChildColumn != "GMS_DATE_OF_REGISTRATION") throw new NotSaid(link.Place, $"a record is linked to {link.ChildColumn}");
        if (outer is not null) throw new NotSaid(link.Place, "a record is counted from another one and from registration");
        var point = LinkRange.Of(ranges, link).Turned is { } range ? range.Around(new RegistrationAnchor()) : null;
        return Own(asked, [new WindowFilter(point ?? throw new NotSaid(link.Place, "a distance from registration is asked that the language has no words for"))]);
    }

    /// <summary>Birth so long before a date: at least that age, or under it.</summary>
    private AgeRange Age(EmisLink link)
    {
        if (link.Range is not { } range || range.Ends().ToList() is not [var (bound, isLower)]) throw new NotSaid(link.Place, "an age at a record is asked between two ends");
        ranges.Known(range, bound);
        var (count, unit) = ranges.Amount(range, bound);
        if (count > 0 || bound.IsStrict != isLower) throw new NotSaid(range.Place, "an age at a record is asked in a way that no export shows");
        return isLower ? new AgeUnder(new Duration(-count, unit)) : new AgeAtLeast(new Duration(-count, unit));
    }

    private static StatusTest Status(Pick pick, Asked asked, ImmutableArray<Filter> choose, string? kept, ImmutableArray<Filter> keep) =>
        new(pick, asked.Sets, asked.How, choose, kept, keep);

    private static ImmutableArray<Filter> WithNumber(Asked asked) => asked.HasNumber ? asked.Filters.Add(ColumnImport.AnyNumber) : asked.Filters;
}
