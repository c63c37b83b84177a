using System.Text.RegularExpressions;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Semantics;

/// <summary>Something between double braces in the text of a letter: <c>{{patient.name}}</c>.</summary>
/// <param name="Name">What stands before the dot.</param>
/// <param name="Part">What follows it; null without a dot.</param>
/// <param name="Span">Where the name and its part stand.</param>
/// <param name="Whole">Where it stands with its braces.</param>
public sealed partial record Placeholder(string Name, string? Part, TextSpan Span, TextSpan Whole)
{
    /// <summary>The placeholders of a text token, at their places in the slice.</summary>
    public static IEnumerable<Placeholder> In(Token text) => In(text.Text).Select(p => p with { Span = p.Span.Shift(text.Start), Whole = p.Whole.Shift(text.Start) });

    /// <summary>The placeholders of a text.</summary>
    public static IEnumerable<Placeholder> In(string text) =>
        from match in Pattern().Matches(text)
        let name = match.Groups[1]
        let part = match.Groups[2]
        select new Placeholder(
            name.Value, part.Success ? part.Value : null, new TextSpan(name.Index, name.Length + (part.Success ? part.Length + 1 : 0)), new TextSpan(match.Index, match.Length));

    [GeneratedRegex(@"\{\{\s*([a-z][a-z0-9_]*)(?:\.([a-z][a-z0-9_.]*))?\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
