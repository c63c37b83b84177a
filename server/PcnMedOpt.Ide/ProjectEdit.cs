using System.Collections.Immutable;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide;

/// <summary>Another text for a stretch of a file of the project.</summary>
public sealed record FileEdit(string Path, TextSpan Span, string NewText);

/// <summary>A file that is to be made.</summary>
public sealed record NewFile(string Path, string Text);

/// <summary>A change of the project's texts: edits that do not overlap, in offsets of the texts as they are, and files to make.</summary>
public sealed record ProjectEdit(ImmutableArray<FileEdit> Edits)
{
    public ImmutableArray<NewFile> NewFiles { get; init; } = [];

    public static ProjectEdit Of(IEnumerable<FileEdit> edits) =>
        new([.. edits.OrderBy(e => e.Path, StringComparer.Ordinal).ThenBy(e => e.Span.Start)]);

    /// <summary>The text of a file after the change.</summary>
    public string Apply(string path, string text)
    {
        var after = new System.Text.StringBuilder(text);
        foreach (var edit in Edits.Where(e => e.Path == path).OrderByDescending(e => e.Span.Start).ThenByDescending(e => e.Span.End))
            after.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
        return after.ToString();
    }
}
