using System.Collections.Immutable;

namespace PcnMedOpt.Terminology.Rf2;

/// <summary>The files of a folder or a zip that a release is read from.</summary>
/// <param name="Name">The name of the folder or zip, without its path.</param>
/// <param name="Files">All files in it.</param>
public sealed record ReleaseFiles(string Name, ImmutableArray<ReleaseFile> Files)
{
    /// <summary>The files of a folder and of the folders in it, in order of their paths.</summary>
    public static ReleaseFiles OfFolder(string folder)
    {
        var files =
            from path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            let inside = Path.GetRelativePath(folder, path).Replace('\\', '/')
            select new ReleaseFile(inside, new FileInfo(path).Length, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan));
        return new ReleaseFiles(Path.GetFileName(Path.GetFullPath(folder).TrimEnd('/', '\\')), [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)]);
    }
}

/// <summary>A file of a release.</summary>
/// <param name="Path">Its path inside the folder or zip, with <c>/</c>.</param>
/// <param name="Length">Its length in bytes, as far as it is known before it is read: large files are begun first.</param>
/// <param name="Open">Opens it to be read once from its beginning to its end. Several files are open at once, on several threads.</param>
public sealed record ReleaseFile(string Path, long Length, Func<Stream> Open);
