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
    public static IReadOnlyList<WorkspaceSymbol> Find(Compilation compilation, string query) =>
    [
        .. (from file in compilation.Files.Values
            from declaration in file.Declarations
            let facts = declaration.Facts
            let kind = DocumentSymbols.KindOf(facts.Kind)
            where kind is not null
            let name = facts.Name ?? facts.Title ?? ""
            where name.Length > 0
            let title = facts.Name is null ? "" : facts.Title ?? ""
            let score = Score(name, title, query.Trim())
            where score > 0
            orderby score descending, name.Length, name, declaration.File.Path, declaration.Start
            select new WorkspaceSymbol(name, title, kind.Value, new FilePlace(file.Path, facts.NameSpan.Shift(declaration.Start)))).Take(Most),
    ];

    /// <summary>A name counts more than a title with the same letters. 0 where neither has them.</summary>
    private static int Score(string name, string title, string query) => query.Length == 0 ? 1 : Math.Max(2 * Score(name, query), Score(title, query));

    /// <summary>
    /// 0 where the letters do not stand in the text in this order; else more for what stands together, begins a word, begins the text, and is all of it.
    /// </summary>
    private static int Score(string text, string query)
    {
        if (text.Length == 0) return 0;
        if (text.Equals(query, StringComparison.OrdinalIgnoreCase)) return 1000;
        if (text.StartsWith(query, StringComparison.OrdinalIgnoreCase)) return 500;
        var whole = text.IndexOf(query, StringComparison.OrdinalIgnoreCase);
        if (whole >= 0) return IsWordStart(text, whole) ? 300 : 200;
        var (at, score, last) = (0, 1, -2);
        foreach (var letter in query)
        {
            if (char.IsWhiteSpace(letter) || letter == '_') continue;
            while (at < text.Length && char.ToLowerInvariant(text[at]) != char.ToLowerInvariant(letter)) at++;
            if (at == text.Length) return 0;
            score += at == last + 1 ? 3 : IsWordStart(text, at) ? 2 : 0;
            last = at++;
        }
        return Math.Min(score, 150);
    }

    private static bool IsWordStart(string text, int at) => at == 0 || !char.IsLetterOrDigit(text[at - 1]);
}
