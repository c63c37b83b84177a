using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Units;
using PcnMedOpt.Emit.Emis.Reading;

namespace PcnMedOpt.Emit.Emis.Importing;

/// <summary>From the ranges of EMIS to windows, ages and comparisons of the language.</summary>
internal sealed class RangeImport(ImportFindings findings)
{
    /// <summary>The windows that a date must be in, and whether records after the search's date are shut out.</summary>
    public (ImmutableArray<Window> Windows, bool UpToSearchDate) Windows(EmisRange range)
    {
        var windows = new List<Window>();
        var upTo = false;
        foreach (var (bound, isLower) in range.Ends())
        {
            Known(range, bound);
            if (IsAbsolute(bound)) windows.Add(new RelativeToDate(Word(bound, isLower), Day(range, bound)));
            else if (Relative(range, bound, isLower) is { } window)
            {
                windows.Add(window);
                upTo |= !isLower;
            }
            else upTo = true;
        }
        return ([.. Joined(windows)], upTo);
    }

    /// <summary>A patient's age. EMIS's exports ask "at least" and "under"; another comparison is read in full units.</summary>
    public ImmutableArray<AgeRange> Ages(EmisRange range)
    {
        var ages = ImmutableArray.CreateBuilder<AgeRange>();
        foreach (var (bound, isLower) in range.Ends())
        {
            Known(range, bound);
            var (count, unit) = Amount(range, bound);
            if (bound.IsStrict == isLower)
            {
                findings.Differs(range.Place, $"An age {(isLower ? "above" : "up to")} {count} is read in full units, as {(isLower ? "at least" : "under")} {count + 1}; no export shows how EMIS counts it.");
                count++;
            }
            if (count < 0) throw new NotSaid(range.Place, "an age below 0 is asked for");
            ages.Add(isLower ? new AgeAtLeast(new Duration(count, unit)) : new AgeUnder(new Duration(count, unit)));
        }
        return ages is [AgeAtLeast low, AgeUnder high] && low.Duration.Unit == high.Duration.Unit && high.Duration.Count > low.Duration.Count
            ? [new AgeBetween(low.Duration.Count, high.Duration.Count - 1, low.Duration.Unit)]
            : ages.DrainToImmutable();
    }

    public ImmutableArray<ValueRange> Values(EmisRange range)
    {
        var values = ImmutableArray.CreateBuilder<ValueRange>();
        foreach (var (bound, isLower) in range.Ends())
        {
            Known(range, bound);
            if (!decimal.TryParse(bound.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                || Numbers.Shown(Math.Abs(number)).Length > Numbers.MostDigits) throw new NotSaid(range.Place, $"'{bound.Value}' is no number that a result is compared with");
            var comparison = (isLower, bound.IsStrict) switch { (true, true) => Comparison.MoreThan, (true, _) => Comparison.AtLeast, (_, true) => Comparison.LessThan, _ => Comparison.AtMost };
            values.Add(new ValueCompared(comparison, new Quantity(number, Unit.None, true)));
        }
        return values is [ValueCompared { Comparison: Comparison.AtLeast } low, ValueCompared { Comparison: Comparison.AtMost } high]
            ? [low.Quantity.Value == high.Quantity.Value ? new ValueCompared(Comparison.Equal, low.Quantity) : new ValueBetween(low.Quantity, high.Quantity)]
            : values.DrainToImmutable();
    }

    /// <summary>A day that a patient was born or registered: the range's ends as durations before the search's date, lower ends strict as in "under".</summary>
    public ImmutableArray<AgeRange> Ago(EmisRange range)
    {
        var ages = ImmutableArray.CreateBuilder<AgeRange>();
        foreach (var (bound, isLower) in range.Ends())
        {
            Known(range, bound);
            if (IsAbsolute(bound)) throw new NotSaid(range.Place, "days of the calendar are mixed with days before the search's date, or asked of a registration");
            var (count, unit) = bound.Value is null ? (0, DurationUnit.Days) : Amount(range, bound);
            if (count > 0 || bound.IsStrict != isLower) throw new NotSaid(range.Place, "the language asks 'at least so long ago' and 'less than so long ago'");
            ages.Add(isLower ? new AgeUnder(new Duration(-count, unit)) : new AgeAtLeast(new Duration(-count, unit)));
        }
        return ages.DrainToImmutable();
    }

    public BornTest? Born(EmisRange range)
    {
        if (!range.Ends().Any() || !range.Ends().All(e => IsAbsolute(e.Bound))) return null;
        DateOnly? from = range.From is { } low ? Day(range, low).AddDays(low.IsStrict ? 1 : 0) : null;
        DateOnly? to = range.To is { } high ? Day(range, high).AddDays(high.IsStrict ? -1 : 0) : null;
        return new BornTest(from, to);
    }

    public (int Count, DurationUnit Unit) Amount(EmisRange range, EmisBound bound)
    {
        if (!int.TryParse(bound.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)) throw new NotSaid(range.Place, $"'{bound.Value}' is no whole number of days, weeks, months or years");
        var unit = EmisUnits.Of(bound.Unit) ?? throw new NotSaid(range.Place, $"the unit {bound.Unit ?? "(none)"} is not one of days, weeks, months and years");
        return new Duration(Math.Abs(Math.Max(count, -int.MaxValue)), unit).IsTooLong ? throw new NotSaid(range.Place, $"{count} {bound.Unit} is longer than any window") : (count, unit);
    }

    /// <summary>Throws for forms that are not read, and says how an end without operator is read.</summary>
    public void Known(EmisRange range, EmisBound bound)
    {
        if (bound.Absent is { } absent) throw new NotSaid(range.Place, $"a range ends at {absent}");
        if (range.RelativeTo is { } to && to != "BASELINE") throw new NotSaid(range.Place, $"a range is relative to {to}");
        if (bound.Operator is null or "") findings.Differs(range.Place, "The end of a range says no operator: it is read as including its value.");
    }

    /// <summary>Null for "on or before the search's date", which every record of the language is.</summary>
    private Window? Relative(EmisRange range, EmisBound bound, bool isLower)
    {
        var (count, unit) = bound.Value is null ? (0, DurationUnit.Days) : Amount(range, bound);
        if (count > 0 || (count == 0 && isLower && bound.IsStrict)) throw new NotSaid(range.Place, "records after the search's date are asked for");
        var ago = new Duration(-count, unit);
        if (isLower) return bound.IsStrict ? new InLast(ago) : new SinceAgo(ago);
        if (!bound.IsStrict) return count == 0 ? null : new MoreThanAgo(ago);
        return unit switch
        {
            DurationUnit.Days => new MoreThanAgo(new Duration(1 - count, unit)),
            DurationUnit.Weeks => new MoreThanAgo(new Duration(1 - (count * 7), DurationUnit.Days)),
            _ when count == 0 => new MoreThanAgo(new Duration(1, DurationUnit.Days)),
            _ => throw new NotSaid(range.Place, $"'more than {ago} ago' of the language holds that day too, which is left out here"),
        };
    }

    /// <summary>Two ends that the language has one word for.</summary>
    private static List<Window> Joined(List<Window> windows) => windows switch
    {
        [InLast far, MoreThanAgo near] when near.Duration.IsAtMost(far.Duration) => [new BetweenAgo(near.Duration, far.Duration)],
        [RelativeToDate { Preposition: Preposition.Since } from, RelativeToDate { Preposition: Preposition.Until } to] =>
            [from.Date == to.Date ? new RelativeToDate(Preposition.On, from.Date) : new BetweenDates(from.Date, to.Date)],
        _ => windows,
    };

    private static bool IsAbsolute(EmisBound bound) => bound.Value is not null && (bound.Relation == "ABSOLUTE" || bound.Unit == "DATE");

    private static Preposition Word(EmisBound bound, bool isLower) => (isLower, bound.IsStrict) switch
    {
        (true, true) => Preposition.After,
        (true, _) => Preposition.Since,
        (_, true) => Preposition.Before,
        _ => Preposition.Until,
    };

    private static DateOnly Day(EmisRange range, EmisBound bound) =>
        DateOnly.TryParseExact(bound.Value, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999
            ? day : throw new NotSaid(range.Place, $"'{bound.Value}' is no day of the form dd/MM/yyyy");
}
