using System.Globalization;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Tool.Lsp.Counting;

/// <summary>A count in a few words, for the line above a declaration.</summary>
internal static class CountWords
{
    public static bool IsCounted(DeclarationKind kind) => kind is DeclarationKind.Cohort or DeclarationKind.Measure or DeclarationKind.Sop;

    /// <summary>The cohorts and measures of which a declaration's words are made.</summary>
    public static (IReadOnlyList<Cohort> Cohorts, IReadOnlyList<Measure> Measures) Asked(Compilation compilation, string name) =>
        compilation.Model<Measure>(name) is { } measure ? ([], [measure])
        : compilation.Cohort(name) is { } cohort ? ([cohort], [])
        : compilation.CohortsOf(name) is { } derived ? ([.. derived.Main.Where(p => p is DerivedCohorts.Taking or DerivedCohorts.Overdue).Select(p => compilation.Cohort($"{name}.{p}")).OfType<Cohort>()], [])
        : ([], []);

    /// <summary>The words; null where there is nothing to be counted.</summary>
    public static string? Of(Counts counts)
    {
        var incomplete = counts.Cohorts.Any(c => !c.Incomplete.IsEmpty) || counts.Measures.Any(m => !m.Incomplete.IsEmpty) ? ", code sets incomplete" : "";
        return counts switch
        {
            { Measures: [{ Denominator: { } of } measure] } => $"{Share(measure.Numerator, of)} ({Shown(measure.Numerator)} of {Shown(of)}){incomplete}",
            { Measures: [var measure] } => $"{Shown(measure.Numerator)} counted{incomplete}",
            { Cohorts: [var cohort] } => $"{Shown(cohort.In)} of {Shown(cohort.Population)} patients{incomplete}",
            { Cohorts: [var first, ..] } => string.Join(", ", counts.Cohorts.OrderByDescending(c => c.Cohort.Name, StringComparer.Ordinal).Select(c => $"{Shown(c.In)} {c.Cohort.Name[(c.Cohort.Name.LastIndexOf('.') + 1)..]}")) + incomplete,
            _ => null,
        };
    }

    private static string Shown(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(long numerator, long of) => of == 0 ? "none" : (100m * numerator / of).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
