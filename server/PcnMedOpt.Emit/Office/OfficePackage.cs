using System.Collections.Immutable;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using PcnMedOpt.Emit.Packs;

namespace PcnMedOpt.Emit.Office;

/// <summary>
/// The one way in which an Office file (ECMA-376) is written, so that the same content gives the same bytes: the parts have the relationship ids that their writers give
/// them, and the entries are in order and all of one time. A relationship id that nobody gave is random: <see cref="OpenXmlPartContainer.AddNewPart{T}(string)"/>.
/// </summary>
internal static class OfficePackage
{
    public static byte[] Of(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        stream.Position = 0;
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        return ReproducibleZip.Of(zip.Entries.Select(e => new OutputFile(e.FullName, Bytes(e))));
    }

    private static ImmutableArray<byte> Bytes(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return [.. bytes.ToArray()];
    }
}
