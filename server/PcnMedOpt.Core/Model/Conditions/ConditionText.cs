using System.Collections.Immutable;
using System.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Model.Conditions;

/// <summary>
/// A condition in the words of the language, parameters by their value: two conditions that print the same mean the same, and what is
/// printed reads back as the same condition.
/// </summary>
public static class ConditionText
{
    public static string Of(Condition condition) => condition switch
    {
        AllOf all => string.Join(" and ", all.Operands.Select(Operand)),
        AnyOf any => string.Join(" or ", any.Operands.Select(Operand)),
        Not not => $"not ({Of(not.Operand)})",
        Unreadable => "…",
        AgeTest age => $"age {Of(age.Range)}",
        BornTest born => $"born {Born(born)}",
        SexTest sex => $"sex is {sex.Sex.ToString().ToLowerInvariant()}",
        RegisteredForTest test => $"registered for {Of(test.Range)}",
        RegisteredAtAgeTest test => $"registered at age {Of(test.Range)}",
        InCohortTest test => $"in {test.Cohort}{(test.Part is null ? "" : "." + test.Part)}",
        HappenedTest test => $"{Sets(test.Sets)} {Of(test.How)}{Of(test.Filters)}{Of(test.Times)}",
        NoSuchTest test => $"no {test.Set} {Of(test.How)}{Of(test.Filters)}",
        OnRepeatTest test => $"{Sets(test.Sets)} on repeat",
        NotOnRepeatTest test => $"no {test.Set} on repeat",
        IssuedTogetherTest test => $"{Sets(test.First)} and {Sets(test.Second)} issued within {test.Within} of each other{Of(test.Filters)}",
        ValueTest test => $"{Of(test.Pick)} {test.Set} value {Of(test.Range)}{Of(test.Filters)}",
        ChangeTest test => $"latest {test.Set} value {(test.Rose ? "rose" : "fell")} by {Amount(test)} {Of(test.Window)}",
        StatusTest test =>
            $"{Of(test.Pick)} of {string.Join(", ", test.Sets)} {Of(test.How)}{Of(test.Choose)} is{(test.Kept is null ? "" : " " + test.Kept)}{Of(test.Keep)}",
        CourseBeganTest test => $"{test.Drug} began {Of(test.Window)} after a gap of {test.Gap}",
        NoBaselineTest test => $"no {test.Test} within {test.Within} before {test.Drug} began {Of(test.Window)} after a gap of {test.Gap}",
        CountTest test => $"{Counted(test)} {Of(test.Comparison)} {test.Limit}",
        _ => throw new UnreachableException($"No text for {condition}"),
    };

    public static string Of(Filter filter) => filter switch
    {
        WindowFilter window => Of(window.Window),
        AtAgeFilter age => $"at age {Of(age.Range)}",
        ValueFilter value => $"with value {Of(value.Range)}",
        EpisodeFilter episode => $"{(episode.Not ? "not " : "")}as {string.Join(", ", episode.Kinds.Select(k => k.ToString().ToLowerInvariant()))}",
        _ => throw new UnreachableException($"No text for {filter}"),
    };

    public static string Of(Window window) => window switch
    {
        Ever => "ever",
        InLast last => $"in last {last.Duration}",
        SinceAgo ago => $"since {ago.Duration} ago",
        MoreThanAgo ago => $"more than {ago.Duration} ago",
        BetweenAgo between => $"between {between.Near} and {between.Far} ago",
        BetweenDates between => $"between {Numbers.Shown(between.From)} and {Numbers.Shown(between.To)}",
        RelativeToDate point => $"{Word(point.Preposition)} {Numbers.Shown(point.Date)}",
        RelativeToAnchor point => $"{Word(point.Preposition)} {Of(point.Anchor)}",
        WithinOfAnchor within => $"within {within.Duration} {within.Around.ToString().ToLowerInvariant()} {Of(within.Anchor)}",
        InPeriod period => $"in {(period.Previous ? "previous" : "this")} {Word(period.Period)}",
        _ => throw new UnreachableException($"No text for {window}"),
    };

    public static string Of(ValueRange range) => range switch
    {
        ValueCompared compared => $"{Of(compared.Comparison)} {compared.Quantity}",
        ValueInBand band => $"{Of(band.FromLow)} {band.Low} and {Of(band.ToHigh)} {band.High}",
        ValueBetween between => $"{(between.Not ? "not " : "")}between {between.Low} and {between.High}",
        _ => throw new UnreachableException($"No text for {range}"),
    };

    public static string Of(AgeRange range) => range switch
    {
        AgeAtLeast least => $">= {least.Duration}",
        AgeUnder under => $"< {under.Duration}",
        AgeBetween between => $"between {between.From} and {between.To} {new Duration(2, between.Unit).UnitWord}",
        _ => throw new UnreachableException($"No text for {range}"),
    };

    public static string Of(Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => ">=",
        Comparison.MoreThan => ">",
        Comparison.AtMost => "<=",
        Comparison.LessThan => "<",
        _ => "=",
    };

    public static string Of(Happened how) => how switch { Happened.Recorded => "recorded", Happened.Issued => "issued", _ => "recorded or issued" };

    /// <summary>What a count counts, and when, without what it is compared with.</summary>
    internal static string Counted(CountTest test)
    {
        var what = test.Set ?? (test.Except.IsEmpty ? "medicines" : $"medicines except {Sets(test.Except)}");
        var when = test.Window is null ? "on repeat" : $"issued {Of(test.Window)}";
        return $"count of distinct {what} by {test.By.ToString().ToLowerInvariant()} {when}";
    }

    private static string Operand(Condition operand) => operand is AllOf or AnyOf ? $"({Of(operand)})" : Of(operand);

    private static string Born(BornTest born) => (born.From, born.To) switch
    {
        ({ } from, { } to) when from == to => $"on {Numbers.Shown(from)}",
        ({ } from, { } to) => $"between {Numbers.Shown(from)} and {Numbers.Shown(to)}",
        ({ } from, null) => $"since {Numbers.Shown(from)}",
        (null, { } to) => $"until {Numbers.Shown(to)}",
        _ => throw new UnreachableException("A birth without days"),
    };

    private static string Of(Anchor anchor) => anchor switch
    {
        RegistrationAnchor => "registration",
        ItAnchor => "it",
        RecordAnchor { Filters.IsEmpty: true } record => $"{Of(record.Pick)} {Sets(record.Sets)} {Of(record.How)}",
        RecordAnchor record => $"({Of(record.Pick)} {Sets(record.Sets)} {Of(record.How)}{Of(record.Filters)})",
        _ => throw new UnreachableException($"No text for {anchor}"),
    };

    private static string Of(ImmutableArray<Filter> filters) => string.Concat(filters.Select(f => " " + Of(f)));

    private static string Of(Times? times) => times is null ? "" : $" at least {times.Count} times{(times.Apart is null ? "" : $" {times.Apart} apart")}";

    private static string Of(Pick pick) => pick.ToString().ToLowerInvariant();

    private static string Amount(ChangeTest test) => (test.MoreThan ? "more than " : "") + test.Amount + (test.Percent ? " %" : "");

    private static string Sets(ImmutableArray<string> sets) => string.Join(" or ", sets);

    private static string Word(Preposition preposition) => preposition.ToString().ToLowerInvariant();

    private static string Word(PeriodKind period) => period == PeriodKind.FinancialYear ? "financial year" : period.ToString().ToLowerInvariant();
}
