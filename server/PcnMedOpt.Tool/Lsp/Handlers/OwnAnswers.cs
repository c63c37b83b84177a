using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Workspace;
using LspRange = PcnMedOpt.Tool.Lsp.Protocol.Range;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>What the requests of this server's own have in common: docs/language-server.md says in which form they are.</summary>
internal static class OwnAnswers
{
    /// <summary>An answer that says in a sentence why there is no other.</summary>
    public static JObject Error(string sentence) => new() { ["error"] = sentence };

    public static JObject NoDocument => Error("There is no such document in a project, and none is open.");

    /// <summary>The document that is asked about; null where none is named, or none of that name is known.</summary>
    public static DocumentView? Document(JObject asked, RequestContext context) =>
        asked["textDocument"] is JObject named && Text(named["uri"]) is { } uri ? context.Document(uri) : null;

    /// <summary>The same; where none is named or known, any document of a project: what is asked is about the project.</summary>
    public static DocumentView? DocumentOrAny(JObject asked, RequestContext context) =>
        Document(asked, context) ?? WorkspaceDocuments.All(context.Snapshot).FirstOrDefault(d => d.Source is not null);

    public static string? Text(JToken? token) => token is JValue { Value: string text } ? text : null;

    public static bool? Flag(JToken? token) => token is JValue { Value: bool flag } ? flag : null;

    public static int? Number(JToken? token) => token is JValue { Value: long number } ? (int)Math.Clamp(number, int.MinValue, int.MaxValue) : null;

    /// <summary>The offset that is asked about; the start of the document where none is named.</summary>
    public static int Offset(JObject asked, DocumentView document) => asked["position"] is JObject position
        ? TextPositions.Offset(document.Text, document.Lines, Number(position["line"]) ?? 0, Number(position["character"]) ?? 0)
        : 0;

    /// <summary>The declaration that holds an offset; null in a file that is no source.</summary>
    public static PlacedDeclaration? At(DocumentView document, int offset) => document.Source?.Declarations.LastOrDefault(d => d.Start <= offset);

    /// <summary>All that is wrong with the document's project, files as files included.</summary>
    public static ImmutableArray<LocatedDiagnostic> Findings(DocumentView document) => document.Project?.Loaded.Diagnostics ?? document.Compilation.Diagnostics;

    /// <summary>A place as the protocol writes it; null for a file that is not there.</summary>
    public static JToken Place(this RequestContext context, DocumentView document, FilePlace? place) =>
        place is not null && context.Other(document, place.Path) is { } other ? Place(other, place.Span) : JValue.CreateNull();

    public static JObject Place(DocumentView document, TextSpan span) => new() { ["uri"] = document.Uri, ["range"] = Range(document.Range(span)) };

    public static JArray List(IEnumerable<string> texts) => new(texts);

    /// <summary>The position of an offset of a text.</summary>
    public static JObject Position(string text, int offset)
    {
        var place = new LineMap(text).At(offset);
        return Position(new Position { Line = place.Line - 1, Character = place.Column - 1 });
    }

    private static JObject Range(LspRange range) => new() { ["start"] = Position(range.Start), ["end"] = Position(range.End) };

    private static JObject Position(Position position) => new() { ["line"] = position.Line, ["character"] = position.Character };
}
