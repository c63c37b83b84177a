using Newtonsoft.Json.Linq;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Emit;
using PcnMedOpt.Ide.Reading;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>
/// <c>medopt/explain</c>: the declaration at a place in plain English. <c>medopt/ruleList</c>: the rules of the cohort, measure or procedure at a place. Both are
/// asked with <c>textDocument</c> and <c>position</c>, the second perhaps with <c>system</c>, such as EMIS; without, the rules are those that any system can have.
/// </summary>
internal static class ReadingHandlers
{
    public static readonly Feature Explain = Feature.Own("medopt/explain", (asked, context) =>
        At(asked, context) is var (document, offset) && Explanations.At(document.Compilation, document.Path, offset) is { } explained ? Shown(context, document, explained) : null);

    public static readonly Feature RuleList = Feature.Own("medopt/ruleList", (asked, context) =>
        At(asked, context) is var (document, offset) && RuleListReading.At(document.Compilation, document.Path, offset, SystemOf(document, asked)) is { } plan ? Shown(plan) : null);

    private static (DocumentView Document, int Offset)? At(JObject asked, RequestContext context)
    {
        if (asked["textDocument"] is not JObject text || asked["position"] is not JObject position) return null;
        return context.Document(TextDocumentIdentifier.Read(text).Uri) is { Source: not null } document ? (document, document.Offset(Position.Read(position))) : null;
    }

    private static ITarget? SystemOf(DocumentView document, JObject asked) =>
        asked["system"] is JValue { Value: string name } ? Targets.Shown(document.Compilation.Targets).FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase)) : null;

    private static JObject Shown(RequestContext context, DocumentView document, Explained explained) => new()
    {
        ["name"] = explained.Name,
        ["title"] = explained.Title,
        ["kind"] = explained.Noun,
        ["protocol"] = explained.Protocol,
        ["location"] = Place(context, document, explained.Place),
        ["lines"] = new JArray(explained.Lines.Select(l => new JObject { ["depth"] = l.Depth, ["text"] = l.Text, ["location"] = Place(context, document, l.Place) })),
    };

    private static JObject Shown(ReadPlan plan) => new()
    {
        ["name"] = plan.Name,
        ["title"] = plan.Title,
        ["system"] = plan.System,
        ["problem"] = plan.Unread,
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
                ["then"] = r.Then,
                ["else"] = r.Else,
            })),
        })),
    };

    private static JToken? Place(RequestContext context, DocumentView document, FilePlace? place)
    {
        if (place is null || context.Location(document, place) is not { } location) return null;
        using var writer = new JTokenWriter();
        location.Write(writer);
        return writer.Token;
    }
}
