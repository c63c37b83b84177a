using System.Collections.Immutable;
using PcnMedOpt.Terminology.Rf2;

namespace PcnMedOpt.Terminology.Files;

/// <summary>
/// What a user named: a folder, a zip or a file, opened. Zips in it are looked into. It is closed when nothing of it is read any more, and
/// then what was unpacked is taken away.
/// </summary>
public sealed class ReleasePath : IDisposable
{
    private DirectoryInfo? unpacked;
    private int places;

    private ReleasePath()
    {
    }

    public ReleaseFiles Files { get; private set; } = new("", []);

    /// <summary>What is in it, each kind once.</summary>
    public ImmutableArray<ReleaseContent> Contents { get; private set; } = [];

    /// <summary>The paths of text, CSV and XML files that are of no known kind; files of RF2 that are no snapshot are left out.</summary>
    public ImmutableArray<string> Unknown => [.. Files.Files.Where(Recognition.IsUnknown).Select(f => f.Path)];

    /// <summary>Opens a folder, a zip or a file, and sees what it is.</summary>
    /// <exception cref="RefusedReleaseException">It is not there, damaged, unsafe, or none of what is known.</exception>
    public static ReleasePath Open(string path, ZipLimits? limits = null)
    {
        var opened = new ReleasePath();
        try
        {
            opened.Read(path, new ZipFiles(limits ?? ZipLimits.Usual, opened.NewPlace));
            return opened;
        }
        catch (UnauthorizedAccessException error)
        {
            opened.Dispose();
            throw new RefusedReleaseException($"{path} may not be read: {error.Message}", error);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        unpacked?.Delete(true);
        unpacked = null;
    }

    private void Read(string path, ZipFiles zips)
    {
        var name = Path.GetFileName(Path.GetFullPath(path).TrimEnd('/', '\\'));
        if (Directory.Exists(path)) Files = OfFolder(path, name, zips);
        else if (!File.Exists(path)) throw new RefusedReleaseException($"There is no folder and no file {path}.");
        else if (IsZip(path))
        {
            zips.Add(path, name, "", 1);
            Files = new ReleaseFiles(name, [.. zips.Files]);
        }
        else Files = new ReleaseFiles(name, [OnDisk(path, name)]);
        Contents = Recognition.Of(Files);
        if (Contents.IsEmpty) throw new RefusedReleaseException(Recognition.NothingIn(Files));
    }

    private static ReleaseFiles OfFolder(string folder, string name, ZipFiles zips)
    {
        var files = new List<ReleaseFile>();
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false }))
        {
            if (entry.LinkTarget is not null) throw new RefusedReleaseException($"{entry.FullName} is a link to another place. It is not read: put the file itself there, or name where it is.");
            if (entry is not FileInfo file) continue;
            var inside = Path.GetRelativePath(folder, file.FullName).Replace('\\', '/');
            if (IsZip(file.FullName)) zips.Add(file.FullName, $"{name}/{inside}", inside + "/", 1);
            else files.Add(OnDisk(file.FullName, inside));
        }
        return new ReleaseFiles(name, [.. files.Concat(zips.Files).OrderBy(f => f.Path, StringComparer.Ordinal)]);
    }

    private static bool IsZip(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static ReleaseFile OnDisk(string path, string inside) =>
        new(inside, new FileInfo(path).Length, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan));

    private string NewPlace()
    {
        unpacked ??= Directory.CreateTempSubdirectory("medopt-");
        return Path.Combine(unpacked.FullName, $"{++places}.zip");
    }
}
