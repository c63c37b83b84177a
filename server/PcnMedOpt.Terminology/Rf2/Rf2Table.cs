using System.Buffers.Text;
using System.Text;

namespace PcnMedOpt.Terminology.Rf2;

/// <summary>A file of a release row by row, as columns of bytes in the order that is wanted, whatever the order in the file.</summary>
internal sealed class Rf2Table : IDisposable
{
    private const int MostColumns = 32;

    private readonly Rf2Lines lines;
    private readonly string[] header;
    private readonly int[] places;
    private readonly int[] ends = new int[MostColumns];
    private readonly int lastNeeded;
    private bool waiting;
    private int lastDay;

    /// <param name="file">The file, whose name is used in messages.</param>
    /// <param name="wanted">The names of the columns that are wanted.</param>
    /// <exception cref="Rf2Exception">The header lacks one of them.</exception>
    public Rf2Table(ReleaseFile file, params string[] wanted)
    {
        Path = file.Path;
        Faults = new RowFaults(file.Path);
        lines = new Rf2Lines(file.Open());
        if (!lines.Next()) throw new Rf2Exception($"{Path} is empty: not even a header stands in it.");
        header = [.. Encoding.UTF8.GetString(lines.Line).Split('\t').Select(h => h.Trim())];
        IsHeadless = header[0].Length > 0 && (char.IsAsciiDigit(header[0][0]) || Guid.TryParse(header[0], out _));
        waiting = IsHeadless;
        Columns = header.Length;
        Further = IsHeadless || header.Length < 7 ? "" : header[6].ToLowerInvariant();
        places = [.. wanted.Select((name, i) => IsHeadless ? i : PlaceOf(name))];
        lastNeeded = PlaceOf("mapTarget") >= 0 ? Columns - 1 : Further is "acceptabilityid" or "targetcomponentid" or "targetcomponent" ? 6 : places[^1];
        if (Columns > MostColumns) throw new Rf2Exception($"{Path} has {Columns} columns: this is no file of a release.");
        var missing = places.Index().Where(p => p.Item < 0 || p.Item >= Columns).Select(p => wanted[p.Index]).ToList();
        if (missing.Count > 0) throw new Rf2Exception($"{Path}: the header has no column {string.Join(", ", missing)}. It has: {string.Join(", ", header)}.");
    }

    public string Path { get; }

    public RowFaults Faults { get; }

    /// <summary>The file begins with a row and has no header: its columns are taken in the order of the specification.</summary>
    public bool IsHeadless { get; }

    /// <summary>How many columns the file has.</summary>
    public int Columns { get; }

    /// <summary>The name of the seventh column, the first that a reference set may have of its own, in lower case; "" where there is none.</summary>
    public string Further { get; }

    /// <summary>How many rows were read, bad ones included.</summary>
    public long Rows { get; private set; }

    public long Line => lines.Number;

    public long BytesRead => lines.Read;

    /// <summary>Goes to the next row with as many columns as there have to be; false at the end of the file.</summary>
    public bool Next()
    {
        while (waiting || lines.Next())
        {
            waiting = false;
            Rows++;
            if (Split() != Columns)
            {
                Faults.Add(lines.IsFinished ? RowFault.Columns : RowFault.Unfinished, Line, lines.Line);
                continue;
            }
            if (lines.IsFinished || IsWhole(At(lastNeeded))) return true;
            Faults.Add(RowFault.Unfinished, Line, lines.Line);
        }
        return false;
    }

    public ReadOnlySpan<byte> this[int column] => At(column < places.Length ? places[column] : column);

    /// <summary>What stands in a column of the file.</summary>
    public ReadOnlySpan<byte> At(int place) => lines.Line[(place == 0 ? 0 : ends[place - 1] + 1)..ends[place]];

    /// <summary>The place of a column in the file; -1 where the header does not name it.</summary>
    public int PlaceOf(string name) => Array.FindIndex(header, h => h.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The number in a column; -1, and a fault, where there is none.</summary>
    public long Number(int column)
    {
        var number = Rf2Numbers.Read(this[column]);
        if (number < 0) Bad(RowFault.NoNumber);
        return number;
    }

    /// <summary>The status in a column: 1, 0, or -1 and a fault.</summary>
    public int Active(int column)
    {
        var text = this[column];
        if (text.Length == 1 && text[0] is (byte)'0' or (byte)'1') return text[0] - '0';
        Bad(RowFault.Status);
        return -1;
    }

    /// <summary>The day in a column as a number, possible or not; 0 where no number stands there.</summary>
    public int Day(int column)
    {
        var number = Rf2Numbers.Read(this[column]);
        if (number == lastDay && number > 0) return lastDay;
        var day = number is > 0 and < 100_000_000 ? (int)number : 0;
        if (Rf2Numbers.PossibleDay(day) != 0) return lastDay = day;
        Bad(RowFault.Day);
        return day;
    }

    /// <summary>The identifier of a member of a reference set.</summary>
    public Guid Uuid(int column)
    {
        var text = this[column];
        if (Utf8Parser.TryParse(text, out Guid id, out var used) && used == text.Length) return id;
        Bad(RowFault.RowIdentifier);
        return new Guid(System.Security.Cryptography.SHA256.HashData(text).AsSpan(0, 16));
    }

    public void Bad(RowFault fault) => Faults.Add(fault, Line, lines.Line);

    public void Dispose() => lines.Dispose();

    /// <summary>The last column of a line without an end may have been cut; an identifier with a good check digit was not, nor a day. Of other texts nobody knows.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> last) => Rf2Numbers.KindOf(last) is not null || (Rf2Numbers.Read(last) is > 0 and < 100_000_000 and var day && Rf2Numbers.PossibleDay((int)day) != 0);

    private int Split()
    {
        var line = lines.Line;
        var count = 0;
        for (var at = 0; ; count++)
        {
            var length = line[at..].IndexOf((byte)'\t');
            if (count == MostColumns) return MostColumns + 1;
            ends[count] = length < 0 ? line.Length : at + length;
            if (length < 0) return count + 1;
            at += length + 1;
        }
    }
}
