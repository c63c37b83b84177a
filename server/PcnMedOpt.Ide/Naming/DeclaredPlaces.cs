using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Letters;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Naming;

/// <summary>Where the names of declarations, and of the cohorts that procedures declare, stand in one declaration. It is read from the facts alone.</summary>
internal static class DeclaredPlaces
{
    /// <summary>A test or limit that is named as the part of a procedure's cohort stands there twice: as the cohort, and as what it is called after.</summary>
    public static IEnumerable<SymbolPlace> In(PlacedDeclaration declaration)
    {
        var facts = declaration.Facts;
        if (facts.Name is { } own) yield return Place(declaration, new DeclaredName(own), facts.NameSpan, true);
        foreach (var use in facts.Uses)
        {
            if (IsMergeField(use)) continue;
            yield return Place(declaration, new DeclaredName(use.Name), new TextSpan(use.Span.Start, use.Name.Length), false, use.Role != NameRole.Mentioned);
            foreach (var (part, span, isLast) in Parts(declaration, use))
            {
                yield return Place(declaration, new DerivedName(use.Name, part), span, false);
                if (isLast && TestOf(part) is { } test) yield return Place(declaration, new DeclaredName(test), span, false);
            }
        }
    }

    /// <summary>The declaration says the name, or seems to.</summary>
    public static bool Mentions(PlacedDeclaration declaration, string name)
    {
        if (declaration.Facts.Name == name) return true;
        foreach (var use in declaration.Facts.Uses)
            if (use.Name == name || (use.Part is { } part && part.Length > name.Length && part.EndsWith(name, StringComparison.Ordinal))) return true;
        return false;
    }

    /// <summary>What stands between the braces of a letter is filled in when it is sent, and is no name of the project.</summary>
    public static bool IsMergeField(NameUse use) =>
        use.Role == NameRole.Placeholder && IsMergeField(use.Part is null ? use.Name : $"{use.Name}.{use.Part}");

    public static bool IsMergeField(string written) => Placeholders.MergeFields.Any(f => f.Name == written);

    /// <summary>The code set of <c>overdue.full_blood_count</c>; null of other parts.</summary>
    public static string? TestOf(string part) => AfterDot(part, DerivedCohorts.Due) ?? AfterDot(part, DerivedCohorts.Overdue);

    /// <summary>The limit of <c>outside_limits.white_cells</c>; null of other parts.</summary>
    public static string? LimitOf(string part) => AfterDot(part, DerivedCohorts.OutsideLimits);

    private static string? AfterDot(string part, string before) =>
        part.Length > before.Length + 1 && part[before.Length] == '.' && part.StartsWith(before, StringComparison.Ordinal) ? part[(before.Length + 1)..] : null;

    /// <summary>What follows each dot, and the part up to there.</summary>
    private static IEnumerable<(string Part, TextSpan Span, bool IsLast)> Parts(PlacedDeclaration declaration, NameUse use)
    {
        if (use.Part is null || use.Role is not (NameRole.Cohort or NameRole.PackMember or NameRole.Evidence)) yield break;
        var words = use.Part.Split('.');
        var spans = Spans(declaration, use, words);
        for (var i = 0; i < words.Length && i < spans.Count; i++)
            yield return (string.Join('.', words.Take(i + 1)), spans[i], i == words.Length - 1);
    }

    private static List<TextSpan> Spans(PlacedDeclaration declaration, NameUse use, string[] words)
    {
        if (use.Span.Length == use.Name.Length + words.Sum(w => w.Length + 1))
        {
            var at = use.Span.Start + use.Name.Length;
            return [.. words.Select(w => new TextSpan((at += w.Length + 1) - w.Length, w.Length))];
        }
        var reference = declaration.Declared.Slice.Parsed.Nodes.OfType<RefSyntax>().FirstOrDefault(r => r.Span == use.Span);
        return [.. reference?.Parts.Skip(1).Select(p => p.Span) ?? []];
    }

    private static SymbolPlace Place(PlacedDeclaration declaration, Symbol symbol, TextSpan span, bool isDeclaration, bool isCertain = true) =>
        new(symbol, declaration, new FilePlace(declaration.File.Path, span.Shift(declaration.Start)), isDeclaration, isCertain);
}
