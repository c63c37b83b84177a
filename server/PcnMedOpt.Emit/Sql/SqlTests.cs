using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Sql;

/// <summary>
/// The tests that look at records, each as a subquery of those whom it holds for. What it leaves open, such as "no", is said by the condition that joins it.
/// </summary>
internal sealed class SqlTests(SqlParts parts, SqlRecords records)
{
    /// <summary>Different days; with "apart", each at least so long after the one counted before: the first day, then the first that is far enough from it, and so on.</summary>
    public SqlRelation Happened(HappenedTest test)
    {
        var of = records.Of(test.Sets, test.How, test.Filters);
        if (test.Times is not { } times) return Holds(of, "", test);
        var key = of.Key("r");
        if (times.Apart is not { } apart)
            return of with { Name = parts.Named("times", string.Create(CultureInfo.InvariantCulture, $"select {key}\nfrom {of.Name} r\ngroup by {key}\nhaving count(distinct r.day) >= {times.Count}"), Words(test)) };
        var step = parts.Named("first_day", $"select {key}, min(r.day) as day\nfrom {of.Name} r\ngroup by {key}");
        for (var i = 1; i < times.Count; i++)
            step = parts.Named("next_day", $"select {key}, min(r.day) as day\nfrom {of.Name} r\njoin {step} s on {of.Joined("s", of, "r")} and r.day >= {parts.Moved("s.day", apart, 1)}\ngroup by {key}");
        return Holds(of with { Name = step }, "", test);
    }

    public SqlRelation Any(ImmutableArray<string> sets, Happened how, ImmutableArray<Filter> filters, Condition test) => Holds(records.Of(sets, how, filters), "", test);

    /// <summary>Those who have the anchor of filters; null where nobody has it.</summary>
    public SqlRelation? WithAnchor(Anchor anchor) => records.Days(anchor) is { } days ? Distinct("has_anchor", days, "", null) : null;

    public SqlRelation OnRepeat(ImmutableArray<string> sets, Condition test) =>
        new(parts.Named("on_repeat", $"select distinct e.patient\nfrom repeats e\nwhere {parts.IsIn("e.code", sets)} and {IsOnRepeat}", Words(test)), false);

    /// <summary>
    /// Two records, the later at most so long after the earlier. By day: how many records it has tells whether one that is in both sets meets another.
    /// </summary>
    public SqlRelation IssuedTogether(IssuedTogetherTest test)
    {
        var (first, second) = (Marked(test.First, 0), Marked(test.Second, 1));
        var both = records.Of([.. test.First.Union(test.Second, StringComparer.Ordinal)], Core.Model.Conditions.Happened.Issued, test.Filters);
        var days = both with { Name = parts.Named("days_together", $"select {both.Key("r")}, r.day, count(*) as records\nfrom {both.Name} r\ngroup by {both.Key("r")}, r.day") };
        var latest = $"a.day <= b.day and b.day <= {parts.Moved("a.day", test.Within, 1)} or b.day < a.day and a.day <= {parts.Moved("b.day", test.Within, 1)}";
        var select = $"select distinct {days.Key("d")}\nfrom {days.Name} d\njoin {first.Name} a on {days.Joined("d", first, "a")} and a.day = d.day\njoin {second.Name} b on {days.Joined("d", second, "b")} and (a.day <> b.day or d.records >= 2) and ({latest})";
        return days with { Name = parts.Named("together", select, Words(test)) };

        SqlRelation Marked(ImmutableArray<string> sets, int place)
        {
            var of = records.Of(sets, Core.Model.Conditions.Happened.Issued, test.Filters);
            return of with { Name = parts.Named(place == 0 ? "days_of_first" : "days_of_second", $"select distinct {of.Key("r")}, r.day\nfrom {of.Name} r") };
        }
    }

    /// <summary>The day is chosen among records that carry a result, usable or not; any record of that day.</summary>
    public SqlRelation Value(ValueTest test)
    {
        var of = records.Of([test.Set], Core.Model.Conditions.Happened.Recorded, test.Filters, true);
        var chosen = OfDay(of, test.Pick, "r.carries");
        return Holds(chosen, $"r.day = r.chosen and r.usable and {SqlResults.Satisfies(parts, test.Set, test.Range, "r")}", test);
    }

    public SqlRelation Change(ChangeTest test)
    {
        var of = records.Of([test.Set], Core.Model.Conditions.Happened.Recorded, [new WindowFilter(test.Window)], true);
        var chosen = OfDay(of, Pick.Latest, "r.carries");
        var select = $"select distinct {of.Key("l")}\nfrom {chosen.Name} l\njoin {chosen.Name} e on {of.Joined("l", of, "e")} and e.day < l.day\nwhere l.day = l.chosen and l.usable and e.usable\n  and {SqlResults.Changed(parts, test.Set, test, "l", "e")}";
        return of with { Name = parts.Named("changed", select, Words(test)) };
    }

    /// <summary>The filters before "is" choose the day, those after it, and the set, test the records of that day.</summary>
    public SqlRelation Status(StatusTest test)
    {
        var of = records.Of(test.Sets, test.How, test.Choose);
        var kept = records.Of(test.Kept is null ? test.Sets : [test.Kept], test.How, [.. test.Choose, .. test.Keep]);
        var key = of.Key("r");
        var day = of with { Name = parts.Named("status_day", $"select {key}, {(test.Pick == Pick.Latest ? "max" : "min")}(r.day) as day\nfrom {of.Name} r\ngroup by {key}") };
        var whole = kept.IsPerRecord ? kept : day;
        var select = $"select distinct {whole.Key(kept.IsPerRecord ? "k" : "d")}\nfrom {day.Name} d\njoin {kept.Name} k on {day.Joined("d", kept, "k")} and k.day = d.day";
        return whole with { Name = parts.Named("status", select, Words(test)) };
    }

    /// <summary>
    /// Those who have some of the medicines that are counted, and of whom the comparison <paramref name="holds"/> or does not hold: those who have none are in no
    /// subquery, and the condition that joins this one says what holds of them.
    /// </summary>
    public SqlRelation Count(CountTest test, bool holds)
    {
        parts.CountsMedicinesByCode();
        var conditions = new List<string> { test.Window is { } window ? $"e.day <= {parts.On}" : IsOnRepeat };
        if (test.Window is { } given && SqlWindows.Contains(parts, given, "e.day") is { } within) conditions.Add(within);
        if (test.Set is { } set) conditions.Add(parts.IsIn("e.code", [set]));
        if (!test.Except.IsEmpty) conditions.Add($"not ({parts.IsIn("e.code", test.Except)})");
        var mark = test.Comparison switch { Comparison.AtLeast => ">=", Comparison.MoreThan => ">", Comparison.AtMost => "<=", Comparison.LessThan => "<", _ => "=" };
        var having = string.Create(CultureInfo.InvariantCulture, $"{(holds ? "" : "not ")}count(distinct e.code) {mark} {test.Limit}");
        var select = $"select e.patient\nfrom {(test.Window is null ? "repeats" : "issues")} e\nwhere {string.Join(" and ", conditions)}\ngroup by e.patient\nhaving {having}";
        return new SqlRelation(parts.Named("counted", select, $"{(holds ? "" : "not: ")}{Words(test)}"), false);
    }

    public SqlRelation CourseBegan(CourseBeganTest test) =>
        Distinct("course_began", Courses(test.Drug, test.Gap), SqlWindows.Contains(parts, test.Window, "r.day") ?? "", Words(test));

    /// <summary>Looks at the latest course alone.</summary>
    public SqlRelation NoBaseline(NoBaselineTest test)
    {
        var courses = Courses(test.Drug, test.Gap);
        var last = parts.Named("last_course", $"select r.patient, max(r.day) as day\nfrom {courses.Name} r\ngroup by r.patient");
        var tests = records.Of([test.Test], Core.Model.Conditions.Happened.Recorded, []);
        var missing = $"not exists (select 1 from {tests.Name} t where t.patient = r.patient and t.day between {parts.Moved("r.day", test.Within, -1)} and r.day)";
        return Distinct("no_baseline", courses with { Name = last }, string.Join("\n  and ", new[] { SqlWindows.Contains(parts, test.Window, "r.day"), missing }.OfType<string>()), Words(test));
    }

    /// <summary>The days on which a course began: an issue, and none in the gap before it.</summary>
    private SqlRelation Courses(string drug, Duration gap)
    {
        var of = records.Of([drug], Core.Model.Conditions.Happened.Issued, []);
        var days = parts.Named("issue_days", $"select r.patient, r.day, lag(r.day) over (partition by r.patient order by r.day) as before\nfrom (select distinct i.patient, i.day from {of.Name} i) r");
        return of with { Name = parts.Named("courses", $"select r.patient, r.day\nfrom {days} r\nwhere r.before is null or r.before < {parts.Moved("r.day", gap, -1)}") };
    }

    private SqlRelation OfDay(SqlRelation of, Pick pick, string condition) => of with
    {
        Name = parts.Named("with_day", $"select {of.Key("r")}, r.day, {SqlResults.Columns("r")}, {(pick == Pick.Latest ? "max" : "min")}(r.day) over (partition by {of.Key("r")}) as chosen\nfrom {of.Name} r\nwhere {condition}"),
    };

    private string IsOnRepeat => $"e.since <= {parts.On} and (e.until is null or e.until > {parts.On})";

    private SqlRelation Holds(SqlRelation of, string condition, Condition test) => Distinct("holds", of, condition, Words(test));

    private SqlRelation Distinct(string wish, SqlRelation of, string condition, string? comment) =>
        of with { Name = parts.Named(wish, $"select distinct {of.Key("r")}\nfrom {of.Name} r{(condition.Length == 0 ? "" : $"\nwhere {condition}")}", comment) };

    private static string Words(Condition test) => ConditionText.Of(test);
}
