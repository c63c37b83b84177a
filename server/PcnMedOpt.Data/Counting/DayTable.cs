using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Data.Columns;

namespace PcnMedOpt.Data.Counting;

/// <summary>Some numbers for each patient of a block: days, or results. Each patient's are worked out once for all tests that ask for them.</summary>
internal sealed class DayTable(RowTable rows, int patients, DayTable.Reader read)
{
    private readonly int[]?[] known = new int[]?[patients];
    private readonly List<int> found = [];

    internal delegate void Reader(ReadOnlySpan<Row> rows, List<int> found);

    /// <summary>So many patients will be asked for.</summary>
    public void Expect(int asked) => rows.Expect(asked);

    public ReadOnlySpan<int> Of(int patient)
    {
        if (known[patient] is { } numbers) return numbers;
        found.Clear();
        read(rows.Of(patient), found);
        return known[patient] = found.Count == 0 ? [] : [.. found];
    }

    /// <summary>The days on which courses of a medicine began: an issue, and none in the gap before it.</summary>
    public static DayTable Courses(RowTable issues, int patients, Duration gap) => new(issues, patients, (rows, days) =>
    {
        var last = -1;
        foreach (ref readonly var row in rows)
        {
            if (row.Day == last) continue;
            if (last < 0 || last < Day.Number(gap.Before(Day.Date(row.Day)))) days.Add(row.Day);
            last = row.Day;
        }
    });

    /// <summary>The results of the latest, or the earliest, day with a result.</summary>
    public static DayTable Picked(RowTable results, int patients, Pick pick) => new(results, patients, (rows, values) =>
    {
        var day = -1;
        foreach (ref readonly var row in rows)
            if (row.Value >= 0 && (pick == Pick.Latest || day < 0)) day = row.Day;
        foreach (ref readonly var row in rows)
            if (row.Value >= 0 && row.Day == day) values.Add(row.Value);
    });
}
