using Newtonsoft.Json.Linq;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>The examples of a document, or of all projects, and what comes of them.</summary>
internal static class ExamplesHandler
{
    public static readonly Feature OfProject = Feature.Own("medopt/examples", Answer);

    private static JObject Answer(JObject asked, RequestContext context)
    {
        var named = OwnAnswers.Document(asked, context);
        if (named is null && asked["textDocument"] is JObject) return OwnAnswers.NoDocument;
        var name = OwnAnswers.Text(asked["name"]);
        var isRun = OwnAnswers.Flag(asked["run"]) ?? true;
        var examples = new JArray();
        foreach (var document in named is not null ? [named] : WorkspaceDocuments.All(context.Snapshot))
        {
            if (document.Source is not { } source) continue;
            var chosen = source.Declarations.Where(d => d.Facts.Kind == Core.Semantics.DeclarationKind.Example && (name is null || d.Facts.Title == name)).ToList();
            context.Cancel.ThrowIfCancellationRequested();
            if (chosen.Count == 0) continue;
            if (!isRun) foreach (var example in chosen) examples.Add(Listed(document, example));
            else foreach (var run in ProjectExamples.Run(document.Compilation, OwnAnswers.Findings(document), chosen)) examples.Add(Run(context, document, run));
        }
        return new JObject { ["examples"] = examples };
    }

    private static JObject Listed(DocumentView document, PlacedDeclaration example)
    {
        var place = OwnAnswers.Place(document, example.Facts.NameSpan.Shift(example.Start));
        return new JObject
        {
            ["name"] = example.Facts.Title ?? "",
            ["place"] = place,
            ["project"] = document.Project is { } project ? FileUri.Of(project.Folder.Root) : null,
            ["outcome"] = null,
            ["message"] = null,
            ["shownAt"] = place.DeepClone(),
            ["expectations"] = new JArray(),
        };
    }

    private static JObject Run(RequestContext context, DocumentView document, RunExample run)
    {
        var answer = Listed(document, run.Declaration);
        answer["outcome"] = run.Result.Outcome.ToString().ToLowerInvariant();
        answer["message"] = run.Result.Message;
        answer["shownAt"] = OwnAnswers.Place(document, run.Place.Span);
        answer["expectations"] = new JArray(run.Result.Expectations.Select(e => Of(context, document, run.Declaration, e)));
        return answer;
    }

    private static JObject Of(RequestContext context, DocumentView document, PlacedDeclaration example, CheckedExpectation expectation)
    {
        var deciding = expectation.Deciding.ToHashSet(ReferenceEqualityComparer.Instance);
        JObject Criterion(string group, CriterionOutcome outcome) => new()
        {
            ["label"] = outcome.Criterion.Label,
            ["group"] = group,
            ["holds"] = outcome.Holds,
            ["decided"] = deciding.Contains(outcome.Criterion),
            ["place"] = context.Place(document, PlaceOf(document.Compilation, expectation.Cohort, outcome.Criterion)),
            ["why"] = new JArray(expectation.Why(outcome.Criterion).Select(r => new JObject { ["depth"] = r.Depth, ["holds"] = r.Holds, ["text"] = r.Text })),
        };
        return new JObject
        {
            ["patient"] = expectation.Expectation.Patient,
            ["cohort"] = expectation.Cohort.Name,
            ["expected"] = expectation.Expectation.In ? "in" : "not in",
            ["found"] = expectation.Outcome.IsIn ? "in" : "not in",
            ["met"] = expectation.IsMet,
            ["message"] = expectation.Message().Split('\n')[0],
            ["outside"] = expectation.Outside,
            ["place"] = OwnAnswers.Place(document, expectation.Expectation.Span.Shift(example.Start)),
            ["criteria"] = new JArray(expectation.Outcome.Include.Select(c => Criterion("include", c)).Concat(expectation.Outcome.Exclude.Select(c => Criterion("exclude", c)))),
        };
    }

    /// <summary>Where a criterion is written; of a procedure's cohort the name of the procedure.</summary>
    private static FilePlace? PlaceOf(Compilation compilation, Cohort cohort, Criterion criterion) =>
        compilation.Names.Find(cohort.Name.Split('.')[0]) is { } declared
            ? new FilePlace(declared.File.Path, (criterion.Span.Length > 0 && !cohort.Name.Contains('.', StringComparison.Ordinal) ? criterion.Span : declared.Facts.NameSpan).Shift(declared.Start))
            : null;
}
