using Newtonsoft.Json.Linq;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Pasting;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>What a pasted list of codes becomes at a place in a code set.</summary>
internal static class PasteCodesHandler
{
    public static readonly Feature OfDocument = Feature.Own("medopt/pasteCodes", Answer);

    private static JObject Answer(JObject asked, RequestContext context)
    {
        if (OwnAnswers.Document(asked, context) is not { } document) return OwnAnswers.NoDocument;
        var start = OwnAnswers.Offset(asked, document);
        var end = asked["end"] is JObject position ? OwnAnswers.Offset(new JObject { ["position"] = position }, document) : start;
        var answer = CodePaste.Of(
            document.Compilation, document.Path, TextSpan.FromBounds(start, Math.Max(start, end)), OwnAnswers.Text(asked["text"]) ?? "", OwnAnswers.Number(asked["column"]));
        return new JObject
        {
            ["text"] = answer.Text,
            ["count"] = answer.Count,
            ["already"] = OwnAnswers.List(answer.Already),
            ["twice"] = answer.Twice,
            ["notTaken"] = new JArray(answer.NotTaken.Select(n => new JObject { ["row"] = n.Written, ["why"] = n.Why, ["line"] = n.Line })),
            ["columns"] = new JArray(answer.Columns.Select(c => new JObject { ["column"] = c.Index, ["title"] = c.Title })),
            ["message"] = answer.Message,
        };
    }
}
