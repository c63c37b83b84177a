using System.Collections.Immutable;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Searches;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Spec;

/// <summary>The specification of a pack's EMIS searches, for those who check, load and run them.</summary>
public sealed record SpecView(
    PageFrame Frame,
    FrontMatterView Front,
    GuidanceHtml? Description,
    string Today,
    ImmutableArray<WindowView> Windows,
    ImmutableArray<FactView> Populations,
    ImmutableArray<CodeSetView> CodeSets,
    ImmutableArray<FieldView> Fields,
    ImmutableArray<SubjectView> Subjects,
    ImmutableArray<HandView> ByHand,
    ImmutableArray<DeviationView> Deviations,
    UseView Use)
{
    /// <summary>Searches that are not complete until others are built.</summary>
    public ImmutableArray<SearchView> Incomplete => [.. Subjects.SelectMany(s => s.Searches).Where(s => s.Gap is not null)];

    public static SpecView Of(PageMeta meta, PageContents contents, EmisTarget target) =>
        Of(meta, contents, target, SearchPlan.Of(target, contents.Project, contents.Cohorts, contents.Measures));

    /// <param name="meta">Who answers for the pack.</param>
    /// <param name="contents">What it holds.</param>
    /// <param name="target">How EMIS expresses it.</param>
    /// <param name="plan">The searches that are written for it; of all cohorts and measures of the pack.</param>
    public static SpecView Of(PageMeta meta, PageContents contents, EmisTarget target, SearchPlan plan)
    {
        var english = contents.English();
        var fields = new FieldBook(new ClusterNames(contents.Project), english, meta.Today);
        var searches = new SearchViews(contents, plan, english, fields);
        var subjects = SubjectsOf(contents, new Statements(contents, target, searches.StepsOf), searches);
        var byHand = searches.ByHand(target);
        var sets = EmisCodeNotes.Add(CodeSetView.Of(contents, set => HowIn(target, set)), contents, target.Values);
        return new SpecView(
            PageFrame.Of(meta, "Search specification for EMIS Web", Contents(subjects, byHand, sets)),
            FrontMatterView.Of(meta, contents),
            contents.Description is null ? null : GuidanceText.Html(contents.Description),
            Core.Semantics.EnglishDates.Of(meta.Today),
            WindowTable.Of(contents, english, meta.Today),
            Notes.Populations(contents),
            sets,
            fields.Fields,
            subjects,
            byHand,
            Notes.Deviations(contents, target),
            Notes.Use(contents, english));
    }

    private static ImmutableArray<SubjectView> SubjectsOf(PageContents contents, Statements statements, SearchViews searches) =>
    [
        .. contents.AllCohorts.Select(c => new SubjectView(statements.Of(c), searches.Of(c.Name))),
        .. contents.Measures.Select(m => new SubjectView(statements.Of(m), searches.Of(m.Name))),
    ];

    private static string HowIn(EmisTarget target, Core.Semantics.Codes.ResolvedCodeSet set)
    {
        var (values, byHand) = target.Values.Of(set);
        if (byHand is not null) return $"By hand: {byHand}";
        var origins = target.Values.Choices(set).Select(c => EmisCodeNotes.Called(c.Origin)).Distinct().Order(StringComparer.Ordinal);
        return string.Join(" and ", values.Any(v => v.IsRefset) ? origins.Prepend("Reference set") : origins);
    }

    private static ImmutableArray<ContentsView> Contents(ImmutableArray<SubjectView> subjects, ImmutableArray<HandView> byHand, ImmutableArray<CodeSetView> sets) =>
    [
        ContentsView.Of("document", "The document"),
        ContentsView.Of("dates", "Reference date"),
        ContentsView.Of("population", "Population and registration status"),
        ContentsView.Of("clusters", "Clinical code clusters"),
        ContentsView.Of("fields", "Fields"),
        new ContentsView("searches", "Searches", [.. subjects.Select(s => ContentsView.Of(s.Statement.Id, s.Statement.Title))]),
        new ContentsView("by-hand", "To build by hand", [.. byHand.Select(h => ContentsView.Of(h.Id, $"{h.Number} {h.Sentence}"))]),
        ContentsView.Of("deviations", "Known deviations"),
        ContentsView.Of("use", "Expected use"),
        new ContentsView("codes", "Code appendix", [.. sets.Select(s => ContentsView.Of(s.Id, s.Title))]),
    ];
}
