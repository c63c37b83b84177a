using System.Collections.Immutable;
using System.Text;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Data.Columns;

/// <summary>
/// An index as a file: a mark, what it was made of, practices, results and faults, then the columns as they are in memory. It is read at once, and no column is copied. It is
/// written for machines whose numbers begin with the lowest byte, as all that .NET runs on today do.
/// </summary>
internal static class IndexFile
{
    /// <summary>Another form of the file has another mark, so that an older one is made anew.</summary>
    private static readonly byte[] Mark = "MEDOPTC1"u8.ToArray();

    /// <summary>A file of more bytes cannot be read at once.</summary>
    public static readonly long MostBytes = Array.MaxLength;

    /// <param name="index">What is written.</param>
    /// <param name="stamp">What it was made of: another stamp is another extract.</param>
    /// <param name="stream">Where to.</param>
    public static void Write(PatientIndex index, string stamp, Stream stream)
    {
        using var head = new MemoryStream();
        using (var writer = new BinaryWriter(head, Encoding.UTF8, leaveOpen: true)) Head(index, stamp, writer);
        stream.Write(Mark);
        stream.Write(BitConverter.GetBytes(head.Length));
        head.WriteTo(stream);
        stream.Write(stackalloc byte[ColumnWriter.Padding(head.Length)]);
        var columns = new ColumnWriter(stream);
        columns.Add(index.Codes);
        foreach (var (patients, events, issues, repeats) in index.Blocks)
        {
            columns.Add(patients.Ids);
            columns.Add(patients.Born);
            columns.Add(patients.Died);
            columns.Add(patients.Since);
            columns.Add(patients.Until);
            columns.Add(patients.Sexes);
            columns.Add(patients.Practices);
            Write(events, columns);
            Write(issues, columns);
            columns.Add(repeats.Starts);
            columns.Add(repeats.Patients);
            columns.Add(repeats.Since);
            columns.Add(repeats.Until);
        }
    }

    /// <summary>The index, or null when the file is of another extract, of another form, or damaged.</summary>
    public static PatientIndex? Read(string path, string source, string stamp)
    {
        var bytes = Bytes(path);
        if (bytes.Length < 16 || !bytes.AsSpan(0, 8).SequenceEqual(Mark) || BitConverter.ToInt64(bytes, 8) is var length && (length < 0 || length > bytes.Length - 16)) return null;
        try
        {
            using var head = new BinaryReader(new MemoryStream(bytes, 16, (int)length, writable: false), Encoding.UTF8);
            if (head.ReadString() != stamp) return null;
            var blocks = head.ReadInt32();
            string[] practices = [.. Many(head, h => h.ReadString())];
            string[] units = [.. Many(head, h => h.ReadString())];
            var values = Many(head, h => Value(h, units));
            var faults = Many(head, Fault);
            var columns = new ColumnReader(bytes, 16 + (int)length + ColumnWriter.Padding(length));
            var codes = columns.Next<long>();
            return new PatientIndex(source, codes, values, [.. practices], [.. Enumerable.Range(0, blocks).Select(_ => Block(columns))], faults);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static byte[] Bytes(string path)
    {
        using var handle = File.OpenHandle(path);
        var length = RandomAccess.GetLength(handle);
        if (length > MostBytes) return [];
        var bytes = GC.AllocateUninitializedArray<byte>((int)length);
        for (var read = 0; read < bytes.Length;)
        {
            var got = RandomAccess.Read(handle, bytes.AsSpan(read), read);
            if (got == 0) return [];
            read += got;
        }
        return bytes;
    }

    private static void Head(PatientIndex index, string stamp, BinaryWriter writer)
    {
        writer.Write(stamp);
        writer.Write(index.Blocks.Length);
        Many(writer, index.Practices, (w, p) => w.Write(p));
        string[] units = [.. index.Values.Select(v => v.Unit).OfType<string>().Distinct(StringComparer.Ordinal)];
        var places = units.Index().ToDictionary(u => u.Item, u => u.Index, StringComparer.Ordinal);
        Many(writer, units, (w, u) => w.Write(u));
        Many(writer, index.Values, (w, v) =>
        {
            w.Write(v.Comparator is { } comparator ? (sbyte)comparator : (sbyte)-1);
            w.Write(v.Number is not null);
            w.Write(v.Number ?? 0);
            w.Write(v.Unit is { } unit ? places[unit] : -1);
        });
        Many(writer, index.Faults, (w, f) =>
        {
            w.Write(f.File);
            w.Write(f.Kind);
            w.Write(f.Effect);
            w.Write(f.Rows);
            Many(w, f.Examples, (x, e) => x.Write(e));
        });
    }

    private static ResultValue Value(BinaryReader head, string[] units)
    {
        var comparator = head.ReadSByte();
        var isNumber = head.ReadBoolean();
        var number = head.ReadDecimal();
        var unit = head.ReadInt32();
        return new ResultValue(comparator < 0 ? null : (Comparison)comparator, isNumber ? number : null, unit < 0 ? null : units[unit]);
    }

    private static DataFault Fault(BinaryReader head) => new(head.ReadString(), head.ReadString(), head.ReadString(), head.ReadInt64(), Many(head, h => h.ReadString()));

    private static PatientBlock Block(ColumnReader columns) => new(
        new PatientColumns(
            columns.Next<long>(), columns.Next<int>(), columns.Next<ushort>(), columns.Next<ushort>(), columns.Next<ushort>(), columns.Next<byte>(), columns.Next<ushort>()),
        Postings(columns),
        Postings(columns),
        new RepeatColumns(columns.Next<int>(), columns.Next<ushort>(), columns.Next<ushort>(), columns.Next<ushort>()));

    private static Postings Postings(ColumnReader columns) =>
        new(columns.Next<int>(), columns.Next<uint>(), columns.Next<int>(), columns.Next<int>(), columns.Next<int>(), columns.Next<byte>());

    private static void Write(Postings postings, ColumnWriter columns)
    {
        columns.Add(postings.Starts);
        columns.Add(postings.Rows);
        columns.Add(postings.ValueStarts);
        columns.Add(postings.Values);
        columns.Add(postings.EpisodeStarts);
        columns.Add(postings.Episodes);
    }

    private static void Many<T>(BinaryWriter writer, IReadOnlyCollection<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write(items.Count);
        foreach (var item in items) write(writer, item);
    }

    private static ImmutableArray<T> Many<T>(BinaryReader reader, Func<BinaryReader, T> read) => [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => read(reader))];
}
