using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Data.Columns;

namespace PcnMedOpt.Data.Extracts;

/// <summary>Reads the rows of one part of events.csv or medications.csv: what both have in common.</summary>
/// <param name="header">Where the columns stand.</param>
/// <param name="places">The place of each usable patient, by their number.</param>
/// <param name="blocks">How many blocks of patients there are.</param>
internal abstract class RowPartReader(Header header, IReadOnlyDictionary<long, int> places, int blocks)
{
    private readonly byte[] room = new byte[LineFile.LongestLine];
    private readonly Dictionary<long, int> codes = [];
    private long lastId;
    private int lastPlace = -1;

    public List<long> Codes { get; } = [];

    public ByteTable Results { get; } = new();

    /// <summary>A part is mostly of patients of one block: its list begins with room for the part, the others with none.</summary>
    public List<PlainRow>[] Rows { get; } = [.. Enumerable.Range(0, blocks).Select(_ => new List<PlainRow>(blocks == 1 ? LineFile.LikelyRows : 0))];

    public FaultLog Faults { get; } = new();

    protected Header Header => header;

    public void Read(ReadOnlySpan<byte> text, long number)
    {
        Span<Range> ranges = stackalloc Range[Line.MostFields];
        if (Rowing.Cut(text, number, header, ranges, room, Faults, out var line)) Row(line, number);
    }

    protected abstract void Row(Line line, long number);

    /// <summary>The patient's place; -1, and a fault, when there is none.</summary>
    protected int PatientOf(ReadOnlySpan<byte> text, long number)
    {
        var id = Fields.Whole(text);
        if (id == lastId && lastPlace >= 0) return lastPlace;
        if (id < 0) Faults.Add(Fault.PatientNumber, number, text);
        else if (!places.TryGetValue(id, out lastPlace))
        {
            lastPlace = -1;
            Faults.Add(Fault.UnknownPatient, number, text);
        }
        lastId = id;
        return id < 0 ? -1 : lastPlace;
    }

    protected ushort? DayOf(ReadOnlySpan<byte> text, long number)
    {
        var day = Fields.Date(text);
        if (day is null) Faults.Add(text.IsEmpty ? Fault.NoDate : Fault.BadDate, number, text);
        return day;
    }

    /// <summary>The code's number in this part; -1, and a fault, when it is no identifier.</summary>
    protected int CodeOf(ReadOnlySpan<byte> text, long number)
    {
        var code = Fields.Whole(text);
        if (code < 0 || !codes.TryGetValue(code, out var known)) known = code < 0 ? -1 : NewCode(code);
        if (known < 0) Faults.Add(Fault.BadCode, number, text);
        return known;
    }

    protected void Add(int patient, ushort day, int code, int value, Core.Model.Conditions.Episode episode) =>
        Rows[patient / PatientBlock.Most].Add(new PlainRow(PlainRow.Place(patient, day), code, value, episode));

    private int NewCode(long code)
    {
        var number = Sctid.Check(code.ToString(System.Globalization.CultureInfo.InvariantCulture)) == SctidProblem.None ? Codes.Count : -1;
        if (number >= 0) Codes.Add(code);
        return codes[code] = number;
    }
}
