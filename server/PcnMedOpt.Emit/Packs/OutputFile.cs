using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace PcnMedOpt.Emit.Packs;

/// <summary>A file to be written: its path with forward slashes, and its bytes.</summary>
public sealed record OutputFile(string Path, ImmutableArray<byte> Bytes)
{
    /// <summary>What it is, for those who download it; null where the page that lists it knows.</summary>
    public string? Title { get; init; }

    public static OutputFile Of(string path, string text) => new(path, [.. Encoding.UTF8.GetBytes(text)]);

    public static OutputFile Of(string path, byte[] bytes) => new(path, [.. bytes]);
}

/// <summary>Zips files so that the same files give the same bytes: in order, all of one time.</summary>
public static class ReproducibleZip
{
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(IEnumerable<OutputFile> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
            foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(file.Path, CompressionLevel.Optimal);
                entry.LastWriteTime = Time;
                entry.ExternalAttributes = 0;
                using var content = entry.Open();
                content.Write(file.Bytes.AsSpan());
            }
        return stream.ToArray();
    }
}
