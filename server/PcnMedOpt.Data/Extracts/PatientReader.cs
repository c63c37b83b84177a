using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Data.Columns;

namespace PcnMedOpt.Data.Extracts;

/// <summary>A patient as patients.csv has them.</summary>
internal sealed record PatientRow(long Id, string Practice, int Born, ushort Died, ushort Since, ushort Until, Sex Sex);

/// <summary>Reads patients.csv. The order of the file stays.</summary>
internal static class PatientReader
{
    private enum Column
    {
        Id,
        Practice,
        Born,
        Died,
        Sex,
        Since,
        Until,
    }

    public static List<PatientRow> Read(LineFile file, FaultLog faults)
    {
        var header = Header.Of(Schema.Patients, file.HeadLine, Schema.PatientColumns);
        var read = new (List<(PatientRow Row, long Line)> Rows, FaultLog Faults, long Lines)[file.Parts];
        Parallel.For(0, file.Parts, part =>
        {
            var reader = new Part(header);
            read[part] = (reader.Rows, reader.Faults, file.Read(part, reader.Read));
        });
        var lines = 1L;
        var byId = new Dictionary<long, (PatientRow? Row, long Line)>();
        var order = new List<long>();
        foreach (var (rows, found, count) in read)
        {
            faults.Add(found, lines);
            foreach (var (row, line) in rows)
            {
                if (byId.TryAdd(row.Id, (row, line + lines)))
                {
                    order.Add(row.Id);
                    continue;
                }
                var (known, first) = byId[row.Id];
                faults.Add(known == row ? Fault.RepeatedPatient : Fault.SamePatient, line + lines, System.Text.Encoding.UTF8.GetBytes($"{row.Id}, as in line {first}"));
                if (known != row) byId[row.Id] = (null, first);
            }
            lines += count;
        }
        return [.. order.Select(id => byId[id].Row).OfType<PatientRow>()];
    }

    private sealed class Part(Header header)
    {
        private readonly byte[] room = new byte[LineFile.LongestLine];
        private readonly Dictionary<string, string> practices = [];

        public List<(PatientRow Row, long Line)> Rows { get; } = [];

        public FaultLog Faults { get; } = new();

        public void Read(ReadOnlySpan<byte> text, long number)
        {
            Span<Range> ranges = stackalloc Range[Line.MostFields];
            if (!Rowing.Cut(text, number, header, ranges, room, Faults, out var line)) return;
            var id = Fields.Whole(line[At(Column.Id)]);
            if (id < 0) Faults.Add(Fault.PatientNumber, number, line[At(Column.Id)]);
            else if (Row(id, line, number) is { } row) Rows.Add((row, number));
        }

        private PatientRow? Row(long id, Line line, long number)
        {
            var born = line[At(Column.Born)];
            if (Fields.Birth(born) is not { } birth)
            {
                Faults.Add(born.IsEmpty ? Fault.NoBirth : Fault.BadBirth, number, born);
                return null;
            }
            if (Optional(line[At(Column.Died)], Fault.BadDeath, number) is not { } died
                || Optional(line[At(Column.Since)], Fault.BadRegistration, number) is not { } since
                || Optional(line[At(Column.Until)], Fault.BadRegistration, number) is not { } until) return null;
            var practice = System.Text.Encoding.UTF8.GetString(line[At(Column.Practice)]);
            if (!practices.TryGetValue(practice, out var shared)) practices[practice] = shared = practice;
            return new PatientRow(id, shared, birth, died, since, until, SexOf(line[At(Column.Sex)], number));
        }

        private ushort? Optional(ReadOnlySpan<byte> text, Fault fault, long number)
        {
            if (text.IsEmpty) return Day.None;
            var day = Fields.Date(text);
            if (day is null) Faults.Add(fault, number, text);
            return day;
        }

        private Sex SexOf(ReadOnlySpan<byte> text, long number)
        {
            if (text.SequenceEqual("female"u8)) return Sex.Female;
            if (text.SequenceEqual("male"u8)) return Sex.Male;
            if (text.SequenceEqual("indeterminate"u8)) return Sex.Indeterminate;
            if (!text.SequenceEqual("unknown"u8)) Faults.Add(Fault.UnknownSex, number, text);
            return Sex.Unknown;
        }

        private int At(Column column) => header.Places[(int)column];
    }
}
