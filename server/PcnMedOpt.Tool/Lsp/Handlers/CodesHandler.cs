using System.Globalization;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Ide.Finding;
using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>The codes that a project knows, and behind them those of its release, by the beginnings of the words of their terms, or by their identifiers.</summary>
internal static class CodesHandler
{
    public static readonly Feature OfProject = Feature.Own("medopt/codes", Answer);

    private const int Usual = 50;
    private const int Most = 500;

    private static JObject Answer(JObject asked, RequestContext context)
    {
        var document = OwnAnswers.DocumentOrAny(asked, context);
        if (document is null) return OwnAnswers.Error("There is no project whose codes could be looked for.");
        var limit = Math.Clamp(OwnAnswers.Number(asked["limit"]) ?? Usual, 1, Most);
        CodeSystem? system = OwnAnswers.Text(asked["system"]) switch { "snomed" => CodeSystem.Snomed, "dmd" => CodeSystem.Dmd, _ => SystemAt(asked, document) };
        var found = CodeOffers.Find(document.Compilation, OwnAnswers.Text(asked["query"]) ?? "", system, limit + 1);
        return new JObject { ["codes"] = new JArray(found.Take(limit).Select(c => Of(context, document, c))), ["more"] = found.Length > limit };
    }

    /// <summary>That of the code set at the position that is named; null anywhere else.</summary>
    private static CodeSystem? SystemAt(JObject asked, DocumentView document) =>
        asked["position"] is JObject ? OwnAnswers.At(document, OwnAnswers.Offset(asked, document))?.Facts.Codes?.System : null;

    public static JObject Of(RequestContext context, DocumentView document, OfferedCode code)
    {
        var names = document.Compilation.Names;
        var isDmd = code.Level is not null || code.Sets.Any(s => names.Find(s)?.Facts.Codes?.System == CodeSystem.Dmd);
        return new JObject
        {
            ["id"] = code.Id.ToString(CultureInfo.InvariantCulture),
            ["term"] = code.Term,
            ["system"] = isDmd ? "dmd" : "snomed",
            ["matched"] = code.Matched,
            ["tag"] = code.Tag,
            ["level"] = code.Level?.ToString().ToLowerInvariant(),
            ["status"] = code.Status switch { null => null, CodeStatus.Active => "active", CodeStatus.Inactive => "retired", CodeStatus.Unknown => "unknown", _ => "notHeld" },
            ["sets"] = new JArray(code.Sets.Select(s => names.Find(s)).OfType<Core.PlacedDeclaration>().Select(d => new JObject
            {
                ["name"] = d.Facts.Name,
                ["title"] = d.Facts.Title,
                ["place"] = context.Place(document, new Core.Diagnostics.FilePlace(d.File.Path, d.Facts.NameSpan.Shift(d.Start))),
            })),
        };
    }
}
