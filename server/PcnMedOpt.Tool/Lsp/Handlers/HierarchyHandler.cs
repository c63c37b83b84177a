using System.Globalization;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Ide.Finding;
using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary><c>medopt/hierarchy</c>: what is directly broader and narrower than a code, so that an editor can go from one to the next.</summary>
internal static class HierarchyHandler
{
    public static readonly Feature OfCode = Feature.Own("medopt/hierarchy", Answer);

    private static JObject Answer(JObject asked, RequestContext context)
    {
        var document = OwnAnswers.DocumentOrAny(asked, context);
        if (document is null || document.Compilation.Knowledge.Release is not { } release) return OwnAnswers.Error("There is no terminology release that could be asked.");
        var text = OwnAnswers.Text(asked["id"]) ?? "";
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || CodeHierarchy.Of(document.Compilation, id) is not { } around)
            return OwnAnswers.Error($"There is no code {text} in the release {release.Release.Name}.");
        return new JObject
        {
            ["code"] = Node(context, document, around.Node),
            ["broader"] = new JArray(around.Broader.Select(n => Node(context, document, n))),
            ["narrower"] = new JArray(around.Narrower.Select(n => Node(context, document, n))),
            ["leftOut"] = around.LeftOut,
            ["instead"] = new JArray(around.Instead.Select(s => new JObject { ["id"] = s.Id.ToString(CultureInfo.InvariantCulture), ["term"] = s.Term, ["how"] = s.How })),
        };
    }

    private static JObject Node(RequestContext context, DocumentView document, CodeNode node)
    {
        var shown = CodesHandler.Of(context, document, node.Code);
        shown["below"] = node.Below;
        return shown;
    }
}
