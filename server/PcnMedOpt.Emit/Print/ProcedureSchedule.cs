using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Drawings;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Print;

/// <summary>Tests that are done equally often.</summary>
public sealed record ScheduleRow(string Tests, string Every, string Overdue, ImmutableArray<LinkView> Evidence);

/// <summary>A phase, or something beside the phases, with what is tested in it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Extent">How long it lasts, or when it counts.</param>
/// <param name="Rows">What is tested; at least one row.</param>
/// <param name="Evidence">What it cites.</param>
public sealed record ScheduleGroup(string Title, string Extent, ImmutableArray<ScheduleRow> Rows, ImmutableArray<LinkView> Evidence)
{
    /// <summary>Its title stands beside all of its rows, in the first.</summary>
    public ScheduleRow First => Rows[0];

    public ImmutableArray<ScheduleRow> Others => Rows[1..];
}

/// <summary>The schedule of a monitoring procedure, as a table and as a picture.</summary>
internal static class ProcedureSchedule
{
    public static IEnumerable<ScheduleGroup> Phases(Sop sop, PrintedDocument document)
    {
        if (sop.Baseline is { } baseline)
            yield return new ScheduleGroup(
                "Before the start",
                $"within {document.English.Of(baseline.Within)} before the start",
                [new ScheduleRow(Tests(baseline.Tests, document), "once", "", [])],
                document.Evidence(baseline.Cites));
        foreach (var phase in sop.Phases)
            yield return new ScheduleGroup(phase.Title, Extent(phase, document), Rows(phase.Schedules, phase.NoRoutineTests, document), document.Evidence(phase.Cites));
    }

    /// <summary>What counts beside the phase: of several schedules for a test, the strictest.</summary>
    public static IEnumerable<ScheduleGroup> Additions(Sop sop, PrintedDocument document) =>
        from addition in sop.Additions
        let title = addition switch
        {
            WhenTaking taking => $"Also taking {document.Called(taking.Set)}",
            WhenCondition condition => condition.Title,
            _ => "After stopping",
        }
        let extent = addition switch
        {
            WhenTaking taking => $"while {document.English.Named(taking.Set)} is issued {Taking(sop, document)}",
            WhenCondition condition => $"while the patient is, or has: {document.English.Of(condition.Condition)}",
            AfterStopping after => $"for {document.English.Of(after.For)} from the last issue",
            _ => "",
        }
        select new ScheduleGroup(title, extent, Rows(addition.Schedules, addition.NoRoutineTests, document), document.Evidence(addition.Cites));

    public static string Taking(Sop sop, PrintedDocument document) => sop.Drug is { } drug ? document.English.Of(drug.Taking) : "";

    /// <summary>The phases and what follows stopping along the time; null without a schedule.</summary>
    public static Picture? Picture(Sop sop, PrintedDocument document)
    {
        var columns = new List<(TimelineColumn Column, ImmutableArray<Schedule> Schedules)>();
        if (sop.Baseline is { } baseline) columns.Add((new TimelineColumn("Before the start", $"within {baseline.Within}", null, false), []));
        foreach (var phase in sop.Phases)
            columns.Add((new TimelineColumn(phase.Title, Short(phase), (double?)phase.End?.Length.ApproximateDays, columns.Count == 1 && sop.Baseline is not null), phase.Schedules));
        foreach (var after in sop.Additions.OfType<AfterStopping>())
            columns.Add((new TimelineColumn("After stopping", $"for {after.For}", (double)after.For.ApproximateDays, true), after.Schedules));
        ImmutableArray<string> tests = [.. (sop.Baseline?.Tests ?? []).Concat(columns.SelectMany(c => c.Schedules).SelectMany(s => s.Tests)).Distinct(StringComparer.Ordinal)];
        if (tests.IsEmpty) return null;
        var rows = tests.Select(test => new TimelineRow(
            document.Called(test),
            [.. columns.Select((c, i) => i == 0 && sop.Baseline is { } before ? before.Tests.Contains(test) ? new TimelineCell("once", null) : null : Cell(test, c.Schedules))]));
        return Timeline.Of(new TimelineView("schedule-picture", $"{sop.Title}: when each test is due", [.. columns.Select(c => c.Column)], [.. rows]));
    }

    private static TimelineCell? Cell(string test, ImmutableArray<Schedule> schedules) =>
        schedules.Where(s => s.Tests.Contains(test)).MinBy(s => s.Every.ApproximateDays) is { } strictest
            ? new TimelineCell(strictest.Every.Count == 1 ? $"every {strictest.Every.UnitWord}" : $"every {strictest.Every}", (double)strictest.Every.ApproximateDays)
            : null;

    /// <summary>"every week", "every 2 weeks", and the parameter that it was written as.</summary>
    public static string Every(Duration every, PrintedDocument document) => every is { Count: 1, Parameter: null } ? $"every {every.UnitWord}" : $"every {document.English.Of(every)}";

    private static ImmutableArray<ScheduleRow> Rows(ImmutableArray<Schedule> schedules, string? none, PrintedDocument document) => none is not null
        ? [new ScheduleRow("No routine tests", none, "", [])]
        : [.. schedules.Select(s => new ScheduleRow(
            Tests(s.Tests, document),
            Every(s.Every, document),
            s.Grace is { } grace ? $"more than {document.English.Of(grace)} after it is due" : "the day after it is due",
            document.Evidence(s.Cites)))];

    private static string Tests(ImmutableArray<string> tests, PrintedDocument document) => string.Join(", ", tests.Select(document.Called));

    private static string Extent(Phase phase, PrintedDocument document) => phase.End switch
    {
        UntilStable until => $"until stable for {document.English.Of(until.StableFor)}, taken as {document.English.Of(until.TakenAs)} after the start",
        ForTime time => $"for {document.English.Of(time.Time)}",
        _ => "from then on",
    };

    private static string Short(Phase phase) => (phase.NoRoutineTests is null ? "" : "no routine tests, ") + phase.End switch
    {
        UntilStable until => $"until stable for {until.StableFor}, taken as {until.TakenAs}",
        ForTime time => $"for {time.Time}",
        _ => "from then on",
    };
}
