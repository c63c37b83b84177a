using Newtonsoft.Json.Linq;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Tool.Commands;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Reports;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>The page of a rule, by its slug or its id, and the list of all rules.</summary>
internal static class RulePageHandler
{
    public static readonly Feature OfRule = Feature.Own("medopt/rulePage", Answer);

    public static readonly Feature All = Feature.Own("medopt/rules", static (asked, _) =>
    {
        var query = OwnAnswers.Text(asked["query"]) ?? "";
        return new JObject { ["rules"] = new JArray(AllKinds.All.Where(k => $"{k.Slug} {k.Id} {k.Title}".Contains(query, StringComparison.OrdinalIgnoreCase)).Select(Named)) };
    });

    private static JObject Answer(JObject asked, RequestContext context)
    {
        var slug = OwnAnswers.Text(asked["slug"]) ?? "";
        return AllKinds.All.FirstOrDefault(k => k.Slug == slug || string.Equals(k.Id, slug, StringComparison.OrdinalIgnoreCase)) is not { } kind
            ? OwnAnswers.Error($"There is no rule '{slug}'.")
            : new JObject(Named(kind).Properties()) { ["markdown"] = RulePages.Markdown(kind) };
    }

    private static JObject Named(DiagnosticKind kind) => new() { ["slug"] = kind.Slug, ["id"] = kind.Id, ["severity"] = kind.Severity.Word(), ["title"] = kind.Title };
}
