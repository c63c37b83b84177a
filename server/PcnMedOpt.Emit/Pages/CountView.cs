using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Pages;

/// <summary>A fault of the data in a row of a table.</summary>
public sealed record CountFaultView(string File, string Kind, string Effect, string Rows, ImmutableArray<string> Examples);

/// <summary>A cohort or measure in the table over all of them.</summary>
/// <param name="Id">Where it stands on the page.</param>
/// <param name="Title">Its title.</param>
/// <param name="Name">Its name.</param>
/// <param name="Number">How many.</param>
/// <param name="Whole">Out of how many; empty for a count.</param>
/// <param name="Share">In percent; empty where there is none, or it is not told.</param>
/// <param name="Target">A measure's target, and whether it is met.</param>
/// <param name="IsIncomplete">It depends on a code set that is not wholly known.</param>
public sealed record CountLineView(string Id, string Title, string Name, string Number, string Whole, string Share, string Target, bool IsIncomplete)
{
    public ImmutableArray<string> NameParts => Breaks.Of(Name);
}

/// <summary>What was counted in some data: their faults first, then all cohorts and measures in two tables, then each with its drawings.</summary>
public sealed record CountView(
    PageFrame Frame,
    string Day,
    string Suppressed,
    bool IsSuppressed,
    ImmutableArray<CountFaultView> Faults,
    bool HasExamples,
    ImmutableArray<FactView> Facts,
    ImmutableArray<CountLineView> CohortLines,
    ImmutableArray<CountLineView> MeasureLines,
    bool IsAnyIncomplete,
    ImmutableArray<CountedCohortView> Cohorts,
    ImmutableArray<CountedMeasureView> Measures)
{
    private const string Kind = "Counts";

    /// <param name="counts">What may be shown of the counts.</param>
    /// <param name="title">What the project is called.</param>
    /// <param name="sourceHash">Of all texts of the project.</param>
    /// <param name="toolVersion">Of the program that counted.</param>
    /// <param name="languageVersion">Of the protocol language.</param>
    public static CountView Of(PublishedCounts counts, string title, string sourceHash, string toolVersion, string languageVersion)
    {
        var day = EnglishDates.Of(counts.Reference);
        var warning = counts.Below is null ? CountWords.NotSuppressed : null;
        var cohorts = counts.Cohorts.Select((c, i) => CountedCohortView.Of(c, i)).ToImmutableArray();
        var measures = counts.Measures.Select((m, i) => CountedMeasureView.Of(m, i)).ToImmutableArray();
        var shortHash = sourceHash.Length > 12 ? sourceHash[..12] : sourceHash;
        ContentsView? Section(string id, string text, IEnumerable<ContentsView> inner, bool isThere) => isThere ? new ContentsView(id, text, [.. inner]) : null;
        ImmutableArray<ContentsView> contents =
        [
            .. new[]
            {
                Section("faults", "Faults in the data", [], !counts.Data.Faults.IsEmpty),
                Section("counted", "What was counted", [], true),
                Section("cohorts", "Cohorts", cohorts.Select(c => ContentsView.Of(c.Line.Id, c.Line.Title)), !cohorts.IsEmpty),
                Section("measures", "Measures", measures.Select(m => ContentsView.Of(m.Line.Id, m.Line.Title)), !measures.IsEmpty),
            }.OfType<ContentsView>(),
        ];
        var frame = new PageFrame(
            title,
            Kind,
            $"On {day}",
            warning,
            warning is null ? null : "NOT SUPPRESSED",
            new MarginsView(CssText.Of($"{title}: {Kind}"), CssText.Of($"Source {shortHash}"), CssText.Of($"Counted on {day}"), CssText.Of(warning ?? "")),
            contents,
            $"Counted on {day} by PcnMedOpt {toolVersion}, protocol language {languageVersion}. Source {sourceHash}.");
        return new CountView(
            frame,
            day,
            CountWords.Suppressed(counts.Below),
            counts.Below is not null,
            [.. counts.Data.Faults.Select(f => new CountFaultView(f.File, f.Kind, f.Effect, f.Rows.ToString("N0", CultureInfo.InvariantCulture), f.Examples))],
            counts.Data.Faults.Any(f => !f.Examples.IsEmpty),
            Details(counts, day),
            [.. cohorts.Select(c => c.Line)],
            [.. measures.Select(m => m.Line)],
            cohorts.Any(c => c.Line.IsIncomplete) || measures.Any(m => m.Line.IsIncomplete),
            cohorts,
            measures);
    }

    private static ImmutableArray<FactView> Details(PublishedCounts counts, string day) =>
    [
        new("Reference date", day),
        new("Data", counts.Data.Source),
        new("Patients", counts.Patients.Text),
        new("Coded entries", counts.Data.Events.ToString("N0", CultureInfo.InvariantCulture)),
        new("Issues and repeat items", counts.Data.Medications.ToString("N0", CultureInfo.InvariantCulture)),
        .. counts.Data.Faults.IsEmpty ? [new FactView("Faults", CountWords.None)] : Array.Empty<FactView>(),
    ];
}
