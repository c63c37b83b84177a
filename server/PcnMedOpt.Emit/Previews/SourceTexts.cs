using System.Text.RegularExpressions;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Emit.Previews;

/// <summary>
/// The texts that a declaration, and those that it depends on, put on a page, and where each is written: labels, titles, guidance, names. By them a
/// page that was laid out without a thought of the source, perhaps by the project's own template, is led back to it.
/// </summary>
internal sealed partial class SourceTexts
{
    private readonly Dictionary<string, List<FilePlace>> places = new(StringComparer.Ordinal);
    private FilePlace? last;

    private SourceTexts()
    {
    }

    /// <param name="declaration">What is shown.</param>
    /// <param name="needed">What it depends on.</param>
    public static SourceTexts Of(PlacedDeclaration declaration, IEnumerable<PlacedDeclaration> needed)
    {
        var texts = new SourceTexts();
        var protocol = declaration.File.Declarations.FirstOrDefault(d => d.Facts.Kind == DeclarationKind.Protocol);
        texts.AddAll(declaration);
        if (protocol is not null && protocol != declaration) texts.AddAll(protocol);
        foreach (var other in needed.Where(d => d != declaration && d != protocol))
            if (other.Facts.Kind == DeclarationKind.Codes) texts.AddNames(other);
            else texts.AddAll(other);
        return texts;
    }

    /// <summary>A text with single blanks and nothing at its ends: pages break lines elsewhere.</summary>
    public static string Normal(string text)
    {
        var isNormal = text.Length == 0 || (!char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]));
        for (var i = 1; isNormal && i < text.Length; i++) isNormal = !char.IsWhiteSpace(text[i]) || (text[i] == ' ' && text[i - 1] != ' ');
        return isNormal ? text : Blanks().Replace(text, " ").Trim();
    }

    /// <summary>Where the text is written. Of several places the next after the one that was found last: pages mostly follow the source.</summary>
    public FilePlace? Next(string text)
    {
        if (!places.TryGetValue(text, out var found)) return null;
        return last = found.Find(p => p.Path == last?.Path && p.Span.Start > last.Span.Start) ?? found[0];
    }

    private void AddNames(PlacedDeclaration declaration)
    {
        var place = SourcePlaces.Of(declaration);
        if (declaration.Facts.Name is { } name) Add(name, place);
        if (declaration.Facts.Title is { } title) Add(title, place);
    }

    private void AddAll(PlacedDeclaration declaration)
    {
        AddNames(declaration);
        if (declaration.Facts.Description is { } description) AddMarkdown(description, SourcePlaces.Of(declaration));
        if (declaration.Declared.Slice.Parsed is not { Declaration: { } syntax } parsed) return;
        var owners = new Dictionary<int, SyntaxNode>();
        foreach (var node in parsed.Nodes.Where(n => n is ClauseSyntax or CiteSyntax))
            foreach (var token in node.Tokens.Where(IsText)) owners[token.Start] = node;
        foreach (var token in syntax.Tokens.Where(IsText))
        {
            if (!owners.TryGetValue(token.Start, out var owner)) continue;
            var place = new FilePlace(declaration.File.Path, owner.Span.Shift(declaration.Start));
            var value = Strings.Value(token);
            if (token.Kind == TokenKind.Text) AddMarkdown(value, place);
            else Add(value, place);
        }
    }

    private static bool IsText(Token token) => token.Kind is TokenKind.String or TokenKind.Text or TokenKind.Term;

    /// <summary>A paragraph of guidance stands on a page by itself; so does an item of a list.</summary>
    private void AddMarkdown(string markdown, FilePlace place)
    {
        foreach (var paragraph in markdown.Split("\n\n"))
        {
            Add(paragraph, place);
            foreach (var line in paragraph.Split('\n')) Add(ListMark().Replace(line, ""), place);
        }
    }

    private void Add(string text, FilePlace place)
    {
        var normal = Normal(text);
        if (normal.Length == 0) return;
        if (!places.TryGetValue(normal, out var found)) places[normal] = found = [];
        if (found.Count == 0 || found[^1] != place) found.Add(place);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\s*(?:[-*+]|\d+[.)]|#+)\s+")]
    private static partial Regex ListMark();
}
