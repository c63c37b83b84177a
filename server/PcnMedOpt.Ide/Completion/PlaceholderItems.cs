using PcnMedOpt.Core.Model.Letters;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Completion;

/// <summary>Between double braces in the text of a letter: what is filled in for each patient, and what follows from the project.</summary>
internal static class PlaceholderItems
{
    public static IEnumerable<CompletionItem> Of(Typing typing, Token text)
    {
        var here = typing.Cursor.Here;
        var before = typing.Slice[text.Start..here];
        var open = before.LastIndexOf("{{", StringComparison.Ordinal);
        if (open < 0 || before.IndexOf("}}", open, StringComparison.Ordinal) >= 0 || before.AsSpan(open).ContainsAny('\r', '\n')) return [];
        var start = text.Start + open + 2;
        while (start < here && typing.Slice[start] == ' ') start++;
        var end = here;
        while (end < text.EndOffset && (char.IsAsciiLetterOrDigit(typing.Slice[end]) || typing.Slice[end] is '_' or '.')) end++;
        var close = typing.Slice.AsSpan(end).TrimStart(' ').StartsWith("}") ? "" : "}}";
        var typed = typing.Slice[start..here];
        var place = typing.InFile(TextSpan.FromBounds(start, end));
        return All(typing).Where(p => Matching.Fits(typed, p.Name)).Take(NameItems.Most)
            .Select((p, i) => Items.At(place, p.Name, CompletionKind.Placeholder, p.Is, p.Name + close, Items.Fitting, i));
    }

    private static IEnumerable<(string Name, string Is)> All(Typing typing)
    {
        foreach (var field in Placeholders.MergeFields) yield return (field.Name, field.Stands);
        var file = typing.Cursor.File;
        foreach (var declaration in typing.Compilation.Names.Declarations.OrderBy(d => d.File == file ? 0 : 1).ThenBy(d => d.Facts.Name, StringComparer.Ordinal))
        {
            var facts = declaration.Facts;
            if (facts.Parameter is { Value: { } value }) yield return (facts.Name ?? "", $"{facts.Title ?? "parameter"}: {value}");
            else if (facts.Kind == DeclarationKind.Template || (declaration.File == file && facts.Title is not null))
                foreach (var part in Placeholders.PartsOf(facts.Kind)) yield return ($"{facts.Name}.{part}", $"{facts.Title ?? facts.Name} ({facts.Kind.Noun()})");
        }
    }
}
