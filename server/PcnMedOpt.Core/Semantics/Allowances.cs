using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Semantics;

/// <summary>Reads the lines that silence a finding: <c>// allow slug until 2027-01-01: reason</c>.</summary>
public static partial class Allowances
{
    public static ImmutableArray<Allowance> Of(ParsedSlice slice)
    {
        var text = slice.Lexed.Text;
        if (!text.Contains("allow", StringComparison.Ordinal)) return [];
        var lines = new LineMap(text);
        return [.. Gaps(slice).SelectMany(gap => In(text, gap, lines)).Select(a => a with { LastLine = LastLine(slice, a.FirstLine, lines) })];
    }

    private static IEnumerable<TextSpan> Gaps(ParsedSlice slice)
    {
        yield return new TextSpan(0, slice.Lexed.First.Start);
        for (var token = slice.Lexed.First; token.Kind != TokenKind.End; token = token.Next) yield return TextSpan.FromBounds(token.EndOffset, token.Next.Start);
    }

    private static IEnumerable<Allowance> In(string text, TextSpan gap, LineMap lines)
    {
        foreach (Match match in AllowLine().Matches(gap.Of(text)))
        {
            var span = new TextSpan(gap.Start + match.Groups["all"].Index, match.Groups["all"].Length);
            DateOnly? until = DateOnly.TryParseExact(match.Groups["until"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
            var line = SilencedLine(text, lines, lines.At(span.Start).Line);
            yield return new Allowance(match.Groups["slug"].Value, until, match.Groups["reason"].Value.Trim(), line, line, span);
        }
    }

    /// <summary>The last line of the criterion or clause that begins on a line; what has a body of its own counts with its first line only.</summary>
    private static int LastLine(ParsedSlice slice, int line, LineMap lines) =>
        slice.Nodes.OfType<ClauseSyntax>()
            .Where(c => c is not IBlockSyntax && lines.At(c.First.Start).Line == line)
            .Select(c => lines.At(c.Span.End).Line)
            .Append(line)
            .Max();

    /// <summary>The next line that is neither empty nor only a comment, so that several allow lines may stand together.</summary>
    private static int SilencedLine(string text, LineMap lines, int line)
    {
        for (var next = line + 1; next <= lines.Lines; next++)
        {
            var end = next < lines.Lines ? lines.StartOf(next + 1) : text.Length;
            var content = text.AsSpan(lines.StartOf(next), end - lines.StartOf(next)).Trim();
            if (!content.IsEmpty && !content.StartsWith("//")) return next;
        }
        return line;
    }

    [GeneratedRegex(@"(?<=^|[\s])(?<all>//[ \t]*allow[ \t]+(?<slug>[a-z0-9-]+)(?:[ \t]+until[ \t]+(?<until>[0-9-]+))?(?:[ \t]*:(?<reason>[^\r\n]*))?)", RegexOptions.CultureInvariant)]
    private static partial Regex AllowLine();
}
