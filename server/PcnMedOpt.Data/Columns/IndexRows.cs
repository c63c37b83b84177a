using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Data.Columns;

/// <summary>The rows of an index, code by code: to be loaded elsewhere. A day that an index cannot hold is none.</summary>
public sealed class IndexRows(PatientIndex index) : IDataRows
{
    public IEnumerable<DataPatient> Patients => index.Blocks.SelectMany(block => Enumerable.Range(0, block.Patients.Count).Select(i => Patient(block.Patients, i)));

    public IEnumerable<DataEvent> Events
    {
        get
        {
            foreach (var block in index.Blocks)
                for (var code = 0; code < index.Codes.Length; code++)
                    foreach (var (row, value, episode) in Rows(block.Events, code))
                        yield return new DataEvent(Of(block, row), DayOf(row), index.Codes.Span[code], episode, value < 0 ? null : index.Values[value]);
        }
    }

    public IEnumerable<DataIssue> Issues
    {
        get
        {
            foreach (var block in index.Blocks)
                for (var code = 0; code < index.Codes.Length; code++)
                    foreach (var (row, _, episode) in Rows(block.Issues, code)) yield return new DataIssue(Of(block, row), DayOf(row), index.Codes.Span[code], episode);
        }
    }

    public IEnumerable<DataRepeat> Repeats
    {
        get
        {
            foreach (var block in index.Blocks)
                for (var code = 0; code < index.Codes.Length; code++)
                    for (var item = block.Repeats.Starts.Span[code]; item < block.Repeats.Starts.Span[code + 1]; item++)
                        yield return Repeat(block, item, index.Codes.Span[code]);
        }
    }

    private DataPatient Patient(PatientColumns patients, int i) => new(
        patients.Ids.Span[i], index.Practices[patients.Practices.Span[i]], Day.Date(patients.Born.Span[i]), Known(patients.Died.Span[i]), (Sex)patients.Sexes.Span[i],
        Known(patients.Since.Span[i]), Known(patients.Until.Span[i]));

    private static DataRepeat Repeat(PatientBlock block, int item, long code) =>
        new(block.Patients.Ids.Span[block.Repeats.Patients.Span[item]], Day.Date(block.Repeats.Since.Span[item]), Known(block.Repeats.Until.Span[item]), code);

    /// <summary>The rows of a code, each with the place of its result (-1 for none) and its episode.</summary>
    private static IEnumerable<(uint Row, int Value, Episode Episode)> Rows(Postings postings, int code)
    {
        var count = postings.Of(code).Length;
        for (var i = 0; i < count; i++)
        {
            var values = postings.ValuesOf(code);
            var episodes = postings.EpisodesOf(code);
            yield return (postings.Of(code)[i], values.IsEmpty ? -1 : values[i], episodes.IsEmpty ? Episode.Unmarked : (Episode)episodes[i]);
        }
    }

    private static long Of(PatientBlock block, uint row) => block.Patients.Ids.Span[(int)(row >> 16)];

    private static DateOnly DayOf(uint row) => Day.Date((ushort)row);

    private static DateOnly? Known(ushort day) => day == Day.None ? null : Day.Date(day);
}
