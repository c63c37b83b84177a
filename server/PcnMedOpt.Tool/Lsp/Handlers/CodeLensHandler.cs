using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide;
using PcnMedOpt.Ide.Lenses;
using PcnMedOpt.Tool.Lsp.Counting;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Workspace;
using Lens = PcnMedOpt.Ide.Lenses.CodeLens;
using LspLens = PcnMedOpt.Tool.Lsp.Protocol.CodeLens;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>The lines above declarations. What they say is counted when they are shown.</summary>
internal static class CodeLensHandler
{
    private const string CountedKind = "Counted";

    public static readonly Feature InDocument = Feature.Of(Requests.CodeLens, Answer, (capabilities, _) => capabilities with { CodeLensProvider = new CodeLensOptions { ResolveProvider = true } });

    public static readonly Feature OfOne = Feature.Of(Requests.CodeLensResolve, Resolve);

    private static ImmutableArray<LspLens>? Answer(CodeLensParams asked, RequestContext context) => context.Document(asked.TextDocument.Uri) is { Source: { } source } document
        ? [.. CodeLenses.In(document.Compilation, source).Select(l => Unresolved(document, l.Span, l.Kind.ToString())), .. Counted(document, context)]
        : null;

    /// <summary>How many patients cohorts, procedures and measures find, where there is an extract to count in.</summary>
    private static IEnumerable<LspLens> Counted(DocumentView document, RequestContext context) => context.Server.Data.IsWanted && document.Source is { } source
        ? source.Declarations.Where(d => LensWords.IsCounted(d.Facts.Kind) && d.Facts.Name is not null).Select(d => Unresolved(document, d.Facts.NameSpan.Shift(d.Start), CountedKind))
        : [];

    private static LspLens Unresolved(DocumentView document, TextSpan span, string kind) => new() { Range = document.Range(span), Data = new JObject { ["uri"] = document.Uri, ["kind"] = kind } };

    /// <summary>The text may have changed since: then the line says nothing.</summary>
    private static LspLens Resolve(LspLens asked, RequestContext context)
    {
        if (asked.Data is not JObject data || context.Document((string?)data["uri"] ?? "") is not { } document) return asked;
        if ((string?)data["kind"] == CountedKind) return asked with { Command = CountOf(asked, document, context) };
        if (!Enum.TryParse<LensKind>((string?)data["kind"], out var kind)) return asked;
        var command = CodeLenses.Resolve(document.Compilation, document.Path, new Lens(document.Span(asked.Range), kind));
        return asked with { Command = command is null ? new Command { Title = "…", Identifier = "" } : Shown(context, document, command) };
    }

    private static Command CountOf(LspLens asked, DocumentView document, RequestContext context)
    {
        if (Cursor.At(document.Compilation, document.Path, document.Span(asked.Range).Start) is not { Declaration: { Facts.Name: { } name } declaration }) return new Command { Title = "…", Identifier = "" };
        if (context.Server.Data.Count(document.Compilation, name, context.Cancel) is not { } counts)
            return new Command { Title = document.Compilation.HasErrors ? "not counted: there are errors" : "…", Identifier = "" };
        var from = new FilePlace(document.Path, declaration.Facts.NameSpan.Shift(declaration.Start));
        return LensWords.Of(counts) is { } words ? Shown(context, document, new LensCommand(words, LensCommand.Preview, name, from, [])) : new Command { Title = "…", Identifier = "" };
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
