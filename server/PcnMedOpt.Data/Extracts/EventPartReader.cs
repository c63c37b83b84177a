namespace PcnMedOpt.Data.Extracts;

/// <summary>Reads the rows of one part of events.csv.</summary>
internal sealed class EventPartReader(Header header, IReadOnlyDictionary<long, int> places, int blocks) : RowPartReader(header, places, blocks)
{
    private byte[] both = new byte[256];

    private enum Column
    {
        Patient,
        Date,
        Code,
        Value,
        Unit,
        Episode,
    }

    /// <summary>For each result in how many rows it stands, and in which line first.</summary>
    public List<(long Rows, long Line)> Seen { get; } = [];

    protected override void Row(Line line, long number)
    {
        var patient = PatientOf(line[At(Column.Patient)], number);
        if (patient < 0 || DayOf(line[At(Column.Date)], number) is not { } day) return;
        var code = CodeOf(line[At(Column.Code)], number);
        if (code < 0) return;
        Add(patient, day, code, ResultOf(line[At(Column.Value)], line[At(Column.Unit)], number), Rowing.EpisodeOf(line[At(Column.Episode)], number, Faults));
    }

    private int ResultOf(ReadOnlySpan<byte> value, ReadOnlySpan<byte> unit, long number)
    {
        if (value.IsEmpty)
        {
            if (!unit.IsEmpty) Faults.Add(Fault.UnitAlone, number, unit);
            return -1;
        }
        var length = value.Length + 1 + unit.Length;
        if (both.Length < length) both = new byte[length];
        value.CopyTo(both);
        both[value.Length] = 0;
        unit.CopyTo(both.AsSpan(value.Length + 1));
        var result = Results.Number(both.AsSpan(0, length));
        if (result == Seen.Count) Seen.Add((0, number));
        Seen[result] = (Seen[result].Rows + 1, Seen[result].Line);
        return result;
    }

    private int At(Column column) => Header.Places[(int)column];
}
