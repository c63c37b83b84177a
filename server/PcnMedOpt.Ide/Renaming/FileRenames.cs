using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Ide.Renaming;

/// <summary>A file or folder that moves: its path in the project, with forward slashes, and its new one; null when it leaves the project.</summary>
public sealed record FileMove(string From, string? To);

/// <summary>What has to change in the project's texts, and in sentences what cannot.</summary>
public sealed record FileMoveAnswer(ProjectEdit Edit, ImmutableArray<string> Refusals);

/// <summary>
/// When files are renamed or moved, the paths that name them: those of published lists in code sets, and in the settings the EMIS code map and the folder
/// of templates. Nothing else follows from the name of a file.
/// </summary>
public static class FileRenames
{
    public static FileMoveAnswer Of(Compilation compilation, IReadOnlyCollection<FileMove> moves)
    {
        var named = compilation.Files.Values.SelectMany(f => f.Declarations).SelectMany(Lists).Concat(
            compilation.Settings.Paths.Values.Select(p => new NamedPath(p.Path, new FilePlace(ProjectSettings.FileName, p.Span))));
        var edits = new List<FileEdit>();
        var refusals = ImmutableArray.CreateBuilder<string>();
        foreach (var path in named)
        {
            if (moves.FirstOrDefault(m => Below(path.Path, m.From) is not null) is not { } move) continue;
            if (After(path.Path, move) is { } after) edits.Add(new FileEdit(path.Place.Path, path.Place.Span, after));
            else refusals.Add($"'{path.Path}' leaves the project, or gets a name that cannot be written, and is still named in {Shown.Place(compilation, path.Place)}.");
        }
        return new FileMoveAnswer(ProjectEdit.Of(edits), refusals.DrainToImmutable());
    }

    private static IEnumerable<NamedPath> Lists(PlacedDeclaration declaration) =>
        from list in declaration.Facts.Codes?.Lists ?? []
        where ListPath.StaysInside(list.Path) && list.PathSpan.Length == list.Path.Length + 2
        select new NamedPath(list.Path, new FilePlace(declaration.File.Path, new TextSpan(list.PathSpan.Start + declaration.Start + 1, list.Path.Length)));

    private static string? After(string path, FileMove move)
    {
        if (move.To is null || !ListPath.StaysInside(move.To) || Below(path, move.From) is not { } rest) return null;
        var after = Plain(move.To) + rest;
        return after.AsSpan().IndexOfAny("\"\r\n\\") < 0 ? after : null;
    }

    /// <summary>What follows a file or folder in a path: nothing when it is the path; null when the path is another.</summary>
    private static string? Below(string path, string moved)
    {
        var (plain, from) = (Plain(path), Plain(moved));
        if (plain == from) return "";
        return plain.StartsWith(from + "/", StringComparison.Ordinal) ? plain[from.Length..] : null;
    }

    /// <summary>Without "." and "..", so that one file has one path.</summary>
    private static string Plain(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
            if (part == "..") parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            else if (part is not ("" or ".")) parts.Add(part);
        return string.Join('/', parts);
    }

    private sealed record NamedPath(string Path, FilePlace Place);
}
