using System.Text.RegularExpressions;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Structure;

/// <summary>A place in a text that leads elsewhere: to a file of the project, or to a page of the web. One of the two is there.</summary>
/// <param name="Span">Without the quotation marks.</param>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Url">An address with http or https.</param>
/// <param name="Tooltip">What is opened.</param>
public sealed record DocumentLink(TextSpan Span, string? Path, string? Url, string Tooltip);

/// <summary>The links of a file: code lists that a code set is from, the addresses of evidence, and in the settings the EMIS code map.</summary>
public static partial class DocumentLinks
{
    public static IReadOnlyList<DocumentLink> In(SourceFile file) =>
    [
        .. from declaration in file.Declarations
           where declaration.Facts.Kind is DeclarationKind.Codes or DeclarationKind.Protocol
           from node in declaration.Declared.Slice.Parsed.Nodes
           let link = Of(node)
           where link is not null
           select link with { Span = link.Span.Shift(declaration.Start) },
    ];

    /// <summary>The EMIS code map that medopt.json names.</summary>
    public static IReadOnlyList<DocumentLink> In(ProjectSettings settings) =>
    [
        .. from match in EmisCodes().Matches(settings.Text)
           let path = match.Groups[1]
           where path.Value == settings.EmisCodes && ListPath.StaysInside(path.Value)
           select new DocumentLink(new TextSpan(path.Index, path.Length), path.Value, null, $"The EMIS code map {path.Value}"),
    ];

    [GeneratedRegex("\"emisCodes\"\\s*:\\s*\"([^\"\\\\]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex EmisCodes();

    private static DocumentLink? Of(SyntaxNode node) => node switch
    {
        FromFileSyntax from when ListPath.StaysInside(Strings.AsTyped(from.Path)) =>
            new DocumentLink(Inside(from.Path), Strings.AsTyped(from.Path), null, $"The code list {Strings.AsTyped(from.Path)}"),
        EvidencePartSyntax { Keyword.Kind: TokenKind.UrlWord } part when IsWeb(Strings.Value(part.Value)) =>
            new DocumentLink(Inside(part.Value), null, Strings.Value(part.Value), "The source on the web"),
        _ => null,
    };

    private static bool IsWeb(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http";

    private static TextSpan Inside(Token text) => new(text.Start + 1, Strings.AsTyped(text).Length);
}
