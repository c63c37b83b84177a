using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Forms;

/// <summary>A code that is recorded, and the code sets of the pack that find it.</summary>
public sealed record ActivityRowView(string Number, string Prompt, string? Answer, string Code, string Term, string EmisCode, string FoundBy);

/// <summary>The codes of a step.</summary>
public sealed record ActivityStepView(string Title, ImmutableArray<ActivityRowView> Rows);

/// <summary>A prompt or an answer that no extract can hold, and why.</summary>
public sealed record ActivityGapView(string Number, string Prompt, string Why);

/// <summary>A template or workflow with its codes.</summary>
public sealed record ActivitySourceView(string Id, string Noun, string Title, string Name, ImmutableArray<ActivityStepView> Steps, ImmutableArray<ActivityGapView> Gaps);

/// <summary>A measure of the pack, and which prompts record what it counts.</summary>
public sealed record ActivityMeasureView(string Title, string Sets, string RecordedAt);

/// <summary>The monthly extract of coded activity: a list report, specified for whoever sets it up.</summary>
public sealed record ActivityView(
    PageFrame Frame,
    FrontMatterView Front,
    ImmutableArray<ActivityColumn> Columns,
    bool HasCodeMap,
    string CodesFile,
    string ExtractFile,
    ImmutableArray<ActivitySourceView> Sources,
    ImmutableArray<ActivityMeasureView> Measures)
{
    internal static ActivityView Of(PageMeta meta, Activity activity) => new(
        PageFrame.Of(meta, "Monthly activity extract", Contents(activity)),
        FrontMatterView.Of(meta, activity.Contents),
        ActivityCsv.Columns,
        activity.EmisCodes is not null,
        ActivityCsv.CodesFile,
        ActivityCsv.ExtractFile,
        [.. activity.Sources.Select(s => Source(activity, s))],
        [.. activity.Contents.Measures.Select(m => Measure(activity, m))]);

    private static ActivitySourceView Source(Activity activity, ActivitySource source) => new(
        IdOf(source),
        source.Noun,
        source.Title,
        source.Name,
        [.. source.Codes.GroupBy(c => c.Step, StringComparer.Ordinal).Select(s => new ActivityStepView(s.Key, [.. s.Select(c => Row(activity, c))]))],
        [.. source.Gaps.Select(g => new ActivityGapView(g.Number, g.Answer is null ? g.Prompt : $"{g.Prompt}: {g.Answer}", g.Why))]);

    private static ActivityRowView Row(Activity activity, ActivityCode code)
    {
        var emis = activity.EmisCodesOf(code.Code);
        var sets = code.Code.Id is { } id ? activity.Contents.CodeSets.Where(s => activity.Contents.Project.CodeSet(s)?.Contains(id) == true).Order(StringComparer.Ordinal).ToList() : [];
        return new ActivityRowView(
            code.Number,
            code.Prompt,
            code.Answer,
            code.Code.Text,
            code.Code.Term ?? "",
            emis.IsEmpty ? "not known" : string.Join(", ", emis.Select(e => e.Id)),
            sets.Count == 0 ? "no code set that lists it" : string.Join(", ", sets));
    }

    private static ActivityMeasureView Measure(Activity activity, Measure measure)
    {
        var sets = SetsOf(measure).Distinct(StringComparer.Ordinal).ToList();
        var recorded = activity.Sources.SelectMany(s => s.Codes.Where(c => c.Code.Id is { } id && sets.Exists(n => activity.Contents.Project.CodeSet(n)?.Contains(id) == true)).Select(c => $"{s.Title} {c.Number}"));
        var places = recorded.Distinct(StringComparer.Ordinal).ToList();
        var english = activity.Contents.English();
        return new ActivityMeasureView(
            measure.Title,
            sets.Count == 0 ? "none of its own" : string.Join(", ", sets.Select(english.Named)),
            places.Count == 0 ? "at no prompt of this pack, as far as its code sets list their codes: count it from searches" : string.Join("; ", places));
    }

    /// <summary>What is counted, and what it is counted over where those are records.</summary>
    private static IEnumerable<string> SetsOf(Measure measure)
    {
        if (measure.Of is RecordsOf records) yield return records.Set;
        foreach (var set in measure.Numerator?.DescendantsAndSelf().SelectMany(c => c.SetsUsed()).Select(s => s.Set) ?? []) yield return set;
    }

    private static string IdOf(ActivitySource source) => $"{source.Noun.ToLowerInvariant()}-{source.Name}";

    private static ImmutableArray<ContentsView> Contents(Activity activity) =>
    [
        ContentsView.Of("document", "The document"),
        ContentsView.Of("before", "Before the first extract"),
        ContentsView.Of("columns", "What a row holds"),
        ContentsView.Of("set-up", "How to set it up"),
        new ContentsView("recorded", "The codes", [.. activity.Sources.Select(s => ContentsView.Of(IdOf(s), s.Title))]),
        .. activity.Contents.Measures.IsEmpty ? [] : new[] { ContentsView.Of("measures", "The measures") },
        ContentsView.Of("check", "Check it"),
    ];
}
