using PcnMedOpt.Core;
using PcnMedOpt.Core.Formatting;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Actions;

/// <summary>Edits that more than one action makes.</summary>
internal static class Edits
{
    /// <summary>A change of a declaration's text, in offsets of its slice.</summary>
    public static FileEdit In(PlacedDeclaration declaration, TextSpan inSlice, string text) => new(declaration.File.Path, inSlice.Shift(declaration.Start), text);

    /// <summary>A new declaration before another and what belongs to it, in canonical form, with an empty line between.</summary>
    public static FileEdit Before(PlacedDeclaration declaration, string text)
    {
        var file = declaration.File.Text;
        var at = declaration.Start;
        while (at < file.Length && (char.IsWhiteSpace(file[at]) || file[at] == '\uFEFF')) at++;
        var startsLine = at == 0 || file[at - 1] is '\n' or '\r' or '\uFEFF';
        return new FileEdit(declaration.File.Path, new TextSpan(at, 0), (startsLine ? "" : "\n\n") + Formatter.Format(text) + "\n");
    }

    /// <summary>A new declaration at the end of a file.</summary>
    public static FileEdit AtEnd(SourceFile file, string text)
    {
        var end = file.Text.TrimEnd().Length;
        return new FileEdit(file.Path, TextSpan.FromBounds(end, file.Text.Length), (end == 0 ? "" : "\n\n") + Formatter.Format(text));
    }

    /// <summary>A new declaration behind another.</summary>
    public static FileEdit Behind(PlacedDeclaration declaration, string text)
    {
        var end = declaration.Start + (declaration.Declared.Slice.Parsed.Declaration?.Span.End ?? 0);
        var newLine = declaration.File.Text.IndexOf('\n', end);
        var at = newLine < 0 ? declaration.File.Text.Length : newLine;
        return new FileEdit(declaration.File.Path, new TextSpan(at, 0), "\n\n" + Formatter.Format(text).TrimEnd());
    }

    /// <summary>A citation as it is written.</summary>
    public static string Cited(CiteSyntax cite) => cite.Section is { } section ? $" [evidence {cite.Evidence.Text} {section.Text}]" : $" [evidence {cite.Evidence.Text}]";

    /// <summary>The same change with the line ends of the files that it is for.</summary>
    public static ProjectEdit WithLineEnds(Compilation compilation, ProjectEdit edit) => edit with
    {
        Edits = [.. edit.Edits.Select(e => compilation.Files.TryGetValue(e.Path, out var file) && file.Text.Contains("\r\n", StringComparison.Ordinal) ? e with { NewText = e.NewText.ReplaceLineEndings("\r\n") } : e)],
    };

    /// <summary>The project after a change.</summary>
    public static Compilation Applied(Compilation compilation, ProjectEdit edit) =>
        edit.Edits.Select(e => e.Path).Distinct(StringComparer.Ordinal).Where(compilation.Files.ContainsKey)
            .Aggregate(compilation, (c, path) => c.WithFile(path, edit.Apply(path, compilation.Files[path].Text)));
}
