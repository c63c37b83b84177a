using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Searches;
using PcnMedOpt.Emit.Spec;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Systmone;

/// <summary>A report to build, and what to enter in it; one that no pane can state has steps.</summary>
public sealed record ReportView(string Id, string Number, string Finds, string Pane, FitView Fit, ImmutableArray<FactView> Settings, ImmutableArray<string> Steps);

/// <summary>A row of the join table. A result is a cohort or numerator: its name is the report's.</summary>
public sealed record JoinView(string Id, string Number, LinkView From, string Relation, LinkView Other, string For, bool IsResult);

/// <summary>What is built for a cohort or measure: which report it is, and the reports below it.</summary>
public sealed record BuiltView(StatementView Statement, ImmutableArray<FactView> Results, ImmutableArray<TreeLineView> Tree);

/// <summary>The sheet from which a person builds a pack's reports in SystmOne.</summary>
public sealed record BuildSheetView(
    PageFrame Frame,
    FrontMatterView Front,
    GuidanceHtml? Description,
    ImmutableArray<GuideView> Guides,
    string Prefix,
    string Today,
    ImmutableArray<WindowView> Windows,
    ImmutableArray<CodeSetView> CodeSets,
    ImmutableArray<ReportView> Reports,
    ImmutableArray<JoinView> Joins,
    ImmutableArray<BuiltView> Built)
{
    public static BuildSheetView Of(PageMeta meta, PageContents contents)
    {
        var target = new SystmoneTarget();
        var sheet = BuildSheet.Of(SearchPlan.Of(target, contents.Project, contents.Cohorts, contents.Measures));
        var english = contents.English();
        var statements = new Statements(contents, target, test => StepsOf(sheet, test));
        var names = new SheetNames(sheet, english);
        var settings = new ReportSettings(contents, english, meta.Today);
        ImmutableArray<BuiltView> built =
        [
            .. contents.AllCohorts.Select(c => BuiltOf(statements.Of(c), sheet, names, c.Name)),
            .. contents.Measures.Select(m => BuiltOf(statements.Of(m), sheet, names, m.Name)),
        ];
        return new BuildSheetView(
            PageFrame.Of(meta, "Build sheet for SystmOne", Contents(built)),
            FrontMatterView.Of(meta, contents),
            contents.Description is null ? null : GuidanceText.Html(contents.Description),
            GuideView.Of(contents.Guides),
            meta.Name,
            EnglishDates.Of(meta.Today),
            WindowTable.Of(contents, english, meta.Today),
            CodeSetView.Of(contents, _ => ""),
            [.. sheet.Reports.Select(r => Report(r, names, statements, settings, target, contents))],
            [.. sheet.Joins.Select(j => Join(j, sheet, names))],
            built);
    }

    private static ReportView Report(
        AtomicReport report, SheetNames names, Statements statements, ReportSettings settings, SystmoneTarget target, PageContents contents)
    {
        if (report.Test is not { } test)
        {
            var (sourcePane, sourceSettings) = ReportSettings.Of(report.Source ?? new FromRegistered());
            return new ReportView(SheetNames.IdOf(report.Number), report.Number, names.Of(report.Number), sourcePane, FitView.Exact, sourceSettings, []);
        }
        var fit = target.Of(test, contents.Project);
        var byHand = fit.Grade == FitGrade.ByHand;
        var (pane, entered) = byHand ? ("By hand", []) : settings.Of(test);
        return new ReportView(
            SheetNames.IdOf(report.Number),
            report.Number,
            names.Of(report.Number),
            pane,
            statements.FitOf(test),
            entered,
            byHand ? [.. Steps(test, fit, report.Number)] : []);
    }

    private static LinkView? StepsOf(BuildSheet sheet, Condition test) =>
        sheet.ReportOf(test) is { } report ? new LinkView(SheetNames.IdOf(report.Number), report.Number) : null;

    private static IEnumerable<string> Steps(Condition test, Fit fit, string number)
    {
        yield return $"No report states this: {fit.How}. Build it from several reports, or look through the records of the patients whom the joins leave before it.";
        var sets = test.SetsUsed().Select(s => s.Set).Distinct(StringComparer.Ordinal).ToList();
        if (sets.Count > 0) yield return $"Take the codes of {string.Join(" and ", sets)} as the table of code sets says, and check their number.";
        yield return $"Save the patients so that the joins can use them, under the number {number}, and check them with the test patients.";
    }

    private static JoinView Join(ReportJoin join, BuildSheet sheet, SheetNames names)
    {
        var results = sheet.Results.Where(r => r.Number == join.Number).Select(r => r.List.Name).ToList();
        return new JoinView(
            SheetNames.IdOf(join.Number),
            join.Number,
            new LinkView(SheetNames.IdOf(join.From), join.From),
            join.In ? "in" : "not in",
            new LinkView(SheetNames.IdOf(join.Other), join.Other),
            results.Count > 0 ? string.Join("; ", results) : names.Of(join.Number),
            results.Count > 0);
    }

    private static BuiltView BuiltOf(StatementView statement, BuildSheet sheet, SheetNames names, string name)
    {
        var results = sheet.Results.Where(r => r.List.Id == name || r.List.Id.StartsWith(name + "/", StringComparison.Ordinal)).ToList();
        return new BuiltView(
            statement,
            [.. results.Select(r => new FactView(r.Number, r.List.Rules.IsEmpty ? $"{r.List.Name}: the report that it starts from" : r.List.Name))],
            results.Count == 0 ? [] : SheetTree.Of(sheet, names, results[^1].Number));
    }

    private static ImmutableArray<ContentsView> Contents(ImmutableArray<BuiltView> built) =>
    [
        ContentsView.Of("document", "The document"),
        ContentsView.Of("how", "How to build"),
        ContentsView.Of("clusters", "Code clusters and lists"),
        ContentsView.Of("reports", "Reports of one statement"),
        ContentsView.Of("joins", "Joins"),
        new ContentsView("results", "What is built", [.. built.Select(b => ContentsView.Of(b.Statement.Id, b.Statement.Title))]),
        ContentsView.Of("codes", "Code appendix"),
    ];
}
