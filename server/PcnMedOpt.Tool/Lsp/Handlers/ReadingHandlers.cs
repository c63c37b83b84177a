using Newtonsoft.Json.Linq;
using PcnMedOpt.Emit;
using PcnMedOpt.Ide.Reading;
using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>
/// <c>medopt/explain</c>: the declaration at a place in plain English. <c>medopt/ruleList</c>: the rules of the cohort, measure or procedure at a place. Both are
/// asked with <c>textDocument</c> and <c>position</c>, the second perhaps with <c>system</c>, such as EMIS; without, the rules are those that any system can have.
/// </summary>
internal static class ReadingHandlers
{
    public static readonly Feature Explain = Feature.Own("medopt/explain", (asked, context) =>
    {
        if (OwnAnswers.Document(asked, context) is not { } document) return OwnAnswers.NoDocument;
        return Explanations.At(document.Compilation, document.Path, OwnAnswers.Offset(asked, document)) is { } explained
            ? Shown(context, document, explained)
            : OwnAnswers.Error("There is no declaration to explain here.");
    });

    public static readonly Feature RuleList = Feature.Own("medopt/ruleList", (asked, context) =>
    {
        if (OwnAnswers.Document(asked, context) is not { } document) return OwnAnswers.NoDocument;
        var systems = Targets.Shown(document.Compilation.Targets);
        var named = OwnAnswers.Text(asked["system"]);
        var system = systems.FirstOrDefault(t => string.Equals(t.Name, named, StringComparison.OrdinalIgnoreCase));
        if (named is not null && system is null) return OwnAnswers.Error($"There are no rules for '{named}'. The systems are {string.Join(" and ", systems.Select(t => t.Name))}.");
        return RuleListReading.At(document.Compilation, document.Path, OwnAnswers.Offset(asked, document), system) is { } plan
            ? Shown(plan)
            : OwnAnswers.Error("There is no cohort, measure or procedure with rules here.");
    });

    private static JObject Shown(RequestContext context, DocumentView document, Explained explained) => new()
    {
        ["name"] = explained.Name,
        ["title"] = explained.Title,
        ["declaration"] = explained.Noun,
        ["protocol"] = explained.Protocol,
        ["place"] = context.Place(document, explained.Place),
        ["lines"] = new JArray(explained.Lines.Select(l => new JObject { ["depth"] = l.Depth, ["text"] = l.Text, ["place"] = context.Place(document, l.Place) })),
    };

    private static JObject Shown(ReadPlan plan) => new()
    {
        ["name"] = plan.Name,
        ["title"] = plan.Title,
        ["system"] = plan.System,
        ["unread"] = plan.Unread,
        ["lists"] = new JArray(plan.Lists.Select(l => new JObject
        {
            ["number"] = l.Number,
            ["name"] = l.Name,
            ["purpose"] = l.Purpose,
            ["from"] = l.From,
            ["byHand"] = l.ByHand,
            ["rules"] = new JArray(l.Rules.Select(r => new JObject
            {
                ["number"] = r.Number,
                ["labels"] = new JArray(r.Labels),
                ["if"] = r.If,
                ["row"] = r.Row,
                ["then"] = r.Then.ToLowerInvariant(),
                ["else"] = r.Else.ToLowerInvariant(),
            })),
        })),
    };
}
