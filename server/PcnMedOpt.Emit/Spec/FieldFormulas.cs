using System.Diagnostics;
using System.Globalization;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Spec;

/// <summary>Comparisons as the business rules write them: <c>date &gt; (BASELINE – 12 months)</c>.</summary>
internal static class FieldFormulas
{
    public const string Baseline = "BASELINE";

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Window(string date, Window window, DateOnly reference) => window switch
    {
        InLast last => $"{date} > ({Baseline} – {last.Duration})",
        SinceAgo ago => $"{date} >= ({Baseline} – {ago.Duration})",
        MoreThanAgo ago => $"{date} <= ({Baseline} – {ago.Duration})",
        BetweenAgo between => $"{date} > ({Baseline} – {between.Far}) AND {date} <= ({Baseline} – {between.Near})",
        BetweenDates between => Dates(date, between.From, between.To),
        RelativeToDate relative => $"{date} {Operator(relative.Preposition)} {Day(relative.Date)}",
        InPeriod period => Period(date, period, reference),
        _ => throw new UnreachableException($"No formula for {window}"),
    };

    public static string Dates(string date, DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) when first == last => $"{date} = {Day(first)}",
        ({ } first, { } last) => $"{date} >= {Day(first)} AND {date} <= {Day(last)}",
        ({ } first, null) => $"{date} >= {Day(first)}",
        (null, { } last) => $"{date} <= {Day(last)}",
        _ => $"{date} <> Null",
    };

    /// <summary>An age in full units, or how long something has lasted.</summary>
    public static string Age(string age, AgeRange range) => range switch
    {
        AgeAtLeast least => string.Create(CultureInfo.InvariantCulture, $"{age} >= {least.Duration.Count}"),
        AgeUnder under => string.Create(CultureInfo.InvariantCulture, $"{age} < {under.Duration.Count}"),
        AgeBetween between => string.Create(CultureInfo.InvariantCulture, $"{age} >= {between.From} AND {age} <= {between.To}"),
        _ => throw new UnreachableException($"No formula for {range}"),
    };

    public static DurationUnit UnitOf(AgeRange range) => range switch
    {
        AgeAtLeast least => least.Duration.Unit,
        AgeUnder under => under.Duration.Unit,
        AgeBetween between => between.Unit,
        _ => DurationUnit.Years,
    };

    /// <summary>Begun so long ago: registered for at least 12 months is REG_DAT &lt;= (BASELINE – 12 months).</summary>
    public static string Since(string date, AgeRange range) => range switch
    {
        AgeAtLeast least => $"{date} <= ({Baseline} – {least.Duration})",
        AgeUnder under => $"{date} > ({Baseline} – {under.Duration})",
        AgeBetween between => $"{date} <= ({Baseline} – {between.Low}) AND {date} > ({Baseline} – {between.Above})",
        _ => throw new UnreachableException($"No formula for {range}"),
    };

    public static string Value(string value, ValueRange range, PlainEnglish english) => range switch
    {
        ValueCompared compared => $"{value} {ConditionText.Of(compared.Comparison)} {english.Of(compared.Quantity)}",
        ValueInBand band =>
            $"{value} {(band.HoldsLow ? ">=" : ">")} {english.Of(band.Low)} AND {value} {(band.HoldsHigh ? "<=" : "<")} {english.Of(band.High)}",
        ValueBetween { Not: true } between => $"({value} < {english.Of(between.Low)} OR {value} > {english.Of(between.High)})",
        ValueBetween between => $"{value} >= {english.Of(between.Low)} AND {value} <= {english.Of(between.High)}",
        _ => throw new UnreachableException($"No formula for {range}"),
    };

    /// <summary>A date against another, so many days from it.</summary>
    public static string Offsets(string date, string parent, OffsetRange range)
    {
        if (range is { From: { Count: 0 }, To: { Count: 0 }, FromIncluded: true, ToIncluded: true }) return $"{date} = {parent}";
        if (range is { From: null, To: { Count: -1, Unit: DurationUnit.Days }, ToIncluded: true }) return $"{date} < {parent}";
        var from = range.From is { } f ? $"{date} {(range.FromIncluded ? ">=" : ">")} {Moved(parent, f)}" : null;
        var to = range.To is { } t ? $"{date} {(range.ToIncluded ? "<=" : "<")} {Moved(parent, t)}" : null;
        return string.Join(" AND ", new[] { from, to }.OfType<string>());
    }

    /// <summary>The same in words: "on or after", "at least 28 days after", "from 28 days before to 28 days after".</summary>
    public static string Around(OffsetRange range) => range switch
    {
        { From: { Count: 0 }, To: { Count: 0 } } => "on",
        { From: null, To: { Count: -1, Unit: DurationUnit.Days } } => "before",
        { From: null, To: { Count: 0 } } => "on or before",
        { From: null, To: { } to } => $"at least {Words(to)}",
        { From: { Count: 0 }, To: null } => range.FromIncluded ? "on or after" : "after",
        { From: { } from, To: null } => $"{(range.FromIncluded ? "at least" : "more than")} {Words(from)}",
        { From: { } from, To: { } to } => $"from {Words(from)} to {Words(to)}",
        _ => "before or after",
    };

    private static string Words(Offset offset) => offset.Count switch
    {
        0 => "the day of",
        < 0 => $"{new Duration(-offset.Count, offset.Unit)} before",
        _ => $"{new Duration(offset.Count, offset.Unit)} after",
    };

    private static string Moved(string date, Offset offset) => offset.Count switch
    {
        0 => date,
        < 0 => $"({date} – {new Duration(-offset.Count, offset.Unit)})",
        _ => $"({date} + {new Duration(offset.Count, offset.Unit)})",
    };

    private static string Period(string date, InPeriod period, DateOnly reference)
    {
        var (from, to) = Clock.Period(period, reference);
        return Dates(date, from, period.Previous ? to : null);
    }

    private static string Operator(Preposition preposition) => preposition switch
    {
        Preposition.Since => ">=",
        Preposition.Until => "<=",
        Preposition.Before => "<",
        Preposition.After => ">",
        _ => "=",
    };
}
