using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Model.RuleLists;

public enum Table
{
    Patients,
    Events,
    Issues,
}

/// <summary>
/// Which rows of a table count: those that satisfy all filters; in a child, those whose date fits the link's range, seen from one parent
/// row; of them the first in the order, when there is one; which must satisfy the kept test; and for which a child row exists (or none).
/// </summary>
public sealed record RowCriterion(Table Table, ImmutableArray<RowFilter> Filters, Pick? Order, ImmutableArray<RowFilter> KeptTest, RowLink? Link)
{
    /// <summary>Filters alone: the only kind that may be negated.</summary>
    public bool IsPlain => Order is null && KeptTest.IsEmpty && Link is null;

    public static RowCriterion Of(Table table, params ImmutableArray<RowFilter> filters) => new(table, filters, null, [], null);

    /// <summary>The criterion and the chain of criteria that it is linked to.</summary>
    public IEnumerable<RowCriterion> Chain()
    {
        for (var criterion = this; criterion is not null; criterion = criterion.Link?.Child) yield return criterion;
    }
}

/// <summary>The date of a row that a link compares.</summary>
public enum DateColumn
{
    /// <summary>The day of an event or issue.</summary>
    Date,
    Birth,
    Registration,
}

/// <summary>So many days, weeks, months or years after the parent's date; negative is before it.</summary>
public sealed record Offset(int Count, DurationUnit Unit)
{
    public static readonly Offset Zero = new(0, DurationUnit.Days);

    public static Offset After(Duration duration) => new(duration.Count, duration.Unit);

    public static Offset Before(Duration duration) => new(-duration.Count, duration.Unit);

    public DateOnly From(DateOnly date) => Count < 0 ? new Duration(-Count, Unit).Before(date) : new Duration(Count, Unit).After(date);
}

/// <summary>From and to as seen from the parent's date; null is without end. <c>GT 0 DAY</c> is after the parent's day.</summary>
public sealed record OffsetRange(Offset? From, bool FromIncluded, Offset? To, bool ToIncluded)
{
    public static readonly OffsetRange After = new(Offset.Zero, false, null, false);

    public static readonly OffsetRange Since = new(Offset.Zero, true, null, false);

    public static readonly OffsetRange Before = new(null, false, new Offset(-1, DurationUnit.Days), true);

    public static readonly OffsetRange Until = new(null, false, Offset.Zero, true);

    public static readonly OffsetRange On = new(Offset.Zero, true, Offset.Zero, true);

    public bool Contains(DateOnly parent, DateOnly child) =>
        (From is null || (FromIncluded ? child >= From.From(parent) : child > From.From(parent)))
        && (To is null || (ToIncluded ? child <= To.From(parent) : child < To.From(parent)));

    /// <summary>It ends on some day after or on the parent's: a later record may lie outside.</summary>
    public bool HasUpperEnd => To is not null;

    public bool HasLowerEnd => From is not null;
}

/// <summary>A child row must exist, or with <paramref name="ChildNegated"/> none may, whose date is in the range as seen from the parent's.</summary>
public sealed record RowLink(DateColumn ParentDate, DateColumn ChildDate, OffsetRange Range, RowCriterion Child, bool ChildNegated);

/// <summary>A test of a single row.</summary>
public abstract record RowFilter
{
    private protected RowFilter()
    {
    }
}

/// <summary>The code is in one of the sets.</summary>
public sealed record CodesIn(ImmutableArray<string> Sets) : RowFilter;

/// <summary>The row's day is in a window that looks at no other record.</summary>
public sealed record DatedIn(Window Window) : RowFilter;

public sealed record AgeIs(AgeRange Range) : RowFilter;

public sealed record AgeAtEventIs(AgeRange Range) : RowFilter;

/// <summary>The row carries a result, usable or not.</summary>
public sealed record HasNumber : RowFilter;

/// <summary>The result is usable and in the range. The set tells the unit of a bare result.</summary>
public sealed record NumberIs(ValueRange Range, string Set) : RowFilter;

public sealed record BornIn(DateOnly? From, DateOnly? To) : RowFilter;

/// <summary>How long the patient has been registered.</summary>
public sealed record RegisteredSince(AgeRange Range) : RowFilter;

public sealed record EpisodeIs(ImmutableArray<Episode> Kinds, bool Not) : RowFilter;
