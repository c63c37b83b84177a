using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Terminology.Rf2;

namespace PcnMedOpt.Terminology.Files;

/// <summary>
/// The rows of a text file whose columns are known by the names in its first row. Lines that are empty or begin with # are left out; a row
/// goes on over line ends within quotation marks.
/// </summary>
internal sealed class Delimited : IDisposable
{
    private const int LongestRow = 1 << 16;

    private readonly StreamReader reader;
    private readonly char separator;
    private readonly List<CsvField> fields = [];
    private readonly string path;
    private readonly PartFaults faults;
    private readonly int width;
    private long lines;

    private Delimited(ReleaseFile file, char separator, PartFaults faults)
    {
        (path, this.separator, this.faults) = (file.Path, separator, faults);
        reader = WesternText.Open(file.Open());
        if (ReadRow()) Header = [.. fields.Select(f => f.Value.Trim())];
        width = Header.Length;
    }

    public string[] Header { get; } = [];

    /// <summary>The line on which the row begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Opens a file whose columns are apart by tabs, or by commas with quotation marks around a column that holds one.</summary>
    /// <param name="file">The file.</param>
    /// <param name="separator">What stands between columns.</param>
    /// <param name="needed">The columns that it has to have, in any order and case.</param>
    /// <param name="faults">Where rows with too few columns are counted.</param>
    /// <exception cref="RefusedReleaseException">It lacks a column.</exception>
    public static Delimited Open(ReleaseFile file, char separator, IReadOnlyCollection<string> needed, PartFaults faults)
    {
        var rows = new Delimited(file, separator, faults);
        var missing = needed.Where(n => rows.ColumnOf(n) < 0).ToList();
        if (missing.Count == 0) return rows;
        rows.Dispose();
        throw new RefusedReleaseException(
            $"{file.Path} lacks the column{(missing.Count == 1 ? "" : "s")} {string.Join(", ", missing)}. Its first row names: {string.Join(", ", rows.Header.Take(20))}.");
    }

    /// <summary>The index of a column; -1 where there is none.</summary>
    public int ColumnOf(string name) => Array.FindIndex(Header, h => h.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Goes to the next row that has all columns; false at the end.</summary>
    public bool Next()
    {
        while (ReadRow())
        {
            if (fields.Count >= width) return true;
            faults.Refuse(path, Line, $"The row has {fields.Count} columns in place of {width}.");
        }
        if (!EndsWithLine()) faults.Note(path, lines, "The last line has no end. If the file was cut off while it was downloaded, rows are missing.");
        return false;
    }

    /// <summary>A column of the row, without blanks around it.</summary>
    public string this[int column] => fields[column].Value.Trim();

    public void Dispose() => reader.Dispose();

    /// <summary>A file on the disk can be looked at; one from a zip has been compared with its length and checksum.</summary>
    private bool EndsWithLine()
    {
        var stream = reader.BaseStream;
        if (!stream.CanSeek || stream.Length == 0) return true;
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() == '\n';
    }

    private bool ReadRow()
    {
        while (reader.ReadLine() is { } line)
        {
            Line = ++lines;
            if (line.Length > LongestRow) throw new RefusedReleaseException($"{path}: line {Line} is longer than {LongestRow:N0} characters. This is no file of a release.");
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#') continue;
            if (separator == '\t') Split(line);
            else Parse(line);
            return true;
        }
        return false;
    }

    /// <summary>Between tabs a quotation mark is a character as any other, unless it stands around the whole column.</summary>
    private void Split(string line)
    {
        fields.Clear();
        foreach (var field in line.Split('\t'))
            fields.Add(new CsvField(field is ['"', .. var inner, '"'] ? inner.Replace("\"\"", "\"", StringComparison.Ordinal) : field, default));
    }

    private void Parse(string line)
    {
        var row = new CsvReader(line, separator);
        row.Read(fields);
        while (row.UnclosedQuote is not null && line.Length < LongestRow && reader.ReadLine() is { } more)
        {
            lines++;
            line = $"{line}\n{more}";
            row = new CsvReader(line, separator);
            row.Read(fields);
        }
        if (row.UnclosedQuote is not null) throw new RefusedReleaseException($"{path}: a quotation mark on line {Line} is never closed. Download the file again.");
    }
}
