using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core.Model.Conditions;

/// <summary>
/// Reads a condition back in a sentence that follows "patients who are, or have": for the people who check a protocol and never saw its text.
/// Nothing of the condition is left out. Code sets and cohorts stand in quotation marks under their titles, parameters as their value with their title.
/// </summary>
/// <param name="titleOf">The title of a name, or null where it has none.</param>
public sealed partial class PlainEnglish(Func<string, string?> titleOf)
{
    public string Of(Condition condition) => condition switch
    {
        AllOf all => string.Join(" and ", all.Operands.Select(Operand)),
        AnyOf any => string.Join(" or ", any.Operands.Select(Operand)),
        Not not => $"not ({Of(not.Operand)})",
        AgeTest age => $"aged {Of(age.Range)}",
        BornTest born => $"born {Born(born)}",
        SexTest sex => $"of {sex.Sex.ToString().ToLowerInvariant()} sex",
        RegisteredForTest registered => $"registered for {Lasting(registered.Range)}",
        RegisteredAtAgeTest registered => $"aged {Of(registered.Range)} when they registered",
        InCohortTest cohort => $"in the cohort {Named(cohort.FullName)}",
        HappenedTest test => $"{Sets(test.Sets)} {ConditionText.Of(test.How)}{When(test.Filters)}{Of(test.Times)}",
        NoSuchTest test => $"no {Named(test.Set)} {ConditionText.Of(test.How)}{When(test.Filters)}{MustExist(test)}",
        OnRepeatTest test => $"{Sets(test.Sets)} on repeat",
        NotOnRepeatTest test => $"no {Named(test.Set)} on repeat",
        IssuedTogetherTest test => $"{Sets(test.First)} and {Sets(test.Second)} issued within {Of(test.Within)} of each other, both{When(test.Filters)}",
        ValueTest test => $"the {Of(test.Pick)} {Named(test.Set)} value{(test.Filters.IsEmpty ? "" : $" recorded{When(test.Filters)}")} is {Of(test.Range)}",
        ChangeTest test => Change(test),
        StatusTest test => $"the {Of(test.Pick)} of {string.Join(", ", test.Sets.Select(Named))} {ConditionText.Of(test.How)}{When(test.Choose)} is {Kept(test)}",
        CourseBeganTest test => $"a course of {Named(test.Drug)} that began {Of(test.Window)} (an issue, with none in the {Of(test.Gap)} before it)",
        NoBaselineTest test =>
            $"no {Named(test.Test)} recorded in the {Of(test.Within)} before the latest course of {Named(test.Drug)} began, which it did {Of(test.Window)} (an issue, with none in the {Of(test.Gap)} before it)",
        CountTest test => Count(test),
        Unreadable => "(not understood)",
        _ => throw new System.Diagnostics.UnreachableException($"No words for {condition}"),
    };

    /// <summary>The opposite of a test, in the words that are usual for it.</summary>
    public string Opposite(Condition test) => test switch
    {
        Not not => Of(not.Operand),
        HappenedTest { Sets.Length: 1, Times: null } happened when happened.Filters.AnchorOf() is null => Of(new NoSuchTest(happened.Sets[0], happened.How, happened.Filters)),
        NoSuchTest none when none.Filters.AnchorOf() is null => Of(new HappenedTest([none.Set], none.How, none.Filters, null)),
        OnRepeatTest { Sets.Length: 1 } repeat => Of(new NotOnRepeatTest(repeat.Sets[0])),
        NotOnRepeatTest none => Of(new OnRepeatTest([none.Set])),
        _ => Of(new Not(test)),
    };

    public string Of(Filter filter) => filter switch
    {
        WindowFilter window => Of(window.Window),
        AtAgeFilter age => $"at age {Of(age.Range)}",
        ValueFilter value => $"with a value that is {Of(value.Range)}",
        EpisodeFilter episode => $"{(episode.Not ? "not " : "")}{Episodes(episode.Kinds)}",
        _ => throw new System.Diagnostics.UnreachableException($"No words for {filter}"),
    };

    public string Of(AgeRange range) => range switch
    {
        AgeAtLeast least => $"{Of(least.Duration)} or over",
        AgeUnder under => $"under {Of(under.Duration)}",
        AgeBetween between => string.Create(CultureInfo.InvariantCulture, $"between {between.From} and {between.To} {new Duration(2, between.Unit).UnitWord}, both included"),
        _ => throw new System.Diagnostics.UnreachableException($"No words for {range}"),
    };

    public string Of(ValueRange range) => range switch
    {
        ValueCompared { Comparison: Comparison.AtLeast } compared => $"{Of(compared.Quantity)} or more",
        ValueCompared { Comparison: Comparison.MoreThan } compared => $"more than {Of(compared.Quantity)}",
        ValueCompared { Comparison: Comparison.AtMost } compared => $"{Of(compared.Quantity)} or less",
        ValueCompared { Comparison: Comparison.LessThan } compared => $"less than {Of(compared.Quantity)}",
        ValueCompared compared => $"exactly {Of(compared.Quantity)}",
        ValueInBand band => $"{Of(new ValueCompared(band.FromLow, band.Low))} and {Of(new ValueCompared(band.ToHigh, band.High))}",
        ValueBetween between => $"{(between.Not ? "not " : "")}between {Of(between.Low)} and {Of(between.High)}{(between.Not ? "" : ", both included")}",
        _ => throw new System.Diagnostics.UnreachableException($"No words for {range}"),
    };

    public string Of(Duration duration) => duration.ToString() + Parameter(duration.Parameter);

    public string Of(TimeAmount time) => time.ToString() + Parameter(time.Parameter);

    public string Of(Quantity quantity) =>
        Numbers.Shown(quantity.Value)
        + (quantity.Unit.IsNone ? "" : "\u00A0" + UnitText.Of(quantity.Unit))
        + (quantity.AsRecorded ? " (as recorded, whatever its unit)" : "")
        + Parameter(quantity.Parameter);

    /// <summary>A name's title in quotation marks; a name without title stands for itself.</summary>
    public string Named(string name) => $"“{titleOf(name) ?? name}”";

    public string Sets(IEnumerable<string> sets) => string.Join(" or ", sets.Select(Named));

    private string Parameter(string? name) => name is null ? "" : $" (set by {Named(name)})";

    private string Operand(Condition condition) => condition is AllOf or AnyOf ? $"({Of(condition)})" : Of(condition);

    private string Lasting(AgeRange range) => range switch
    {
        AgeAtLeast least => $"{Of(least.Duration)} or longer",
        AgeUnder under => $"less than {Of(under.Duration)}",
        _ => Of(range),
    };

    private static string Born(BornTest born) => born switch
    {
        { From: { } from, To: null } => $"on or after {EnglishDates.Of(from)}",
        { From: null, To: { } to } => $"on or before {EnglishDates.Of(to)}",
        { From: { } from, To: { } to } when from == to => $"on {EnglishDates.Of(from)}",
        _ => $"between {EnglishDates.Of(born.From ?? default)} and {EnglishDates.Of(born.To ?? default)}, both included",
    };

    private string Of(Times? times) => times is null ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $", at least {times.Count} times on different days{(times.Apart is null ? "" : $", each at least {Of(times.Apart)} apart from the one counted before")}");

    /// <summary>Where the anchor is missing the test is false, although there is no such record.</summary>
    private string MustExist(NoSuchTest test) => test.Filters.AnchorOf() is RecordAnchor anchor ? $" (only for patients with {Of(anchor, "")})" : "";

    private string Change(ChangeTest test)
    {
        var amount = test.Percent ? $"{Numbers.Shown(test.Amount.Value)}%{Parameter(test.Amount.Parameter)}" : Of(test.Amount);
        var by = test.MoreThan ? $"more than {amount}" : $"{amount} or more";
        return $"the latest {Named(test.Set)} value {(test.Rose ? "rose" : "fell")} by {by} from the {(test.Rose ? "lowest" : "highest")} earlier value, both recorded {Of(test.Window)}";
    }

    private string Kept(StatusTest test)
    {
        var filters = string.Join(" ", test.Keep.Select(Of));
        return test.Kept is null ? filters : filters.Length == 0 ? Named(test.Kept) : $"{Named(test.Kept)} {filters}";
    }

    private string Count(CountTest test)
    {
        var many = test.Comparison switch
        {
            Comparison.AtLeast => "at least",
            Comparison.MoreThan => "more than",
            Comparison.AtMost => "at most",
            Comparison.LessThan => "fewer than",
            _ => "exactly",
        };
        var what = test.Set is null ? "medicines" : $"medicines of {Named(test.Set)}";
        var except = test.Except.IsEmpty ? "" : $" (except {Sets(test.Except)})";
        var when = test.Window is null ? "on repeat" : $"issued {Of(test.Window)}";
        return string.Create(CultureInfo.InvariantCulture, $"{many} {test.Limit} distinct {what}{except}, counted by {test.By.ToString().ToLowerInvariant()}, {when}");
    }

    private static string Episodes(ImmutableArray<Episode> kinds)
    {
        var words = kinds.Select(k => k.ToString().ToLowerInvariant()).ToList();
        return $"as {(words[0][0] is 'e' or 'u' ? "an" : "a")} {string.Join(" or ", words)} episode";
    }
}
