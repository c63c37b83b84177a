using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace PcnMedOpt.Terminology.Store;

/// <summary>
/// An immutable file of named sections, mapped into memory. Sections are read where they lie, with no copy; what was read must not be used after
/// <see cref="Dispose"/>. It may be read from several threads.
/// </summary>
public sealed unsafe class StoreFile : IDisposable
{
    /// <summary>What the name of the section with the beginnings of lists ends in.</summary>
    internal const string Starts = ".starts";

    private readonly MemoryMappedFile map;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;
    private readonly string path;
    private readonly Dictionary<string, (long At, long Length, int Size)> sections = new(StringComparer.Ordinal);
    private uint[] checksums = [];
    private long tableAt;
    private long length;
    private bool closed;

    private StoreFile(string path)
    {
        this.path = path;
        length = new FileInfo(path).Length;
        if (length < StoreLayout.HeadSize) throw Cut();
        map = MemoryMappedFile.CreateFromFile(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete), null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, false);
        view = map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        start = pointer + view.PointerOffset;
    }

    /// <summary>The SHA-256 of what the store holds, in hexadecimal, as it was when the store was written.</summary>
    public string Hash => Convert.ToHexStringLower(Bytes(StoreLayout.ContentHashAt, StoreLayout.HashSize));

    /// <summary>Its length in bytes.</summary>
    public long Length => length;

    /// <summary>The names of its sections, in order.</summary>
    public IEnumerable<string> Names => sections.Keys.Order(StringComparer.Ordinal);

    /// <summary>Opens a store, and checks that nothing of it has changed since it was written.</summary>
    /// <exception cref="StoreException">It is no store, or damaged, or of another version.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static StoreFile Open(string path) => Open(path, store => store.CheckChunks(0, store.checksums.Length));

    /// <summary>Opens a store of which only some sections are to be read, and checks that these have not changed.</summary>
    /// <inheritdoc cref="Open(string)"/>
    public static StoreFile OpenOnly(string path, params string[] names) => Open(path, store =>
    {
        foreach (var section in store.sections.Where(s => names.Contains(s.Key)).Select(s => s.Value))
        {
            var first = (section.At - StoreLayout.HeadSize) / StoreLayout.ChunkSize;
            store.CheckChunks((int)first, (int)Math.Min((section.At + section.Length - StoreLayout.HeadSize) / StoreLayout.ChunkSize + 1, store.checksums.Length));
        }
    });

    private static StoreFile Open(string path, Action<StoreFile> check)
    {
        var store = new StoreFile(path);
        try
        {
            store.ReadHead();
            check(store);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    public bool Has(string name) => sections.ContainsKey(name);

    /// <summary>The values of a section.</summary>
    /// <exception cref="StoreException">There is no such section, or it holds values of another size.</exception>
    public ReadOnlySpan<T> Section<T>(string name)
        where T : unmanaged => Column<T>(name).Span;

    /// <summary>The values of a section, in a form that can be kept; empty where the store has no such section.</summary>
    public StoreColumn<T> ColumnOrEmpty<T>(string name)
        where T : unmanaged => Has(name) ? Column<T>(name) : default;

    /// <summary>The values of a section, in a form that can be kept.</summary>
    /// <exception cref="StoreException">There is no such section, or it holds values of another size.</exception>
    public StoreColumn<T> Column<T>(string name)
        where T : unmanaged
    {
        if (!sections.TryGetValue(name, out var section)) throw new StoreException($"{path} has no section {name}. Import the release again.");
        if (section.Size != Unsafe.SizeOf<T>()) throw new StoreException($"{path}: the section {name} holds values of {section.Size} bytes, and not of {Unsafe.SizeOf<T>()}. Import the release again.");
        return new StoreColumn<T>((T*)(start + section.At), checked((int)(section.Length / section.Size)));
    }

    /// <summary>The lists that <see cref="StoreWriter.AddLists{T}"/> wrote; none where the store has no such section.</summary>
    public StoreLists<T> Lists<T>(string name)
        where T : unmanaged => new(ColumnOrEmpty<int>(name + Starts), ColumnOrEmpty<T>(name));

    /// <summary>The texts that <see cref="StoreWriter.AddTexts"/> wrote; none where the store has no such section.</summary>
    public StoreTexts Texts(string name) => new(Lists<byte>(name));

    /// <summary>Reads all of it, and compares its SHA-256 with the one that was written.</summary>
    /// <exception cref="StoreException">They differ.</exception>
    public void Verify()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (long at = StoreLayout.HeadSize; at < length; at += StoreLayout.ChunkSize) hash.AppendData(Bytes(at, (int)Math.Min(StoreLayout.ChunkSize, length - at)));
        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(Bytes(StoreLayout.ContentHashAt, StoreLayout.HashSize))) throw Damaged("its SHA-256 is another");
    }

    public void Dispose()
    {
        if (closed) return;
        closed = true;
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        map.Dispose();
    }

    private ReadOnlySpan<byte> Bytes(long at, int count) => new(start + at, count);

    private void ReadHead()
    {
        var head = Bytes(0, StoreLayout.HeadSize);
        if (!head.StartsWith(StoreLayout.Magic)) throw new StoreException($"{path} is no terminology store.");
        var version = BinaryPrimitives.ReadInt32LittleEndian(head[8..]);
        if (version != StoreLayout.Version)
            throw new StoreException($"{path} was made by another version of this program (form {version}; this one reads {StoreLayout.Version}). Import the release again.");
        tableAt = BinaryPrimitives.ReadInt64LittleEndian(head[16..]);
        if (BinaryPrimitives.ReadInt64LittleEndian(head[24..]) is var wanted && wanted != length)
            throw length < wanted ? Cut() : Damaged($"it has {length} bytes in place of {wanted}");
        if (tableAt < StoreLayout.HeadSize || tableAt > length || length - tableAt > int.MaxValue) throw Damaged("its head is not as it was written");
        var table = Bytes(tableAt, (int)(length - tableAt));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(head[..StoreLayout.HeadHashAt]);
        hash.AppendData(table);
        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(head[StoreLayout.HeadHashAt..])) throw Damaged("its head is not as it was written");
        ReadTable(table);
    }

    private void ReadTable(ReadOnlySpan<byte> table)
    {
        using var reader = new BinaryReader(new MemoryStream(table.ToArray()), Encoding.UTF8);
        for (var left = reader.ReadInt32(); left > 0; left--) sections.Add(reader.ReadString(), (reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt32()));
        checksums = new uint[reader.ReadInt32()];
        for (var i = 0; i < checksums.Length; i++) checksums[i] = reader.ReadUInt32();
    }

    /// <summary>Compares mebibytes with their checksums, on all processors.</summary>
    private void CheckChunks(int from, int to)
    {
        var damaged = 0;
        Parallel.For(from, to, i =>
        {
            var at = StoreLayout.HeadSize + ((long)i * StoreLayout.ChunkSize);
            if (StoreLayout.ChecksumOf(Bytes(at, (int)Math.Min(StoreLayout.ChunkSize, tableAt - at))) != checksums[i]) Interlocked.Increment(ref damaged);
        });
        if (damaged > 0) throw Damaged($"{damaged} of its {checksums.Length} parts are not as they were written");
    }

    private StoreException Cut() => Damaged("its end is missing");

    private StoreException Damaged(string how) => new($"{path} is damaged: {how}. It is not used. Import the release again.");
}
