using Newtonsoft.Json.Linq;
using PcnMedOpt.Tool.Commands;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Reports;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>The page of a rule, by its slug or its id.</summary>
internal static class RulePageHandler
{
    public static readonly Feature OfRule = Feature.Own("medopt/rulePage", Answer);

    private static JObject Answer(JObject asked, RequestContext context)
    {
        var slug = OwnAnswers.Text(asked["slug"]) ?? "";
        return AllKinds.All.FirstOrDefault(k => k.Slug == slug || string.Equals(k.Id, slug, StringComparison.OrdinalIgnoreCase)) is not { } kind
            ? OwnAnswers.Error($"There is no rule '{slug}'.")
            : new JObject { ["slug"] = kind.Slug, ["id"] = kind.Id, ["severity"] = kind.Severity.Word(), ["title"] = kind.Title, ["markdown"] = RulePages.Markdown(kind) };
    }
}
