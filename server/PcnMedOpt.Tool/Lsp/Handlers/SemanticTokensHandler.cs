using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Highlighting;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Workspace;
using LspTokens = PcnMedOpt.Tool.Lsp.Protocol.SemanticTokens;
using Modifiers = PcnMedOpt.Ide.Highlighting.SemanticTokenModifiers;
using Token = PcnMedOpt.Ide.Highlighting.SemanticToken;
using Tokens = PcnMedOpt.Ide.Highlighting.SemanticTokens;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>The colours of a document by what its words stand for: all of it, a stretch, or what is different from what was sent last.</summary>
internal static class SemanticTokensHandler
{
    /// <summary>What was sent last is kept of so many documents.</summary>
    private const int MostKept = 64;

    private static readonly ConditionalWeakTable<LanguageServer, ConcurrentDictionary<string, Sent>> LastSent = [];

    public static readonly Feature OfDocument = Feature.Of(Requests.SemanticTokens, Whole, (capabilities, _) => capabilities with
    {
        SemanticTokensProvider = new SemanticTokensOptions
        {
            Legend = new SemanticTokensLegend { TokenTypes = [.. Enum.GetNames<SemanticTokenType>().Select(Word)], TokenModifiers = [.. Enum.GetNames<Modifiers>().Skip(1).Select(Word)] },
            Full = new SemanticTokensFullDelta { Delta = true },
            Range = true,
        },
    });

    public static readonly Feature OfChanges = Feature.Of(Requests.SemanticTokensDelta, Changes);

    public static readonly Feature OfRange = Feature.Of(Requests.SemanticTokensRange, Part);

    private static LspTokens? Whole(SemanticTokensParams asked, RequestContext context) =>
        context.Document(asked.TextDocument.Uri) is { Source: not null } document ? Full(context, document) : null;

    private static SemanticTokensOrSemanticTokensDelta? Changes(SemanticTokensDeltaParams asked, RequestContext context)
    {
        if (context.Document(asked.TextDocument.Uri) is not { Source: not null } document) return null;
        var last = Kept(context).GetValueOrDefault(document.Uri);
        var now = Full(context, document);
        if (last is null || last.Id != asked.PreviousResultId) return now;
        return new SemanticTokensDelta
        {
            ResultId = now.ResultId,
            Edits = [.. TokenDelta.Between(last.Data.AsSpan(), now.Data.AsSpan()).Select(e => new SemanticTokensEdit { Start = e.Start, DeleteCount = e.DeleteCount, Data = [.. e.Data] })],
        };
    }

    private static LspTokens? Part(SemanticTokensRangeParams asked, RequestContext context) => context.Document(asked.TextDocument.Uri) is { Source: { } source } document
        ? new LspTokens { Data = Encoded(document, Tokens.In(document.Compilation, source, document.Span(asked.Range))) }
        : null;

    private static LspTokens Full(RequestContext context, DocumentView document)
    {
        var data = document.Source is { } source ? Encoded(document, Tokens.Of(document.Compilation, source)) : [];
        var id = ContentHash.Of(MemoryMarshal.AsBytes(data.AsSpan()))[..16];
        var kept = Kept(context);
        if (kept.Count >= MostKept && !kept.ContainsKey(document.Uri)) kept.Clear();
        kept[document.Uri] = new Sent(id, data);
        return new LspTokens { ResultId = id, Data = data };
    }

    /// <summary>Five numbers for a token: lines and characters from the token before, length, type, modifiers.</summary>
    private static ImmutableArray<int> Encoded(DocumentView document, IReadOnlyList<Token> tokens)
    {
        var data = ImmutableArray.CreateBuilder<int>(tokens.Count * TokenDelta.Size);
        var (line, column) = (1, 1);
        foreach (var token in tokens)
        {
            var at = document.Lines.At(token.Span.Start);
            data.Add(at.Line - line);
            data.Add(at.Line == line ? at.Column - column : at.Column - 1);
            data.Add(token.Span.Length);
            data.Add((int)token.Type);
            data.Add((int)token.Modifiers);
            (line, column) = (at.Line, at.Column);
        }
        return data.DrainToImmutable();
    }

    private static ConcurrentDictionary<string, Sent> Kept(RequestContext context) =>
        LastSent.GetValue(context.Server, _ => new ConcurrentDictionary<string, Sent>(StringComparer.Ordinal));

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private sealed record Sent(string Id, ImmutableArray<int> Data);
}
