using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Proving;

/// <summary>The boundary days of a test that looks back over a time: the last day inside its window, and the first day outside.</summary>
internal static class Edges
{
    /// <summary>Null for a test whose window does not move with the reference date, or that looks at more than the day of a record.</summary>
    public static Window? WindowOf(Condition test) => test switch
    {
        CourseBeganTest began => Rolling(began.Window),
        HappenedTest { Times: null, Filters: [WindowFilter only] } => Rolling(only.Window),
        NoSuchTest { Filters: [WindowFilter only] } => Rolling(only.Window),
        _ => null,
    };

    /// <summary>The last day inside and the first day outside a window that reaches back from R.</summary>
    public static (DateOnly Inside, DateOnly Outside)? Days(Window window, DateOnly reference) => window switch
    {
        InLast last => Pair(last.Duration.Before(reference), 1),
        SinceAgo ago => Pair(ago.Duration.Before(reference), 0),
        _ => null,
    };

    /// <summary>Whether the day that the test looks at lies inside on the boundary (true), outside on it (false), or elsewhere (null).</summary>
    public static bool? SideOf(Condition test, ProjectModel project, PatientRecord patient, DateOnly reference)
    {
        if (WindowOf(test) is not { } window || Days(window, reference) is not { } days || DayOf(test, project, patient, reference) is not { } day) return null;
        return day == days.Inside ? true : day == days.Outside ? false : null;
    }

    /// <summary>The latest record that the test would look at, or the day on which the latest course began.</summary>
    private static DateOnly? DayOf(Condition test, ProjectModel project, PatientRecord patient, DateOnly reference)
    {
        var records = new Records(project, patient, reference, null);
        return test switch
        {
            HappenedTest happened => Latest(records.Of(happened.Sets, happened.How, [])),
            NoSuchTest none => Latest(records.Of([none.Set], none.How, [])),
            CourseBeganTest began => LatestCourse(records.Of([began.Drug], Happened.Issued, []).Select(r => r.Date).Distinct(), began.Gap),
            _ => null,
        };
    }

    private static DateOnly? LatestCourse(IEnumerable<DateOnly> days, Duration gap)
    {
        DateOnly? start = null, last = null;
        foreach (var day in days)
        {
            if (last is null || last < gap.Before(day)) start = day;
            last = day;
        }
        return start;
    }

    private static DateOnly? Latest(IEnumerable<PatientEvent> records) => records.Select(r => (DateOnly?)r.Date).LastOrDefault();

    private static Window? Rolling(Window window) => window is InLast or SinceAgo ? window : null;

    private static (DateOnly Inside, DateOnly Outside) Pair(DateOnly day, int shift) => (day.AddDays(shift), day.AddDays(shift - 1));
}
