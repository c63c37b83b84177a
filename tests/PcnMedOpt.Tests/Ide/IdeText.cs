using System.Text.RegularExpressions;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Ide;

/// <summary>
/// A small project written as one text. <c>$0</c> is the cursor, <c>$[…$]</c> a selection. A line <c>--- path</c> begins another file;
/// what stands before the first such line is <c>test.medopt</c>.
/// </summary>
public sealed partial record IdeText(Compilation Compilation, string Path, int Offset, TextSpan Selection)
{
    public static IdeText Of(string text)
    {
        var parts = FileLine().Split("--- test.medopt\n" + text.ReplaceLineEndings("\n"));
        var files = new List<KeyValuePair<string, string>>();
        var (path, offset, selection) = ("test.medopt", -1, default(TextSpan));
        for (var i = 1; i + 1 < parts.Length; i += 2)
        {
            if (i == 1 && parts[2].Length == 0 && parts.Length > 3) continue;
            var marked = parts[i + 1];
            if (Mark().IsMatch(marked))
            {
                path = parts[i];
                var places = new Dictionary<string, int>();
                for (var mark = Mark().Match(marked); mark.Success; mark = Mark().Match(marked))
                {
                    places[mark.Value] = mark.Index;
                    marked = marked.Remove(mark.Index, 2);
                }
                if (places.TryGetValue("$[", out var from)) selection = TextSpan.FromBounds(from, places["$]"]);
                offset = places.GetValueOrDefault("$0", selection.Start);
                if (!places.ContainsKey("$[")) selection = new TextSpan(offset, 0);
            }
            files.Add(new(parts[i], marked));
        }
        var settings = files.Where(f => f.Key == ProjectSettings.FileName).Select(f => SettingsReader.Read(f.Value)).FirstOrDefault();
        return new IdeText(TestProject.Of([.. files.Where(f => f.Key != ProjectSettings.FileName)], settings), path, offset, selection);
    }

    /// <summary>The text of the file with the cursor.</summary>
    public string Text => TextOf(Path);

    /// <summary>The text of a file, also of the settings and of a code list.</summary>
    public string TextOf(string path) =>
        path == ProjectSettings.FileName ? Compilation.Settings.Text : Compilation.Files.TryGetValue(path, out var file) ? file.Text : Compilation.Lists.GetValueOrDefault(path) ?? "";

    public Cursor Cursor => Cursor.At(Compilation, Path, Offset) ?? throw new InvalidOperationException("The file has no text.");

    /// <summary>The files that a change touches, after it, as one text with <c>--- path</c> lines when there are several.</summary>
    public string After(ProjectEdit edit)
    {
        var paths = edit.Edits.Select(e => e.Path).Distinct().Order(StringComparer.Ordinal).ToList();
        var texts = paths.Select(p => (Path: p, Text: edit.Apply(p, TextOf(p)))).Concat(edit.NewFiles.Select(f => (f.Path, f.Text))).ToList();
        return texts is [var only] && only.Path == Path ? only.Text : string.Concat(texts.Select(t => $"--- {t.Path}\n{t.Text}"));
    }

    /// <summary>A place as a reader finds it: <c>test.medopt:3:7 words</c>.</summary>
    public string Shown(Core.Diagnostics.FilePlace place)
    {
        var text = TextOf(place.Path);
        var at = new LineMap(text).At(place.Span.Start);
        return $"{place.Path}:{at.Line}:{at.Column} {place.Span.Of(text)}";
    }

    [GeneratedRegex(@"^--- (\S+)\n", RegexOptions.Multiline)]
    private static partial Regex FileLine();

    [GeneratedRegex(@"\$(0|\[|\])")]
    private static partial Regex Mark();
}
