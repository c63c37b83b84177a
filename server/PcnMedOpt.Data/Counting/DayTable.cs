using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Data.Columns;

namespace PcnMedOpt.Data.Counting;

/// <summary>Some numbers for each patient of a block: days, or results. They are worked out once for all tests that ask for them.</summary>
internal sealed class DayTable
{
    private readonly int[] starts;
    private readonly List<int> numbers = [];

    private DayTable(int patients) => starts = new int[patients + 1];

    public ReadOnlySpan<int> Of(int patient) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(numbers)[starts[patient]..starts[patient + 1]];

    /// <summary>The days on which courses of a medicine began: an issue, and none in the gap before it.</summary>
    public static DayTable Courses(RowTable issues, int patients, Duration gap)
    {
        var table = new DayTable(patients);
        for (var patient = 0; patient < patients; patient++)
        {
            var last = -1;
            foreach (ref readonly var row in issues.Of(patient))
            {
                if (row.Day == last) continue;
                if (last < 0 || last < Day.Number(gap.Before(Day.Date(row.Day)))) table.numbers.Add(row.Day);
                last = row.Day;
            }
            table.starts[patient + 1] = table.numbers.Count;
        }
        return table;
    }

    /// <summary>The results of the latest, or the earliest, day with a result.</summary>
    public static DayTable Picked(RowTable results, int patients, Pick pick)
    {
        var table = new DayTable(patients);
        for (var patient = 0; patient < patients; patient++)
        {
            var rows = results.Of(patient);
            var day = -1;
            foreach (ref readonly var row in rows)
                if (row.Value >= 0 && (pick == Pick.Latest || day < 0)) day = row.Day;
            foreach (ref readonly var row in rows)
                if (row.Value >= 0 && row.Day == day) table.numbers.Add(row.Value);
            table.starts[patient + 1] = table.numbers.Count;
        }
        return table;
    }
}
