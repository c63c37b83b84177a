using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core.Model.Conditions;

/// <summary>An age, or a time since registration, in full units (language §4.2).</summary>
public abstract record AgeRange
{
    private protected AgeRange()
    {
    }

    /// <summary>The ages at which somebody comes to be in it, or no longer is.</summary>
    public abstract IEnumerable<Duration> Ends();
}

/// <summary>Born on or before the day minus the duration.</summary>
public sealed record AgeAtLeast(Duration Duration) : AgeRange
{
    public override IEnumerable<Duration> Ends() => [Duration];
}

public sealed record AgeUnder(Duration Duration) : AgeRange
{
    public override IEnumerable<Duration> Ends() => [Duration];
}

/// <summary>Both ends included, in full units: 18 and 64 years are from the 18th birthday to the day before the 65th.</summary>
public sealed record AgeBetween(int From, int To, DurationUnit Unit) : AgeRange
{
    public Duration Low => new(From, Unit);

    /// <summary>The first age that is too high.</summary>
    public Duration Above => new(To + 1, Unit);

    public override IEnumerable<Duration> Ends() => [Low, Above];
}

/// <summary>What chooses among the records of a code set.</summary>
public abstract record Filter
{
    private protected Filter()
    {
    }
}

public sealed record WindowFilter(Window Window) : Filter;

public sealed record AtAgeFilter(AgeRange Range) : Filter;

public sealed record ValueFilter(ValueRange Range) : Filter;

public enum Episode
{
    Unmarked,
    First,
    New,
    Review,
    Ended,
    Flare,
}

public sealed record EpisodeFilter(ImmutableArray<Episode> Kinds, bool Not) : Filter;

/// <summary>A number with its unit, as it is written.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit; <see cref="Units.Unit.None"/> for a bare number.</param>
/// <param name="AsRecorded">The set has no unit and none is written: the bare number is compared, whatever its unit (warning value-without-unit).</param>
/// <param name="Parameter">The parameter that it was written as, when it was one.</param>
public sealed record Quantity(decimal Value, Unit Unit, bool AsRecorded = false, string? Parameter = null)
{
    public override string ToString() => Unit.IsNone ? Numbers.Shown(Value) : $"{Numbers.Shown(Value)} {Unit}";
}

public abstract record ValueRange
{
    private protected ValueRange()
    {
    }

    /// <summary>What a result is compared with.</summary>
    public abstract IEnumerable<Quantity> Quantities();
}

public sealed record ValueCompared(Comparison Comparison, Quantity Quantity) : ValueRange
{
    public override IEnumerable<Quantity> Quantities() => [Quantity];
}

/// <summary>Both ends included; with <paramref name="Not"/> a result that lies outside.</summary>
public sealed record ValueBetween(Quantity Low, Quantity High, bool Not = false) : ValueRange
{
    public override IEnumerable<Quantity> Quantities() => [Low, High];
}

/// <summary>A band of a limit: between two values, of which each may belong to it or not.</summary>
public sealed record ValueInBand(Quantity Low, bool HoldsLow, Quantity High, bool HoldsHigh) : ValueRange
{
    public Comparison FromLow => HoldsLow ? Comparison.AtLeast : Comparison.MoreThan;

    public Comparison ToHigh => HoldsHigh ? Comparison.AtMost : Comparison.LessThan;

    public override IEnumerable<Quantity> Quantities() => [Low, High];
}

/// <summary>When a record is dated.</summary>
public abstract record Window
{
    private protected Window()
    {
    }
}

public sealed record Ever : Window;

/// <summary>R−N &lt; date ≤ R.</summary>
public sealed record InLast(Duration Duration) : Window;

/// <summary>R−N ≤ date ≤ R: unlike <see cref="InLast"/> the day so long ago belongs to it.</summary>
public sealed record SinceAgo(Duration Duration) : Window;

/// <summary>date ≤ R−N.</summary>
public sealed record MoreThanAgo(Duration Duration) : Window;

/// <summary>R−N &lt; date ≤ R−M, where M is the nearer.</summary>
public sealed record BetweenAgo(Duration Near, Duration Far) : Window;

public sealed record BetweenDates(DateOnly From, DateOnly To) : Window;

public enum Preposition
{
    /// <summary>Includes the day.</summary>
    Since,

    /// <summary>Includes the day.</summary>
    Until,
    Before,
    After,
    On,
}

public sealed record RelativeToDate(Preposition Preposition, DateOnly Date) : Window;

public sealed record RelativeToAnchor(Preposition Preposition, Anchor Anchor) : Window;

public enum Around
{
    Before,
    After,
    Of,
}

/// <summary><c>within 28 days after A</c>: A ≤ date ≤ A+N.</summary>
public sealed record WithinOfAnchor(Duration Duration, Around Around, Anchor Anchor) : Window;

public enum PeriodKind
{
    Month,

    /// <summary>NHS financial: from April, July, October, January.</summary>
    Quarter,

    /// <summary>From 1 April.</summary>
    FinancialYear,
}

/// <summary><c>in this quarter</c>, which ends at the reference date, or <c>in previous quarter</c>.</summary>
public sealed record InPeriod(PeriodKind Period, bool Previous) : Window;

/// <summary>The day of another record.</summary>
public abstract record Anchor
{
    private protected Anchor()
    {
    }
}

/// <summary>The start of the registration that is current on the reference date.</summary>
public sealed record RegistrationAnchor : Anchor;

/// <summary>The record that a measure over records is at.</summary>
public sealed record ItAnchor : Anchor;

public sealed record RecordAnchor(Pick Pick, ImmutableArray<string> Sets, Happened How, ImmutableArray<Filter> Filters) : Anchor;
