using System.Globalization;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Tool.Lsp.Counting;

/// <summary>A count in a few words, for the line above a declaration.</summary>
internal static class LensWords
{
    /// <summary>The cohorts of a procedure that its line tells of.</summary>
    private static readonly string[] Told = [DerivedCohorts.Taking, DerivedCohorts.Due, DerivedCohorts.Overdue];

    public static bool IsCounted(DeclarationKind kind) => kind is DeclarationKind.Cohort or DeclarationKind.Measure or DeclarationKind.Sop;

    /// <summary>The words; null where there is nothing to be counted.</summary>
    public static string? Of(Counts counts)
    {
        var incomplete = counts.Cohorts.Any(c => !c.Caveats.Incomplete.IsEmpty) || counts.Measures.Any(m => !m.Caveats.Incomplete.IsEmpty) ? ", code sets incomplete" : "";
        return counts switch
        {
            { Measures: [{ Denominator: { } of } measure] } => $"{Share(measure.Numerator, of)} ({Shown(measure.Numerator)} of {Shown(of)}){incomplete}",
            { Measures: [var measure] } => $"{Shown(measure.Numerator)} counted{incomplete}",
            { Cohorts: [var cohort] } => $"{Shown(cohort.In)} of {Shown(cohort.Population)} patients{incomplete}",
            { Cohorts: [_, ..] } => string.Join(", ", Told.SelectMany(part => counts.Cohorts.Where(c => c.Cohort.Name.EndsWith($".{part}", StringComparison.Ordinal)).Select(c => $"{Shown(c.In)} {part}"))) + incomplete,
            _ => null,
        };
    }

    private static string Shown(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(long numerator, long of) => Shares.Text(Figure.Exact(numerator), Figure.Exact(of)) is { Length: > 0 } share ? share : "none";
}
