namespace PcnMedOpt.Core.Text;

/// <summary>A place as people count: line and column from 1, the column in UTF-16 units.</summary>
public readonly record struct LinePosition(int Line, int Column);

/// <summary>Turns offsets of one text into lines and columns. A line ends with LF, CRLF or a lone CR.</summary>
public sealed class LineMap
{
    private readonly int[] starts;

    public LineMap(string text)
    {
        var found = new List<int> { 0 };
        for (var i = text.AsSpan().IndexOfAny('\r', '\n'); i >= 0;)
        {
            var next = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? i + 2 : i + 1;
            found.Add(next);
            var ahead = text.AsSpan(next).IndexOfAny('\r', '\n');
            i = ahead < 0 ? -1 : next + ahead;
        }
        starts = [.. found];
    }

    public int Lines => starts.Length;

    public int StartOf(int line) => starts[Math.Clamp(line - 1, 0, starts.Length - 1)];

    public LinePosition At(int offset)
    {
        var index = Array.BinarySearch(starts, offset);
        var line = index >= 0 ? index : ~index - 1;
        return new LinePosition(line + 1, offset - starts[line] + 1);
    }
}
