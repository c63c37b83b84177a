using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Ide.Lenses;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Workspace;
using Lens = PcnMedOpt.Ide.Lenses.CodeLens;
using LspLens = PcnMedOpt.Tool.Lsp.Protocol.CodeLens;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>The lines above declarations. What they say is counted when they are shown.</summary>
internal static class CodeLensHandler
{
    public static readonly Feature InDocument = Feature.Of(Requests.CodeLens, Answer, (capabilities, _) => capabilities with { CodeLensProvider = new CodeLensOptions { ResolveProvider = true } });

    public static readonly Feature OfOne = Feature.Of(Requests.CodeLensResolve, Resolve);

    private static ImmutableArray<LspLens>? Answer(CodeLensParams asked, RequestContext context) => context.Document(asked.TextDocument.Uri) is { Source: { } source } document
        ? [.. CodeLenses.In(document.Compilation, source).Select(l => new LspLens { Range = document.Range(l.Span), Data = new JObject { ["uri"] = document.Uri, ["kind"] = l.Kind.ToString() } })]
        : null;

    /// <summary>The text may have changed since: then the line says nothing.</summary>
    private static LspLens Resolve(LspLens asked, RequestContext context)
    {
        if (asked.Data is not JObject data || context.Document((string?)data["uri"] ?? "") is not { } document || !Enum.TryParse<LensKind>((string?)data["kind"], out var kind)) return asked;
        var command = CodeLenses.Resolve(document.Compilation, document.Path, new Lens(document.Span(asked.Range), kind));
        return asked with { Command = command is null ? new Command { Title = "…", Identifier = "" } : Shown(context, document, command) };
    }

    /// <summary>The arguments: the document, where the line stands, the places (the URI and range of each), and the name of the declaration.</summary>
    private static Command Shown(RequestContext context, DocumentView document, LensCommand command) => new()
    {
        Title = command.Title,
        Identifier = command.Name,
        Arguments =
        [
            document.Uri,
            Json(document.Range(command.From.Span).Start.Write),
            new JArray(command.Places.Select(p => context.Location(document, p)).OfType<Location>().Select(l => Json(l.Write))),
            command.Subject,
        ],
    };

    private static JToken Json(Action<JsonWriter> write)
    {
        using var writer = new JTokenWriter();
        write(writer);
        return writer.Token ?? JValue.CreateNull();
    }
}
