using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Actions;

/// <summary>
/// A line that allows a finding for three months. The reason is left for the author to write, and until it is written the finding stays. An error cannot be
/// allowed.
/// </summary>
internal static class AllowLine
{
    private const int Months = 3;

    public static IEnumerable<CodeAction> Of(ActionPlace place) =>
        from finding in place.Shown
        let declaration = finding.Declaration
        where declaration is not null && finding.Diagnostic.Kind.Severity != Severity.Error && !IsAboutAllowing(finding.Diagnostic.Kind.Id)
        let until = new Duration(Months, DurationUnit.Months).After(place.Compilation.Today)
        select CodeAction.Keeps($"Allow '{finding.Diagnostic.Kind.Slug}' here until {Numbers.Shown(until)}: write the reason", ActionKind.QuickFix, () => Insert(declaration, finding.Diagnostic, until)) with
        {
            Mends = finding,
        };

    private static bool IsAboutAllowing(string id) => id is "MO9001" or "MO9002" or "MO9003";

    private static ActionAnswer Insert(PlacedDeclaration declaration, Diagnostic finding, DateOnly until)
    {
        var parsed = declaration.Declared.Slice.Parsed;
        var text = parsed.Lexed.Text;
        var at = finding.Span.Start;
        var clause = parsed.Declaration?.PathTo(at).LastOrDefault(n => n is ClauseSyntax and not IBlockSyntax);
        var lineStart = LineStart(text, clause?.First.Start ?? Math.Max(at, parsed.Lexed.First.Start));
        if (parsed.Lexed.Tokens.Any(t => t.Start < lineStart && t.EndOffset > lineStart)) return ActionAnswer.Refused("The line begins inside a text: put the clause on a line of its own first.");
        var blanks = text.AsSpan(lineStart).IndexOfAnyExcept(' ', '\t');
        var indent = text.Substring(lineStart, Math.Max(blanks, 0));
        return ActionAnswer.Of(Edits.In(declaration, new TextSpan(lineStart, 0), $"{indent}// allow {finding.Kind.Slug} until {Numbers.Shown(until)}: \n"));
    }

    private static int LineStart(string text, int offset) => offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
}
