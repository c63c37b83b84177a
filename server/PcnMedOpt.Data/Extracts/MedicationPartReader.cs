using PcnMedOpt.Data.Columns;

namespace PcnMedOpt.Data.Extracts;

/// <summary>Reads the rows of one part of medications.csv: issues, and items of the repeat list.</summary>
internal sealed class MedicationPartReader(Header header, IReadOnlyDictionary<long, int> places, int blocks) : RowPartReader(header, places, blocks)
{
    private enum Column
    {
        Patient,
        Kind,
        Date,
        Until,
        Code,
        Episode,
    }

    public List<PlainRepeat> Repeats { get; } = [];

    protected override void Row(Line line, long number)
    {
        var kind = line[At(Column.Kind)];
        var repeat = kind.SequenceEqual("repeat"u8);
        if (!repeat && !kind.SequenceEqual("issue"u8))
        {
            Faults.Add(Fault.UnknownKind, number, kind);
            return;
        }
        var patient = PatientOf(line[At(Column.Patient)], number);
        if (patient < 0 || DayOf(line[At(Column.Date)], number) is not { } day) return;
        var until = Day.None;
        if (repeat && !line[At(Column.Until)].IsEmpty)
        {
            if (DayOf(line[At(Column.Until)], number) is not { } end) return;
            until = end;
        }
        var code = CodeOf(line[At(Column.Code)], number);
        if (code < 0) return;
        if (repeat) Repeats.Add(new PlainRepeat(patient, code, day, until));
        else Add(patient, day, code, -1, Rowing.EpisodeOf(line[At(Column.Episode)], number, Faults));
    }

    private int At(Column column) => Header.Places[(int)column];
}
