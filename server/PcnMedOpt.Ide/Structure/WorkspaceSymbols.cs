using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Ide.Structure;

/// <summary>A declaration that a search found.</summary>
/// <param name="Name">Its name; of an example its title.</param>
/// <param name="Title">Its title; empty where it has none, and of an example.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where its name stands.</param>
public sealed record WorkspaceSymbol(string Name, string Title, SymbolKind Kind, FilePlace Place);

/// <summary>Declarations of the whole project by some letters of their name or title, in the order of the word.</summary>
public static class WorkspaceSymbols
{
    /// <summary>So many are shown at most; who wants others types more.</summary>
    public const int Most = 200;

    /// <summary>The best first, then by name and place. An empty query finds every declaration, up to <see cref="Most"/>.</summary>
    public static IReadOnlyList<WorkspaceSymbol> Find(Compilation compilation, string query)
    {
        var asked = query.Trim();
        var found = new List<(int Score, string Name, PlacedDeclaration Declaration)>();
        foreach (var file in compilation.Files.Values)
            foreach (var declaration in file.Declarations)
                if (Named(declaration) is { Length: > 0 } name && Score(name, TitleOf(declaration), asked) is > 0 and var score) found.Add((score, name, declaration));
        return
        [
            .. found.OrderByDescending(f => f.Score).ThenBy(f => f.Name.Length).ThenBy(f => f.Name, StringComparer.Ordinal)
                .ThenBy(f => f.Declaration.File.Path, StringComparer.Ordinal).ThenBy(f => f.Declaration.Start)
                .Take(Most)
                .Select(f => new WorkspaceSymbol(
                    f.Name,
                    TitleOf(f.Declaration),
                    DocumentSymbols.KindOf(f.Declaration.Facts.Kind) ?? SymbolKind.Part,
                    new FilePlace(f.Declaration.File.Path, f.Declaration.Facts.NameSpan.Shift(f.Declaration.Start)))),
        ];
    }

    private static string? Named(PlacedDeclaration declaration) =>
        DocumentSymbols.KindOf(declaration.Facts.Kind) is null ? null : declaration.Facts.Name ?? declaration.Facts.Title;

    private static string TitleOf(PlacedDeclaration declaration) => declaration.Facts.Name is null ? "" : declaration.Facts.Title ?? "";

    /// <summary>A name counts more than a title with the same letters. 0 where neither has them.</summary>
    private static int Score(string name, string title, string query) => query.Length == 0 ? 1 : Math.Max(2 * Score(name, query), Score(title, query));

    /// <summary>
    /// 0 where the letters do not stand in the text in this order; else more for what stands together, begins a word, begins the text, and is all of it.
    /// </summary>
    private static int Score(string text, string query)
    {
        var letters = Letters(text, query);
        if (letters == 0) return 0;
        if (text.Equals(query, StringComparison.OrdinalIgnoreCase)) return 1000;
        if (text.StartsWith(query, StringComparison.OrdinalIgnoreCase)) return 500;
        var whole = text.IndexOf(query, StringComparison.OrdinalIgnoreCase);
        if (whole >= 0) return IsWordStart(text, whole) ? 300 : 200;
        return Math.Min(letters, 150);
    }

    /// <summary>How well the letters stand together and begin words; 0 where they do not all stand there in this order.</summary>
    private static int Letters(string text, string query)
    {
        var (at, score, last) = (0, 1, -2);
        foreach (var letter in query)
        {
            if (char.IsWhiteSpace(letter) || letter == '_') continue;
            var next = text.AsSpan(at).IndexOfAny(char.ToLowerInvariant(letter), char.ToUpperInvariant(letter));
            if (next < 0) return 0;
            at += next;
            score += at == last + 1 ? 3 : IsWordStart(text, at) ? 2 : 0;
            last = at++;
        }
        return score;
    }

    private static bool IsWordStart(string text, int at) => at == 0 || !char.IsLetterOrDigit(text[at - 1]);
}
