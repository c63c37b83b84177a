namespace PcnMedOpt.Data.Extracts;

/// <summary>Cuts a line into its fields. A field may stand in quotation marks, and holds no end of a line.</summary>
internal ref struct Line
{
    /// <summary>A row of more columns is none of an extract.</summary>
    public const int MostFields = 64;

    private readonly ReadOnlySpan<byte> text;
    private readonly Span<Range> ranges;

    /// <param name="text">The line, without its end.</param>
    /// <param name="ranges">Room for <see cref="MostFields"/> fields.</param>
    /// <param name="room">Room for a line without quotation marks.</param>
    public Line(ReadOnlySpan<byte> text, Span<Range> ranges, Span<byte> room)
    {
        this.text = text;
        this.ranges = ranges;
        if (text.Contains((byte)'"')) this.text = Unquoted(room);
        else Plain();
    }

    public int Count { get; private set; }

    /// <summary>A quotation mark is not closed.</summary>
    public bool IsOpen { get; private set; }

    public readonly ReadOnlySpan<byte> this[int field] => text[ranges[field]];

    private void Plain()
    {
        var start = 0;
        while (Count < MostFields)
        {
            var length = text[start..].IndexOf((byte)',');
            ranges[Count++] = length < 0 ? start..text.Length : start..(start + length);
            if (length < 0) return;
            start += length + 1;
        }
    }

    private ReadOnlySpan<byte> Unquoted(Span<byte> room)
    {
        var (at, written) = (0, 0);
        while (Count < MostFields)
        {
            var start = written;
            if (at < text.Length && text[at] == '"')
            {
                at++;
                while (true)
                {
                    if (at >= text.Length)
                    {
                        IsOpen = true;
                        break;
                    }
                    var each = text[at++];
                    if (each == '"' && !(at < text.Length && text[at] == '"')) break;
                    if (each == '"') at++;
                    room[written++] = each;
                }
            }
            while (at < text.Length && text[at] != ',') room[written++] = text[at++];
            ranges[Count++] = start..written;
            if (at++ >= text.Length) break;
        }
        return room[..written];
    }
}
