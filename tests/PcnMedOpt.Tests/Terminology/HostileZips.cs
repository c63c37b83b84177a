using System.IO.Compression;
using System.Text;

namespace PcnMedOpt.Tests.Terminology;

/// <summary>Zips that are damaged, or made to harm; each is made when it is needed.</summary>
internal static class HostileZips
{
    public const string Dmd = "f_vtm2_3160326.xml";

    private const int CentralHeader = 0x02014b50;
    private const int LocalHeader = 0x04034b50;

    /// <summary>The zips by their names, and words of what is said of each.</summary>
    public static readonly Dictionary<string, (Func<byte[]> Make, string Said)> All = new()
    {
        ["path-upwards"] = (() => Of(("../" + Dmd, "<x/>")), "leads out of it"),
        ["path-upwards-backslash"] = (() => Of((@"..\..\" + Dmd, "<x/>")), "leads out of it"),
        ["path-inside-upwards"] = (() => Of(("a/../../" + Dmd, "<x/>")), "leads out of it"),
        ["path-absolute"] = (() => Of(("/tmp/" + Dmd, "<x/>")), "leads out of it"),
        ["path-drive"] = (() => Of(("C:/" + Dmd, "<x/>")), "leads out of it"),
        ["path-control"] = (() => Of(("a\u0001b/" + Dmd, "<x/>")), "leads out of it"),
        ["twice"] = (() => Of((Dmd, "<x/>"), (Dmd, "<y/>")), "two files called"),
        ["twice-in-case"] = (() => Of((Dmd, "<x/>"), (Dmd.ToUpperInvariant(), "<y/>")), "two files called"),
        ["link"] = (() => Made(zip => zip.CreateEntry(Dmd).ExternalAttributes = unchecked((int)0xA1FF0000)), "is a link"),
        ["bomb-of-blanks"] = (() => Of((Dmd, new string(' ', 3_000_000))), "times its size"),
        ["bomb-in-a-zip"] = (() => Nested(Of((Dmd, new string(' ', 3_000_000)))), "times its size"),
        ["too-long"] = (() => Made(zip => Fill(zip.CreateEntry(Dmd, CompressionLevel.NoCompression), 5_000_000)), "are not read"),
        ["too-long-together"] = (() => Made(zip => Parts(zip, 3, 3_500_000)), "unpacked bytes are not read"),
        ["too-many"] = (() => Made(zip => Parts(zip, 60, 1)), "one file too many"),
        ["too-deep"] = (() => Nested(Nested(Nested(Of((Dmd, "<x/>"))))), "other zips"),
        ["cut-off"] = (() => Of((Dmd, new string('x', 4_000)))[..60], "no whole zip"),
        ["empty"] = (() => [], "no whole zip"),
        ["text"] = (() => Encoding.ASCII.GetBytes("<html>Please log in</html>"), "no whole zip"),
        ["locked"] = (() => Patched(Of((Dmd, "<x/>")), 8, 6, value => value | 1), "locked with a password"),
        ["inner-damaged"] = (() => Nested(Of((Dmd, new string('x', 4_000)))[..60]), "no whole zip"),
    };

    /// <summary>Zips whose list of files is sound, and whose file is not: seen when it is read.</summary>
    public static readonly Dictionary<string, (Func<byte[]> Make, string Said)> SeenWhenRead = new()
    {
        ["other-bytes"] = (() => Damaged(Made(zip => Write(zip.CreateEntry(Dmd, CompressionLevel.NoCompression), "<x>aaaaaaaaaa</x>"))), "its checksum differs"),
        ["shorter"] = (() => Patched(Of((Dmd, "<x>aaaaaaaaaa</x>")), 24, 22, value => value + 10), "ends too early"),
        ["packed-otherwise"] = (() => Patched(Of((Dmd, "<x>aaaaaaaaaa</x>")), 10, 8, _ => 97), "not known"),
    };

    public static byte[] Of(params (string Path, string Text)[] files) => Made(zip =>
    {
        foreach (var (path, text) in files) Write(zip.CreateEntry(path), text);
    });

    public static byte[] Nested(byte[] inner, string name = "inner.zip") => Made(zip =>
    {
        using var stream = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        stream.Write(inner);
    });

    private static byte[] Made(Action<ZipArchive> fill)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, true)) fill(zip);
        return bytes.ToArray();
    }

    private static void Write(ZipArchiveEntry entry, string text)
    {
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static void Fill(ZipArchiveEntry entry, int length)
    {
        using var stream = entry.Open();
        stream.Write(new byte[length]);
    }

    private static void Parts(ZipArchive zip, int count, int length)
    {
        for (var n = 0; n < count; n++) Fill(zip.CreateEntry($"part{n}.txt", CompressionLevel.NoCompression), length);
    }

    /// <summary>Changes a field of both headers of the first file.</summary>
    private static byte[] Patched(byte[] zip, int inCentral, int inLocal, Func<int, int> change)
    {
        Change(zip, Find(zip, CentralHeader) + inCentral, change);
        Change(zip, Find(zip, LocalHeader) + inLocal, change);
        return zip;
    }

    private static void Change(byte[] zip, int at, Func<int, int> change) => BitConverter.TryWriteBytes(zip.AsSpan(at), (short)change(BitConverter.ToInt16(zip, at)));

    private static int Find(byte[] zip, int signature) => Enumerable.Range(0, zip.Length - 4).First(at => BitConverter.ToInt32(zip, at) == signature);

    private static byte[] Damaged(byte[] zip)
    {
        zip[zip.AsSpan().IndexOf("aaaa"u8)] = (byte)'b';
        return zip;
    }
}
