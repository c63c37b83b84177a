using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Workbooks.Dashboard;

/// <summary>A measure on the sheets of a workbook.</summary>
/// <param name="Number">From 1, in the order of the pack.</param>
/// <param name="SheetName">Of its own sheet; unique, and no longer than a tab may be.</param>
/// <param name="Measure">What it counts.</param>
/// <param name="Periods">How it is reported, the shortest first; every kind of period where the protocol does not say.</param>
/// <param name="Bounds">Its target; any share where it has none.</param>
/// <param name="Reasons">The labels that it may be broken down by; none where it is not.</param>
internal sealed record DashboardMeasure(
    int Number, string SheetName, Measure Measure, ImmutableArray<ReportingPeriod> Periods, TargetBounds Bounds, ImmutableArray<string> Reasons)
{
    public bool IsCount => Measure.Numerator is null;

    public bool HasTarget => !IsCount && Measure.Target is not null;

    public string Name => Measure.Name;

    /// <summary>The shortest period that it is reported for: the one that its sheet shows.</summary>
    public ReportingPeriod Period => Periods[0];

    /// <summary>The period that the quarterly return shows: the quarter, where it is reported for one.</summary>
    public ReportingPeriod ReturnPeriod => Periods.Contains(ReportingPeriod.Quarterly) ? ReportingPeriod.Quarterly : Period;

    public string TargetWords => IsCount ? "A count: no share and no target" : Measure.Target is { } target ? MeasureWords.Of(target) : "No target";

    public static ImmutableArray<DashboardMeasure> Of(PageContents contents)
    {
        var tabs = new Tabs(Places.ReadMe, Places.Practices, Places.Measures, Places.Entry, Places.Summary, Places.ByPractice, Places.Return, Places.ChartData);
        return [.. contents.Measures.Select((m, i) => new DashboardMeasure(
            i + 1,
            tabs.Of(m.Name),
            m,
            m.Reported.IsEmpty ? [ReportingPeriod.Monthly, ReportingPeriod.Quarterly, ReportingPeriod.Yearly] : [.. m.Reported.Distinct().Order()],
            m.Target is { } target && m.Numerator is not null ? TargetBounds.Of(target) : TargetBounds.Any,
            m.By.Contains(Dimension.Reason) ? Labels(contents, m) : []))];
    }

    public static int MonthsOf(ReportingPeriod period) => period switch { ReportingPeriod.Monthly => 1, ReportingPeriod.Quarterly => 3, _ => 12 };

    /// <summary>The start of the period of this kind in which a day lies, as a formula. Years begin in April, quarters in January, April, July and October.</summary>
    public static string StartFormula(ReportingPeriod period, string day) => period switch
    {
        ReportingPeriod.Monthly => $"DATE(YEAR({day}),MONTH({day}),1)",
        ReportingPeriod.Quarterly => $"DATE(YEAR({day}),MONTH({day})-MOD(MONTH({day})-1,3),1)",
        _ => $"DATE(YEAR({day})-IF(MONTH({day})<4,1,0),4,1)",
    };

    /// <summary>The dimensions that a row of it may have, between bars.</summary>
    public string Dimensions => $"|all|{string.Concat(Measure.By.Select(d => d switch { Dimension.AgeBand => "age band|", Dimension.Sex => "sex|", Dimension.Reason => "reason|", _ => "" }))}";

    public string PeriodWords => string.Concat(Periods.Select(p => $"|{ReportingPeriods.WordOf(p)}")) + "|";

    private static ImmutableArray<string> Labels(PageContents contents, Measure measure) =>
        measure.Of.Population is OfCohort of && contents.Project.Cohort(of.FullName)?.Include is { } include ? [.. include.Criteria.Select(c => c.Label)] : [];
}
