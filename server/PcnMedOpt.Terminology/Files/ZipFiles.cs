using System.IO.Compression;
using PcnMedOpt.Terminology.Rf2;

namespace PcnMedOpt.Terminology.Files;

/// <summary>
/// The files of a zip and of the zips in it. Nothing is unpacked to a place that a zip names: files are read from it as they are needed, and a
/// zip in a zip goes into a folder of its own, which is taken away again.
/// </summary>
internal sealed class ZipFiles(ZipLimits limits, Func<string> newPlace)
{
    private const int FileTypeMask = 0xF000;
    private const int LinkType = 0xA000;

    private readonly List<ReleaseFile> files = [];
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    private int entries;
    private long total;

    public IEnumerable<ReleaseFile> Files => files;

    /// <summary>Adds the files of a zip.</summary>
    /// <param name="path">Where it is on the disk.</param>
    /// <param name="name">What it is called to the user, such as the zip that it lies in and its name there.</param>
    /// <param name="prefix">Stands before the paths of its files; empty, or ends in <c>/</c>.</param>
    /// <param name="depth">1 for a zip that lies in no other.</param>
    /// <exception cref="RefusedReleaseException">It is damaged or unsafe.</exception>
    public void Add(string path, string name, string prefix, int depth)
    {
        if (depth > limits.Depth) throw new RefusedReleaseException($"{name} lies in more than {limits.Depth - 1} other zips. Unpack it, and name the folder.");
        using var zip = Open(path, name);
        var length = new FileInfo(path).Length;
        var unpacked = 0L;
        foreach (var entry in Entries(zip, name))
        {
            Check(entry, $"{name}/{entry.FullName}");
            unpacked += entry.Length;
            if (IsFolder(entry)) continue;
            var inside = prefix + PathOf(entry, name);
            if (!names.Add(inside)) throw new RefusedReleaseException($"{name} holds two files called {entry.FullName}: which of them counts is not known. Download it again.");
            if (inside.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) AddNested(entry, $"{name}/{entry.FullName}", inside, depth);
            else files.Add(new ReleaseFile(inside, entry.Length, Opener(path, name, entry)));
        }
        if (unpacked > limits.RatioFrom && unpacked / Math.Max(1, length) > limits.Ratio)
            throw new RefusedReleaseException($"{name} would unpack to {unpacked / Math.Max(1, length):N0} times its size: no release does. It is not read.");
    }

    private static ZipArchive Open(string path, string name)
    {
        try
        {
            return new ZipArchive(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16), ZipArchiveMode.Read);
        }
        catch (InvalidDataException error)
        {
            throw new RefusedReleaseException($"{name} is no whole zip: it may have been cut off while it was downloaded. Download it again.", error);
        }
    }

    private static IReadOnlyCollection<ZipArchiveEntry> Entries(ZipArchive zip, string name)
    {
        try
        {
            return zip.Entries;
        }
        catch (InvalidDataException error)
        {
            throw new RefusedReleaseException($"{name} is damaged: its list of files cannot be read. Download it again.", error);
        }
    }

    private static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/') || entry.FullName.EndsWith('\\');

    private static Func<Stream> Opener(string path, string name, ZipArchiveEntry entry)
    {
        var (inside, length, crc) = (entry.FullName, entry.Length, entry.Crc32);
        return () =>
        {
            var zip = Open(path, name);
            try
            {
                var found = zip.GetEntry(inside) ?? throw new RefusedReleaseException($"{name} has changed while it was read: {inside} is no longer in it.");
                return new CheckedStream(found.Open(), zip, $"{name}/{inside}", length, crc);
            }
            catch (InvalidDataException error)
            {
                zip.Dispose();
                throw new RefusedReleaseException($"{name}/{inside} cannot be unpacked: the zip is damaged, or packed in a way that is not known. Unpack it, and name the folder.", error);
            }
            catch
            {
                zip.Dispose();
                throw;
            }
        };
    }

    private void AddNested(ZipArchiveEntry entry, string name, string inside, int depth)
    {
        var place = newPlace();
        using (var from = Opened(entry, name))
        using (var to = new FileStream(place, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            from.CopyTo(to);
        Add(place, name, inside + "/", depth + 1);
    }

    private static CheckedStream Opened(ZipArchiveEntry entry, string name)
    {
        try
        {
            return new CheckedStream(entry.Open(), Stream.Null, name, entry.Length, entry.Crc32);
        }
        catch (InvalidDataException error)
        {
            throw new RefusedReleaseException($"{name} cannot be unpacked: the zip is damaged, or packed in a way that is not known. Unpack it, and name the folder.", error);
        }
    }

    private void Check(ZipArchiveEntry entry, string name)
    {
        if (++entries > limits.Entries) throw new RefusedReleaseException($"{name} is one file too many: a release with more than {limits.Entries:N0} files is not read.");
        if (entry.IsEncrypted) throw new RefusedReleaseException($"{name} is locked with a password. Unpack the zip, and name the folder.");
        if (((entry.ExternalAttributes >> 16) & FileTypeMask) == LinkType) throw new RefusedReleaseException($"{name} is a link, and no file. It is not read.");
        if (entry.Length > limits.EntryBytes) throw new RefusedReleaseException($"{name} would unpack to {entry.Length:N0} bytes; more than {limits.EntryBytes:N0} are not read.");
        if ((total += entry.Length) > limits.TotalBytes) throw new RefusedReleaseException($"{name} is too much: more than {limits.TotalBytes:N0} unpacked bytes are not read.");
        if (entry.Length > limits.RatioFrom && entry.Length / Math.Max(1, entry.CompressedLength) > limits.Ratio)
            throw new RefusedReleaseException($"{name} would unpack to {entry.Length / Math.Max(1, entry.CompressedLength):N0} times its size: no release does. It is not read.");
    }

    /// <summary>The path inside a zip, with <c>/</c>: a path that leads out of it, or to a place of its own, is refused.</summary>
    private static string PathOf(ZipArchiveEntry entry, string name)
    {
        var path = entry.FullName.Replace('\\', '/');
        var unsafePath = path.StartsWith('/') || path.Contains(':') || path.Any(char.IsControl) || path.Split('/').Any(part => part is ".." or "." or "");
        return unsafePath ? throw new RefusedReleaseException($"{name} holds a file with the path '{Printable(entry.FullName)}', which leads out of it. It is not read.") : path;
    }

    private static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));
}
