using System.Diagnostics;
using System.Globalization;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Emis;

/// <summary>
/// The ranges of EMIS: rangeFrom with GT or GTEQ, rangeTo with LT or LTEQ; "in last 6 months" is -6 MONTH RELATIVE with GT; fixed dates are
/// dd/MM/yyyy. There is no "equal": both ends are written.
/// </summary>
internal static class EmisRanges
{
    /// <summary>The window moves with the search's date.</summary>
    public static bool IsRelative(Window window) => window is InLast or SinceAgo or MoreThanAgo or BetweenAgo;

    public static void Window(EmisXml xml, Window window, DateOnly reference)
    {
        switch (window)
        {
            case InLast last: Relative(xml, "rangeFrom", last.Duration, "GT"); break;
            case SinceAgo ago: Relative(xml, "rangeFrom", ago.Duration, "GTEQ"); break;
            case MoreThanAgo ago: Relative(xml, "rangeTo", ago.Duration, "LTEQ"); break;
            case BetweenAgo between:
                Relative(xml, "rangeFrom", between.Far, "GT");
                Relative(xml, "rangeTo", between.Near, "LTEQ");
                break;
            case BetweenDates between: Dates(xml, between.From, between.To); break;
            case RelativeToDate relative: Point(xml, relative); break;
            case InPeriod period:
                var (from, to) = Clock.Period(period, reference);
                Dates(xml, from, period.Previous ? to : null);
                break;
            default: throw new UnreachableException($"No range for {window}");
        }
    }

    public static void Dates(EmisXml xml, DateOnly? from, DateOnly? to)
    {
        if (from is { } first) Absolute(xml, "rangeFrom", first, "GTEQ");
        if (to is { } last) Absolute(xml, "rangeTo", last, "LTEQ");
    }

    public static void Age(EmisXml xml, AgeRange range, string? relation)
    {
        switch (range)
        {
            case AgeAtLeast least: Value(xml, "rangeFrom", least.Duration.Count, least.Duration.Unit, relation, "GTEQ"); break;
            case AgeUnder under: Value(xml, "rangeTo", under.Duration.Count, under.Duration.Unit, relation, "LT"); break;
            case AgeBetween between:
                Value(xml, "rangeFrom", between.Low.Count, between.Unit, relation, "GTEQ");
                Value(xml, "rangeTo", between.Above.Count, between.Unit, relation, "LT");
                break;
        }
    }

    /// <summary>Registered for at least so long: on or before that long ago.</summary>
    public static void Since(EmisXml xml, AgeRange range)
    {
        if (range is AgeAtLeast least) Relative(xml, "rangeTo", least.Duration, "LTEQ");
        else if (range is AgeUnder under) Relative(xml, "rangeFrom", under.Duration, "GT");
        else throw new UnreachableException($"No range for {range}");
    }

    public static void Offsets(EmisXml xml, OffsetRange range)
    {
        if (range.From is { } from) Value(xml, "rangeFrom", from.Count, from.Unit, null, range.FromIncluded ? "GTEQ" : "GT");
        if (range.To is { } to) Value(xml, "rangeTo", to.Count, to.Unit, null, range.ToIncluded ? "LTEQ" : "LT");
    }

    public static void Numbers(EmisXml xml, ValueRange range, Func<Quantity, string> bare)
    {
        switch (range)
        {
            case ValueCompared { Comparison: Comparison.AtLeast } c: Number(xml, "rangeFrom", bare(c.Quantity), "GTEQ"); break;
            case ValueCompared { Comparison: Comparison.MoreThan } c: Number(xml, "rangeFrom", bare(c.Quantity), "GT"); break;
            case ValueCompared { Comparison: Comparison.AtMost } c: Number(xml, "rangeTo", bare(c.Quantity), "LTEQ"); break;
            case ValueCompared { Comparison: Comparison.LessThan } c: Number(xml, "rangeTo", bare(c.Quantity), "LT"); break;
            case ValueCompared c:
                Number(xml, "rangeFrom", bare(c.Quantity), "GTEQ");
                Number(xml, "rangeTo", bare(c.Quantity), "LTEQ");
                break;
            case ValueInBand band:
                Number(xml, "rangeFrom", bare(band.Low), band.HoldsLow ? "GTEQ" : "GT");
                Number(xml, "rangeTo", bare(band.High), band.HoldsHigh ? "LTEQ" : "LT");
                break;
            case ValueBetween { Not: false } between:
                Number(xml, "rangeFrom", bare(between.Low), "GTEQ");
                Number(xml, "rangeTo", bare(between.High), "LTEQ");
                break;
            default: throw new UnreachableException($"'not between' is two criteria: {range}");
        }
    }

    public static void Number(EmisXml xml, string end, string number, string comparison) => xml.Element(end, () =>
    {
        xml.Element("value", () => xml.Text("value", number));
        xml.Text("operator", comparison);
    });

    private static void Point(EmisXml xml, RelativeToDate relative)
    {
        switch (relative.Preposition)
        {
            case Preposition.Since: Absolute(xml, "rangeFrom", relative.Date, "GTEQ"); break;
            case Preposition.After: Absolute(xml, "rangeFrom", relative.Date, "GT"); break;
            case Preposition.Until: Absolute(xml, "rangeTo", relative.Date, "LTEQ"); break;
            case Preposition.Before: Absolute(xml, "rangeTo", relative.Date, "LT"); break;
            default: Dates(xml, relative.Date, relative.Date); break;
        }
    }

    private static void Relative(EmisXml xml, string end, Duration duration, string comparison) => Value(xml, end, -duration.Count, duration.Unit, "RELATIVE", comparison);

    private static void Absolute(EmisXml xml, string end, DateOnly date, string comparison) => xml.Element(end, () =>
    {
        xml.Element("value", () =>
        {
            xml.Text("value", date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
            xml.Text("unit", "DATE");
            xml.Text("relation", "ABSOLUTE");
        });
        xml.Text("operator", comparison);
    });

    private static void Value(EmisXml xml, string end, int count, DurationUnit unit, string? relation, string comparison) => xml.Element(end, () =>
    {
        xml.Element("value", () =>
        {
            xml.Text("value", count);
            xml.Text("unit", EmisUnits.Word(unit));
            if (relation is not null) xml.Text("relation", relation);
        });
        xml.Text("operator", comparison);
    });
}
