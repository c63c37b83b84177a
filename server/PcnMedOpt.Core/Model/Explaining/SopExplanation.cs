using System.Globalization;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Model.Explaining;

/// <summary>Procedures in plain English: who is monitored, what is tested when, which results call for what, and what is approximated.</summary>
internal static class SopExplanation
{
    public static IEnumerable<ExplainedLine> Of(Sop sop, DerivedCohorts? cohorts, PlainEnglish english)
    {
        if (sop.Setting is { } setting) yield return new ExplainedLine(0, $"Setting: {setting}.");
        if (sop.Drug is { } drug)
        {
            yield return new ExplainedLine(0, $"{MeasureWords.Of(sop.From, english)} who take {english.Named(drug.Set)}: issued {english.Of(drug.Taking)}.", drug.Span);
            foreach (var line in Schedule(sop, english)) yield return line;
        }
        foreach (var limit in cohorts?.Monitoring.Limits ?? sop.Limits)
        {
            var isOwn = sop.Limits.Contains(limit);
            yield return new ExplainedLine(0, $"{limit.Title}, of {english.Named(limit.Set)}:", isOwn ? limit.Span : null);
            foreach (var band in limit.Bands) yield return new ExplainedLine(1, $"{band.Colour}: {BandText.Of(band, limit.Unit)}{Then(band.Action)}", isOwn ? band.Span : null);
            foreach (var band in limit.Changes) yield return new ExplainedLine(1, $"{band.Colour}: {BandText.Of(band)}{Then(band.Action)}", isOwn ? band.Span : null);
        }
        foreach (var recall in sop.Recalls)
            yield return new ExplainedLine(0, $"Recall, {recall.Stage.ToString().ToLowerInvariant()}: {english.Of(recall.After)} after the test is overdue{(recall.Role is { } role ? $", to {role}" : "")}{Then(recall.Text)}", recall.Span);
        foreach (var part in sop.Parts)
            if (Part(part, english) is { } text) yield return new ExplainedLine(0, text, part.Span);
        if (cohorts is null) yield break;
        yield return new ExplainedLine(0, $"It declares the cohorts {string.Join(", ", cohorts.Main.Select(p => $"{sop.Name}.{p}"))}.");
        yield return new ExplainedLine(0, "What is approximated:");
        foreach (var line in Approximations.PlainLines(cohorts.Monitoring)) yield return new ExplainedLine(1, line);
    }

    private static IEnumerable<ExplainedLine> Schedule(Sop sop, PlainEnglish english)
    {
        if (sop.Baseline is { } baseline)
            yield return new ExplainedLine(0, $"Before start, within {english.Of(baseline.Within)}: {Sets(baseline.Tests, english)}.", baseline.Span);
        foreach (var placed in PlacedPhase.Of(sop))
        {
            var from = placed.From is { } begins ? $"from {begins} after start" : "from start";
            yield return new ExplainedLine(0, $"{placed.Phase.Title}, {from}{(placed.To is { } ends ? $" to {ends} after start" : "")}{Nothing(placed.Phase.NoRoutineTests)}:", placed.Phase.Span);
            foreach (var line in Tests(placed.Phase.Schedules, english)) yield return line;
        }
        foreach (var addition in sop.Additions)
        {
            yield return new ExplainedLine(0, $"{Reason(addition, english)}{Nothing(addition.NoRoutineTests)}:", addition.Span);
            foreach (var line in Tests(addition.Schedules, english)) yield return line;
        }
        foreach (var interval in sop.Intervals)
            yield return new ExplainedLine(
                0,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{english.Named(interval.Test)}: every so many whole {(interval.In == DurationUnit.Weeks ? "weeks" : "months")} as the latest {english.Named(interval.Value)} divided by {interval.Divisor} gives, at least 1, when {english.Of(interval.When)}; this only shortens."),
                interval.Span);
    }

    private static IEnumerable<ExplainedLine> Tests(IEnumerable<Schedule> schedules, PlainEnglish english) =>
        schedules.Select(s => new ExplainedLine(1, $"{Sets(s.Tests, english)} every {english.Of(s.Every)}{(s.Grace is { } grace ? $", overdue after {english.Of(grace)} of grace" : "")}", s.Span));

    private static string Reason(Addition addition, PlainEnglish english) => addition switch
    {
        WhenTaking taking => $"Also, while {english.Named(taking.Set)} is taken too",
        WhenCondition condition => $"Also, {condition.Title} ({english.Of(condition.Condition)})",
        AfterStopping stopping => $"Also, for {english.Of(stopping.For)} from the last issue, after it was stopped",
        _ => throw new System.Diagnostics.UnreachableException($"No words for {addition}"),
    };

    private static string? Part(SopPart part, PlainEnglish english) => part switch
    {
        SopStep step => $"{step.Title}: {step.Role}{(step.Every is { } every ? $", every {english.Of(every)}" : "")}.",
        SopSection section => $"Section: {section.Title}.",
        SopGuide { Guide.Title: { } title } => $"Guidance: {title}.",
        _ => null,
    };

    private static string Nothing(string? why) => why is null ? "" : $", no routine tests ({why})";

    private static string Then(string? text) => text is null ? "" : $": {text}";

    private static string Sets(IEnumerable<string> sets, PlainEnglish english) => string.Join(", ", sets.Select(english.Named));
}
