using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Data.Extracts;

namespace PcnMedOpt.Data.Columns;

/// <summary>Patients' records that are already at hand, as columns; and the record of a patient out of columns.</summary>
public static class RecordColumns
{
    /// <summary>
    /// The index of some records, whose patients are numbered from 1. Of several registrations the one that counts on a day is taken. Undated records are left out, and so are days
    /// outside those that can be held.
    /// </summary>
    public static PatientIndex Of(IEnumerable<(string Practice, PatientRecord Record)> patients, DateOnly reference)
    {
        var rows = new List<PatientRow>();
        var codes = new SortedSet<long>();
        var all = patients.ToList();
        foreach (var (_, record) in all) codes.UnionWith(record.Events.Select(e => e.Code).Concat(record.Issues.Select(i => i.Code)).Concat(record.Repeats.Select(r => r.Code)));
        var places = codes.Index().ToDictionary(c => c.Item, c => c.Index);
        var values = new Dictionary<ResultValue, int>();
        var blocks = (all.Count + PatientBlock.Most - 1) / PatientBlock.Most;
        var (events, issues, repeats) = (Lists(blocks), Lists(blocks), new List<PlainRepeat>());
        foreach (var (patient, (practice, record)) in all.Index())
        {
            var registration = record.RegistrationOn(reference);
            rows.Add(new PatientRow(patient + 1, practice, Day.Number(record.Born), NumberOf(record.Died), NumberOf(registration?.Since), NumberOf(registration?.Until), record.Sex));
            var block = patient / PatientBlock.Most;
            foreach (var entry in record.Events)
                if (entry.Date is { } date && Day.Of(date) is { } day)
                {
                    var value = entry.Value is not { } result ? -1 : values.TryGetValue(result, out var known) ? known : values[result] = values.Count;
                    events[block].Add(new PlainRow(PlainRow.Place(patient, day), places[entry.Code], value, entry.Episode));
                }
            foreach (var issue in record.Issues)
                if (issue.Date is { } date && Day.Of(date) is { } day) issues[block].Add(new PlainRow(PlainRow.Place(patient, day), places[issue.Code], -1, issue.Episode));
            repeats.AddRange(record.Repeats.Where(r => Day.Of(r.Since) is not null).Select(r => new PlainRepeat(patient, places[r.Code], NumberOf(r.Since), NumberOf(r.Until))));
        }
        int[] same = [.. Enumerable.Range(0, codes.Count)];
        int[] sameValues = [.. Enumerable.Range(0, values.Count)];
        var eventColumns = RowBuilder.Build([new RowPart(same, sameValues, events)], codes.Count, blocks, out _);
        var issueColumns = RowBuilder.Build([new RowPart(same, sameValues, issues)], codes.Count, blocks, out _);
        var repeatColumns = RepeatBuilder.Build(repeats, codes.Count, blocks);
        string[] practices = [.. rows.Select(r => r.Practice).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new PatientIndex(
            "records",
            codes.ToArray(),
            [.. values.Keys],
            [.. practices],
            [.. PatientBuilder.Build(rows, practices).Select((p, b) => new PatientBlock(p, eventColumns[b], issueColumns[b], repeatColumns[b]))],
            []);
    }

    /// <summary>All that an index holds of one patient.</summary>
    public static PatientRecord Record(this PatientIndex index, int block, int patient)
    {
        var (patients, events, issues, repeats) = index.Blocks[block];
        var codes = index.Codes.Span;
        List<ClinicalEvent> entries = [];
        List<MedicineIssue> medicines = [];
        List<RepeatItem> items = [];
        for (var code = 0; code < codes.Length; code++)
        {
            foreach (var row in RowsOf(events, code, patient))
            {
                var values = events.ValuesOf(code);
                var episodes = events.EpisodesOf(code);
                entries.Add(new ClinicalEvent(
                    codes[code], Date(events, code, row), values.IsEmpty || values[row] < 0 ? null : index.Values[values[row]], episodes.IsEmpty ? Episode.Unmarked : (Episode)episodes[row]));
            }
            foreach (var row in RowsOf(issues, code, patient))
            {
                var episodes = issues.EpisodesOf(code);
                medicines.Add(new MedicineIssue(codes[code], Date(issues, code, row), episodes.IsEmpty ? Episode.Unmarked : (Episode)episodes[row]));
            }
            for (var item = repeats.Starts.Span[code]; item < repeats.Starts.Span[code + 1]; item++)
                if (repeats.Patients.Span[item] == patient) items.Add(new RepeatItem(codes[code], Day.Date(repeats.Since.Span[item]), DateOf(repeats.Until.Span[item])));
        }
        return new PatientRecord(
            Day.Date(patients.Born.Span[patient]),
            DateOf(patients.Died.Span[patient]),
            (Sex)patients.Sexes.Span[patient],
            DateOf(patients.Since.Span[patient]) is { } since ? [new Registration(since, DateOf(patients.Until.Span[patient]))] : [],
            [.. entries.OrderBy(e => e.Date)],
            [.. medicines.OrderBy(m => m.Date)],
            [.. items.OrderBy(i => i.Since)]);
    }

    private static IEnumerable<int> RowsOf(Postings postings, int code, int patient)
    {
        var rows = postings.Of(code);
        var from = Postings.FirstOf(rows, patient);
        var to = from;
        while (to < rows.Length && rows[to] >> 16 == patient) to++;
        return Enumerable.Range(from, to - from);
    }

    private static DateOnly Date(Postings postings, int code, int row) => Day.Date((ushort)postings.Of(code)[row]);

    private static DateOnly? DateOf(ushort day) => day == Day.None ? null : Day.Date(day);

    /// <summary>The number of a day, and that of no day where it cannot be held: it is later than every other.</summary>
    private static ushort NumberOf(DateOnly? day) => day is { } date && Day.Of(date) is { } number ? number : Day.None;

    private static List<PlainRow>[] Lists(int blocks) => [.. Enumerable.Range(0, blocks).Select(_ => new List<PlainRow>())];
}
