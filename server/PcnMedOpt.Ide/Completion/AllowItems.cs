using System.Text.RegularExpressions;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Rules;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Completion;

/// <summary>The rule that a comment silences: <c>// allow slug until 2027-01-01: reason</c>. An error cannot be silenced.</summary>
internal static partial class AllowItems
{
    public static IEnumerable<CompletionItem> Of(Typing typing)
    {
        var here = typing.Cursor.Here;
        var match = Begun().Match(typing.Slice[..here]);
        if (!match.Success) return [];
        var typed = match.Groups["slug"];
        var place = typing.InFile(TextSpan.FromBounds(typed.Index, here));
        var until = Dates.Shown(typing.Compilation.Today.AddMonths(6));
        return AllRules.Kinds.Where(k => k.Severity != Severity.Error && Matching.Fits(typed.Value, k.Slug)).OrderBy(k => k.Slug, StringComparer.Ordinal)
            .Select((k, i) => Items.At(place, k.Slug, CompletionKind.Rule, k.Title, $"{k.Slug} until ${{1:{until}}}: ${{2:reason}}", Items.Fitting, i) with
            {
                IsSnippet = true,
                Key = $"rule {k.Slug}",
            });
    }

    [GeneratedRegex(@"//[ \t]*allow[ \t]+(?<slug>[a-z0-9-]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Begun();
}
