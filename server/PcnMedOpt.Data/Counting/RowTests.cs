using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Data.Columns;

namespace PcnMedOpt.Data.Counting;

/// <summary>Different days; with "apart", each at least so long after the one counted before.</summary>
internal sealed class HappenedRows(ChosenRows rows, Times? times) : RowTest
{
    public override void Expect(int patients) => rows.Expect(patients);

    public override bool Holds(int patient, int it)
    {
        if (times is null) return rows.Any(patient, it);
        var (counted, last, next) = (0, -1, -1);
        foreach (var row in rows.Of(patient, it))
        {
            if (row.Day == last || row.Day < next) continue;
            counted++;
            last = row.Day;
            if (times.Apart is { } apart) next = Day.Number(apart.After(Day.Date(last)));
        }
        return counted >= times.Count;
    }
}

internal sealed class NoSuchRows(ChosenRows rows) : RowTest
{
    public override void Expect(int patients) => rows.Expect(patients);

    public override bool Holds(int patient, int it) => rows.HasAnchor(patient, it) && !rows.Any(patient, it);
}

/// <summary>An issue of each, two records, the later at most so long after the earlier.</summary>
internal sealed class TogetherRows(ChosenRows first, ChosenRows second, Duration within) : RowTest
{
    public override void Expect(int patients)
    {
        first.Expect(patients);
        second.Expect(patients);
    }

    public override bool Holds(int patient, int it)
    {
        var others = second.Of(patient, it);
        if (others.Count == 0) return false;
        foreach (var one in first.Of(patient, it))
            foreach (var other in others)
                if (one.Id != other.Id && Math.Max(one.Day, other.Day) <= Day.Number(within.After(Day.Date(Math.Min(one.Day, other.Day))))) return true;
        return false;
    }
}

/// <summary>The day is chosen among records that carry a result, usable or not; true when any record of that day satisfies the range.</summary>
internal sealed class ValueRows(ChosenRows rows, Pick pick, ResultsInRange satisfying) : RowTest
{
    public override void Expect(int patients) => rows.Expect(patients);

    public override bool Holds(int patient, int it)
    {
        var carrying = rows.Carrying(patient, it);
        if (carrying.Count == 0) return false;
        var day = (pick == Pick.Latest ? carrying[^1] : carrying[0]).Day;
        foreach (var row in carrying)
            if (row.Day == day && satisfying[row.Value]) return true;
        return false;
    }
}

internal sealed class ChangeRows(ChosenRows rows, UsableResults usable, ChangeTest test) : RowTest
{
    public override void Expect(int patients) => rows.Expect(patients);

    public override bool Holds(int patient, int it)
    {
        var carrying = rows.Carrying(patient, it);
        if (carrying.Count == 0) return false;
        var day = carrying[^1].Day;
        foreach (var later in carrying)
            if (later.Day == day && usable[later.Value] is { } to)
                foreach (var earlier in carrying)
                    if (earlier.Day < day && usable[earlier.Value] is { } from && Results.Changed(to, from, test)) return true;
        return false;
    }
}

internal sealed class StatusRows(ChosenRows choose, ChosenRows keep, Pick pick) : RowTest
{
    public override void Expect(int patients)
    {
        choose.Expect(patients);
        keep.Expect(patients);
    }

    public override bool Holds(int patient, int it)
    {
        var chosen = choose.Of(patient, it);
        if (chosen.Count == 0) return false;
        var day = (pick == Pick.Latest ? chosen[^1] : chosen[0]).Day;
        foreach (var row in keep.Of(patient, it))
            if (row.Day == day) return true;
        return false;
    }
}

/// <summary>A course began on one of the days.</summary>
internal sealed class CourseRows(DayTable courses, DayRange days) : RowTest
{
    public override void Expect(int patients) => courses.Expect(patients);

    public override bool Holds(int patient, int it)
    {
        foreach (var start in courses.Of(patient))
            if (days.Contains(start)) return true;
        return false;
    }
}

/// <summary>Looks at the latest course alone.</summary>
internal sealed class BaselineRows(DayTable courses, DayRange days, ChosenRows tests, Duration within) : RowTest
{
    public override void Expect(int patients)
    {
        courses.Expect(patients);
        tests.Expect(patients);
    }

    public override bool Holds(int patient, int it)
    {
        if (courses.Of(patient) is not [.., var start] || !days.Contains(start)) return false;
        var before = new DayRange(Day.Number(within.Before(Day.Date(start))), start);
        foreach (var row in tests.Of(patient, it))
            if (before.Contains(row.Day)) return false;
        return true;
    }
}

/// <summary>Any of the results of the day that was picked satisfies the range.</summary>
internal sealed class PickedValueRows(DayTable picked, ResultsInRange satisfying) : RowTest
{
    public override void Expect(int patients) => picked.Expect(patients);

    public override bool Holds(int patient, int it)
    {
        foreach (var value in picked.Of(patient))
            if (satisfying[value]) return true;
        return false;
    }
}
