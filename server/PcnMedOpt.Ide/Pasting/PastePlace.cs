using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Pasting;

/// <summary>A place between the entries of a code set, in its braces; of a selection, whole clauses, which what is pasted takes the place of.</summary>
internal sealed class PastePlace
{
    private const string Indentation = "  ";

    private readonly string text;
    private readonly TextSpan replaced;

    private PastePlace(Cursor cursor, TextSpan replaced, CodeSetDefinition set)
    {
        text = cursor.File.Text;
        this.replaced = replaced;
        Set = set with { Entries = [.. set.Entries.Where(e => !IsReplaced(e, cursor.Declaration.Start))] };
    }

    /// <summary>The set without the entries that are replaced.</summary>
    public CodeSetDefinition Set { get; }

    /// <summary>Null anywhere else: outside the braces, inside a clause or a comment, or behind a clause that is not complete.</summary>
    public static PastePlace? At(Compilation compilation, string path, TextSpan replaced)
    {
        if (Cursor.At(compilation, path, replaced.Start) is not { } cursor || cursor.Offset != replaced.Start || replaced.End > cursor.File.Text.Length) return null;
        if (cursor.Parsed.Declaration is not CodesSyntax { Body: CodesBlockSyntax block } || cursor.Declaration.Facts.Codes is not { } set) return null;
        var (start, end) = (cursor.Here, replaced.End - cursor.Declaration.Start);
        if (start < block.Open.EndOffset || (block.Close is { } close && end > close.Start) || end > cursor.Parsed.Lexed.Text.Length) return null;
        if (block.Clauses.LastOrDefault(c => c.Span.Start < start) is SkippedSyntax) return null;
        if (block.Clauses.Any(c => IsInside(c, start) || IsInside(c, end)) || IsInText(cursor, start) || IsInText(cursor, end)) return null;
        return new PastePlace(cursor, replaced, set);
    }

    /// <summary>Lines as they are to be written here, each at its depth, with the line ends of the file.</summary>
    public string Written(IReadOnlyCollection<string> lines)
    {
        if (lines.Count == 0) return "";
        var before = text[LineStart(replaced.Start)..replaced.Start];
        var rest = text.AsSpan(replaced.End);
        var line = rest.IndexOfAny('\r', '\n') is >= 0 and var length ? rest[..length] : rest;
        var lead = before.Trim().Length > 0 ? "\n" + Indentation : Indentation[..Math.Max(0, Indentation.Length - before.Length)];
        var isLast = line.IsWhiteSpace() && !(replaced.Length > 0 && EndsAtLineStart());
        var trail = isLast ? "" : "\n" + (line.StartsWith("}") || line.IsEmpty || char.IsWhiteSpace(line[0]) ? "" : Indentation);
        var written = lead + string.Join("\n" + Indentation, lines) + trail;
        return text.Contains("\r\n", StringComparison.Ordinal) ? written.ReplaceLineEndings("\r\n") : written;
    }

    private bool EndsAtLineStart() => replaced.End > 0 && text[replaced.End - 1] == '\n';

    private int LineStart(int offset) => offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;

    private bool IsReplaced(CodeEntry entry, int declarationStart) => entry.Span.Start + declarationStart >= replaced.Start && entry.Span.End + declarationStart <= replaced.End;

    private static bool IsInside(ClauseSyntax clause, int at) => clause.Span.Start < at && at < clause.Span.End;

    /// <summary>Inside a comment, or at the open end of a term that is not closed.</summary>
    private static bool IsInText(Cursor cursor, int at)
    {
        var last = cursor.Parsed.Lexed.First;
        while (last.Next.Kind != TokenKind.End && last.Next.Start < at) last = last.Next;
        if (at < last.EndOffset || last.Kind is TokenKind.Term or TokenKind.String && at == last.EndOffset && (last.Length < 2 || last.Text[^1] != last.Text[0])) return true;
        var between = cursor.Parsed.Lexed.Text[last.EndOffset..at];
        return between[(between.LastIndexOf('\n') + 1)..].Contains("//", StringComparison.Ordinal)
            || between.LastIndexOf("/*", StringComparison.Ordinal) > between.LastIndexOf("*/", StringComparison.Ordinal);
    }
}
