using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Systmone;

/// <summary>What to enter for a report of one statement: the pane of SystmOne's reporting, and each setting in it. Panes may be called otherwise.</summary>
internal sealed class ReportSettings(PageContents contents, PlainEnglish english, DateOnly reference)
{
    public static (string Pane, ImmutableArray<FactView> Settings) Of(ListSource source) => source is FromEveryone
        ? ("Registration", [new FactView("Registration status", "any, also left or deceased")])
        : ("Registration", [new FactView("Registration status", "registered for GMS on the date of the report"), new FactView("Deceased", "no")]);

    public (string Pane, ImmutableArray<FactView> Settings) Of(Condition test) => test switch
    {
        AgeTest age => ("Demographics", [new FactView("Age on the date of the report", english.Of(age.Range))]),
        BornTest => ("Demographics", [new FactView("Date of birth", english.Of(test)["born ".Length..])]),
        SexTest sex => ("Demographics", [new FactView("Sex", sex.Sex.ToString().ToLowerInvariant())]),
        RegisteredForTest registered => ("Registration", [new FactView("Date of registration", Registered(registered.Range))]),
        OnRepeatTest repeat => ("Repeat templates", [Codes(repeat.Sets, "Drugs"), new FactView("State", "authorised, begun and not ended on the date of the report")]),
        NotOnRepeatTest repeat => Of(new OnRepeatTest([repeat.Set])),
        ValueTest value => ("Numeric results", [Codes([value.Set], "Codes"), Taken(value), new FactView("Value", english.Of(value.Range)), .. Filters(value.Filters)]),
        HappenedTest happened => (Pane(happened), [Codes(happened.Sets, happened.How == Happened.Issued ? "Drugs" : "Codes"), .. Times(happened), .. Filters(happened.Filters)]),
        NoSuchTest none => Of(new HappenedTest([none.Set], none.How, none.Filters, null)),
        _ => throw new UnreachableException($"{test} is built by hand"),
    };

    private static FactView Taken(ValueTest test) => new("Take", test.Pick == Pick.Latest ? "the latest result" : "the earliest result");

    private static string Pane(HappenedTest test) =>
        test.How == Happened.Issued ? "Medication: issues" : test.Filters.OfType<ValueFilter>().Any() ? "Numeric results" : "Clinical codes";

    private FactView Codes(ImmutableArray<string> sets, string what) => new(what, $"any of {string.Join(" or ", sets.Select(Source))}");

    private string Source(string set)
    {
        var resolved = contents.Project.CodeSet(set)?.InSystems ?? throw new UnreachableException($"No code set '{set}'");
        var parts = resolved.Opaque.Where(o => o.Kind == OpaqueKind.Refset)
            .Select(o => o.Cluster is { } cluster ? $"cluster {cluster} (in SystmOne probably “{ClusterNames.InSystmone(cluster)}”)" : $"reference set {o.Text}").ToList();
        if (resolved.Codes.Length > 0 || resolved.Opaque.Any(o => o.Kind != OpaqueKind.Refset)) parts.Add($"{set} in codes.csv ({CodeSetView.Counted(resolved.Codes.Length, "code")})");
        return string.Join(" or ", parts);
    }

    private static IEnumerable<FactView> Times(HappenedTest test)
    {
        if (test.Times is { } times) yield return new FactView("Number of entries", string.Create(CultureInfo.InvariantCulture, $"at least {times.Count}"));
    }

    private IEnumerable<FactView> Filters(ImmutableArray<Filter> filters)
    {
        foreach (var filter in filters)
            yield return filter switch
            {
                WindowFilter window => new FactView("Date", Dated(window.Window)),
                AtAgeFilter age => new FactView("Age at the event", english.Of(age.Range)),
                ValueFilter value => new FactView("Value", english.Of(value.Range)),
                _ => throw new UnreachableException($"{filter} is built by hand"),
            };
        if (!filters.OfType<WindowFilter>().Any()) yield return new FactView("Date", "any, up to the date of the report");
    }

    /// <summary>The boundary is the part that goes wrong most often, so that it is said each time.</summary>
    private string Dated(Window window) => window switch
    {
        Ever => "any, up to the date of the report",
        InLast last => $"{english.Of(window)}: the day exactly {last.Duration} before the date of the report does not count, that date does",
        SinceAgo ago => $"from the day exactly {ago.Duration} before the date of the report, which counts, to that date",
        MoreThanAgo ago => $"{english.Of(window)}: the day exactly {ago.Duration} before the date of the report counts",
        BetweenAgo between => $"{english.Of(window)}: the day exactly {between.Far} before the date of the report does not count, the day exactly {between.Near} before it does",
        InPeriod period when Clock.Period(period, reference) is var (from, to) =>
            $"{english.Of(window)}: from {EnglishDates.Of(from)} to {(period.Previous ? EnglishDates.Of(to) : "the date of the report")}",
        _ => english.Of(window),
    };

    private static string Registered(AgeRange range) => range switch
    {
        AgeAtLeast least => $"on or before the day {least.Duration} before the date of the report",
        AgeUnder under => $"after the day {under.Duration} before the date of the report",
        _ => throw new UnreachableException($"No registration for {range}"),
    };
}
