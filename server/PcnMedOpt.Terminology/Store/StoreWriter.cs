using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace PcnMedOpt.Terminology.Store;

/// <summary>
/// Writes a store: section after section into a file beside the one that is wanted, which takes its place only when all of it is written and
/// checked. What is not finished is taken away again, and leaves what was there before.
/// </summary>
public sealed class StoreWriter : IDisposable
{
    private readonly string path;
    private readonly string beside;
    private readonly FileStream file;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] chunk = new byte[StoreLayout.ChunkSize];
    private readonly List<uint> checksums = [];
    private readonly Dictionary<string, (long At, long Length, int Size)> sections = new(StringComparer.Ordinal);
    private int filled;
    private bool finished;

    /// <param name="path">The store; its folder is made if need be.</param>
    public StoreWriter(string path)
    {
        this.path = Path.GetFullPath(path);
        beside = this.path + ".part";
        Directory.CreateDirectory(Path.GetDirectoryName(this.path) ?? ".");
        file = new FileStream(beside, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1);
        file.Write(new byte[StoreLayout.HeadSize]);
    }

    /// <summary>Bytes written so far.</summary>
    public long Length => StoreLayout.HeadSize + ((long)checksums.Count * StoreLayout.ChunkSize) + filled;

    /// <summary>Adds a section: values that are read again as they lie here.</summary>
    /// <param name="name">Another one for each section, such as <c>dmd.levels</c>.</param>
    /// <param name="values">Copied to the file at once.</param>
    public void Add<T>(string name, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        sections.Add(name, (Length, bytes.Length, Unsafe.SizeOf<T>()));
        Write(bytes);
        Write(stackalloc byte[(int)(-Length & (StoreLayout.Alignment - 1))]);
    }

    /// <summary>Adds a list for each ordinal; read again as <see cref="StoreLists{T}"/>.</summary>
    /// <param name="name">The name that it is read by.</param>
    /// <param name="starts">Where each list begins among the values, and at the end their number: one more than there are lists.</param>
    /// <param name="values">The values of all lists, one list after the other.</param>
    public void AddLists<T>(string name, ReadOnlySpan<int> starts, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Add(name + StoreFile.Starts, starts);
        Add(name, values);
    }

    /// <summary>Adds texts; read again as <see cref="StoreTexts"/>.</summary>
    public void AddTexts(string name, IReadOnlyList<string> texts)
    {
        var starts = new int[texts.Count + 1];
        for (var i = 0; i < texts.Count; i++) starts[i + 1] = checked(starts[i] + Encoding.UTF8.GetByteCount(texts[i]));
        var bytes = new byte[starts[^1]];
        for (var i = 0; i < texts.Count; i++) Encoding.UTF8.GetBytes(texts[i], bytes.AsSpan(starts[i]));
        AddLists<byte>(name, starts, bytes);
    }

    /// <summary>Ends the store, checks what was written, and puts it in its place.</summary>
    /// <returns>The SHA-256 of what it holds, in hexadecimal.</returns>
    /// <exception cref="IOException">It cannot be put there, or what stands in the file is not what was written.</exception>
    public string Finish()
    {
        var tableAt = Length;
        Flush();
        var table = Table();
        hash.AppendData(table);
        var contentHash = hash.GetHashAndReset();
        var head = StoreLayout.Head(tableAt, tableAt + table.Length, contentHash);
        SHA256.HashData([.. head.AsSpan(0, StoreLayout.HeadHashAt), .. table]).CopyTo(head.AsSpan(StoreLayout.HeadHashAt));
        file.Write(table);
        file.Position = 0;
        file.Write(head);
        file.Flush(true);
        Check(head, contentHash);
        file.Dispose();
        Place(beside, path);
        finished = true;
        return Convert.ToHexStringLower(contentHash);
    }

    /// <summary>Puts a finished store in its place, where one may be already.</summary>
    /// <exception cref="IOException">That cannot be replaced.</exception>
    public static void Place(string made, string path)
    {
        try
        {
            File.Move(made, path, true);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new IOException($"{path} cannot be replaced: {error.Message} Close the programs that use it, such as an editor, and import again.", error);
        }
    }

    public void Dispose()
    {
        hash.Dispose();
        file.Dispose();
        if (!finished) File.Delete(beside);
    }

    /// <summary>Reads the file again from its beginning, with no more memory than for writing it: it need not be mapped as a whole.</summary>
    private void Check(byte[] head, byte[] contentHash)
    {
        file.Position = 0;
        file.ReadExactly(chunk, 0, StoreLayout.HeadSize);
        var same = chunk.AsSpan(0, StoreLayout.HeadSize).SequenceEqual(head);
        for (int count; (count = file.Read(chunk)) > 0;) hash.AppendData(chunk.AsSpan(0, count));
        if (!same || !hash.GetHashAndReset().AsSpan().SequenceEqual(contentHash)) throw new IOException($"{beside} was written, and something else stands in it: the disk may be full or damaged. Nothing was brought in.");
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var part = bytes[..Math.Min(bytes.Length, chunk.Length - filled)];
            part.CopyTo(chunk.AsSpan(filled));
            filled += part.Length;
            bytes = bytes[part.Length..];
            if (filled == chunk.Length) Flush();
        }
    }

    private void Flush()
    {
        if (filled == 0) return;
        var part = chunk.AsSpan(0, filled);
        checksums.Add(StoreLayout.ChecksumOf(part));
        hash.AppendData(part);
        file.Write(part);
        filled = 0;
    }

    private byte[] Table()
    {
        using var table = new MemoryStream();
        using var writer = new BinaryWriter(table, Encoding.UTF8);
        writer.Write(sections.Count);
        foreach (var (name, (at, length, size)) in sections.OrderBy(s => s.Value.At).ThenBy(s => s.Key, StringComparer.Ordinal))
        {
            writer.Write(name);
            writer.Write(at);
            writer.Write(length);
            writer.Write(size);
        }
        writer.Write(checksums.Count);
        foreach (var checksum in checksums) writer.Write(checksum);
        writer.Flush();
        return table.ToArray();
    }
}
