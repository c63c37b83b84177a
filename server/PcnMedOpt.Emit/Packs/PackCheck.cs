using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Emit.Packs;

/// <summary>What the check of a pack's zip found: nothing wrong when there are no faults.</summary>
public sealed record PackCheckResult(Manifest? Manifest, ImmutableArray<string> Faults);

/// <summary>Checks a pack's zip against its manifest, without a network: every file there, unchanged, and none beside. Nothing is unpacked to the disk.</summary>
public static class PackCheck
{
    /// <summary>No pack of ours is larger: a zip that would unpack to more is refused.</summary>
    private const long LargestTotal = 512L * 1024 * 1024;

    public static PackCheckResult Of(Stream stream)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            return Of(zip);
        }
        catch (InvalidDataException)
        {
            return new PackCheckResult(null, ["The file is no zip, or it is cut off."]);
        }
    }

    private static PackCheckResult Of(ZipArchive zip)
    {
        if (zip.GetEntry(Manifest.FileName) is not { } entry) return new PackCheckResult(null, [$"There is no {Manifest.FileName}: this is no pack."]);
        if (Bytes(entry, Manifest.LargestBytes) is not { } text || Manifest.Read(Encoding.UTF8.GetString(text)) is not { } manifest)
            return new PackCheckResult(null, [$"The {Manifest.FileName} cannot be read."]);
        var faults = ImmutableArray.CreateBuilder<string>();
        if (manifest.Entries.Sum(e => Math.Max(0, e.Bytes)) > LargestTotal) return new PackCheckResult(manifest, ["The pack says that it is larger than any pack."]);
        var expected = manifest.Entries.DistinctBy(e => e.Path).ToDictionary(e => e.Path, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { Manifest.FileName };
        foreach (var each in zip.Entries)
        {
            if (each.FullName == Manifest.FileName) continue;
            if (!seen.Add(each.FullName)) faults.Add($"{each.FullName} is in the zip twice.");
            else if (!expected.TryGetValue(each.FullName, out var known)) faults.Add($"{each.FullName} does not belong to the pack.");
            else if (Bytes(each, known.Bytes) is not { } bytes || bytes.Length != known.Bytes || ContentHash.Of(bytes) != known.Sha256)
                faults.Add($"{each.FullName} is not as it was built.");
        }
        faults.AddRange(expected.Keys.Where(p => !seen.Contains(p)).Select(p => $"{p} is missing."));
        return new PackCheckResult(manifest, faults.DrainToImmutable());
    }

    /// <summary>Its bytes, or null when there are more than may be.</summary>
    private static byte[]? Bytes(ZipArchiveEntry entry, long most)
    {
        using var content = entry.Open();
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            if (copy.Length + read > most) return null;
            copy.Write(buffer, 0, read);
        }
        return copy.ToArray();
    }
}
