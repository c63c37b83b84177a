using System.Collections.Immutable;
using System.Text;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Formatting;

/// <summary>
/// The one canonical form of a file: one clause a line, two blanks of indentation, single blanks between words, comments where they were.
/// Formatting twice gives what formatting once gives; the tokens stay the same. A declaration that could not be read is left as it is.
/// </summary>
public static class Formatter
{
    public static string Format(string text)
    {
        var slices = Slicer.Cut(text);
        var result = new StringBuilder(text.Length);
        var oneLine = false;
        foreach (var slice in slices)
        {
            var formatted = Format(slice);
            var isShort = IsOneLine(slice);
            if (result.Length > 0)
            {
                if (result[^1] != '\n') result.Append('\n');
                if (formatted.Length > 0 && !(oneLine && isShort && !StartsAfterBlankLine(slice))) result.Append('\n');
            }
            result.Append(formatted);
            oneLine = isShort;
        }
        if (result.Length > 0 && result[^1] != '\n') result.Append('\n');
        return UsesCrLf(text) ? result.ToString().ReplaceLineEndings("\r\n") : result.ToString();
    }

    private static string Format(Slice slice)
    {
        var parsed = slice.Parsed;
        var kept = SyntaxFindings.Of(parsed).Any();
        return kept ? Kept(slice.Text) : SliceFormatter.Format(parsed);
    }

    /// <summary>Text that is not understood keeps every byte of it but the blank lines around it.</summary>
    private static string Kept(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimStart('\uFEFF').TrimEnd();
        var start = 0;
        for (var i = 0; i < lines.Length && char.IsWhiteSpace(lines[i]); i++)
            if (lines[i] == '\n') start = i + 1;
        return lines.Length == 0 ? "" : lines[start..] + "\n";
    }

    private static bool IsOneLine(Slice slice) => slice.Parsed.Declaration is ParameterSyntax or CodesSyntax { Body: not CodesBlockSyntax };

    private static bool StartsAfterBlankLine(Slice slice) => slice.Text.Length > 0 && slice.Text[0] is '\n' or '\r' || slice.Parsed.Leading.Contains("//", StringComparison.Ordinal);

    private static bool UsesCrLf(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && text[end - 1] == '\r';
    }

    /// <summary>The tokens that begin a line: clauses, criteria, entries, and the braces that close a body.</summary>
    internal static ImmutableHashSet<Token> LineStarts(DeclarationSyntax declaration)
    {
        var starts = ImmutableHashSet.CreateBuilder<Token>();
        foreach (var node in declaration.DescendantsAndSelf())
            if (node is IBlockSyntax block)
            {
                foreach (var child in node.Children.OfType<ClauseSyntax>()) starts.Add(child.First);
                if (block.Close is { } close) starts.Add(close);
            }
        return starts.ToImmutable();
    }
}
