using Newtonsoft.Json.Linq;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Proving;
using PcnMedOpt.Tool.Lsp.Workspace;
using PcnMedOpt.Tool.Reports;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>What the examples show of each criterion, at the place where it is written; of a procedure at its name.</summary>
internal static class CoverageHandler
{
    public static readonly Feature OfProjects = Feature.Own("medopt/coverage", Answer);

    private static JObject Answer(JObject asked, RequestContext context)
    {
        var statements = new JArray();
        foreach (var project in WorkspaceDocuments.All(context.Snapshot).Where(d => d.Source is not null).GroupBy(d => d.Compilation))
        {
            context.Cancel.ThrowIfCancellationRequested();
            var document = project.First();
            if (OwnAnswers.Findings(document).Any(f => f.Severity == Severity.Error)) continue;
            foreach (var statement in Of(CoverageRun.Of(ProvedProjects.Of(project.Key)), context, document)) statements.Add(statement);
        }
        return new JObject { ["statements"] = statements };
    }

    private static IEnumerable<JObject> Of(Coverage coverage, RequestContext context, DocumentView document)
    {
        foreach (var cohort in coverage.Cohorts.Where(c => !c.Name.Contains('.', StringComparison.Ordinal)))
            foreach (var decision in cohort.Decisions)
                if (DecisionPlaces.Of(document.Compilation, cohort.Name, decision.Decision) is { } place)
                    yield return Statement(context, document, place, cohort.Name, Text(decision.Decision), [("true and decides", decision.True), ("false and decides", decision.False)]);
        foreach (var procedure in coverage.Procedures)
        {
            var own = coverage.Cohorts.Where(c => c.Name.StartsWith(procedure.Name + ".", StringComparison.Ordinal)).ToList();
            if (own.SelectMany(c => c.Decisions).FirstOrDefault() is { } first && DecisionPlaces.Of(document.Compilation, own[0].Name, first.Decision) is { } place)
                yield return Statement(context, document, place, procedure.Name, procedure.Title, [.. procedure.All.Select(s => (s.Text, (Shown?)s)), .. own.SelectMany(c => c.All.Select(s => ($"{c.Name}: {s.Text}", (Shown?)s)))]);
        }
    }

    private static JObject Statement(RequestContext context, DocumentView document, DecisionPlace place, string cohort, string text, IEnumerable<(string Text, Shown? Shown)> branches) => new()
    {
        ["place"] = context.Place(document, new FilePlace(place.Path, place.Span)),
        ["cohort"] = cohort,
        ["text"] = text,
        ["branches"] = new JArray(branches.Select(b => new JObject { ["text"] = b.Text, ["shown"] = b.Shown?.Witness is not null })),
    };

    private static string Text(Decision decision) => decision.IsWhole ? decision.Label : ConditionText.Of(decision.Condition);
}
