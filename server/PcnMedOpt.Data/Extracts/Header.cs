using System.Text;

namespace PcnMedOpt.Data.Extracts;

/// <summary>Where the columns of a file stand, by its first line.</summary>
internal sealed record Header(int[] Places, int Count)
{
    /// <exception cref="ExtractException">A column is missing, there twice, or not known.</exception>
    public static Header Of(string file, ReadOnlySpan<byte> line, IReadOnlyList<string> columns)
    {
        Span<Range> ranges = stackalloc Range[Line.MostFields];
        var fields = new Line(line, ranges, new byte[line.Length]);
        var names = new List<string>();
        for (var i = 0; i < fields.Count; i++) names.Add(Encoding.UTF8.GetString(fields[i]).Trim());
        var known = columns.Concat(Schema.Unread).ToList();
        if (columns.Where(c => !names.Contains(c)).ToList() is { Count: > 0 } missing)
            throw new ExtractException($"{file} has no column {string.Join(", ", missing.Select(m => $"'{m}'"))}. Its first line is: {string.Join(",", names)}. It needs: {string.Join(",", columns)}.");
        if (names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1)?.Key is { } twice) throw new ExtractException($"{file} has the column '{twice}' twice.");
        if (names.FirstOrDefault(n => !known.Contains(n)) is { } other)
            throw new ExtractException($"{file} has a column '{other}' that is not known. It may have: {string.Join(",", known)}. Take it out, so that nothing of a patient is there that is not needed.");
        return new Header([.. columns.Select(c => names.IndexOf(c))], names.Count);
    }
}
