using System.Globalization;
using PcnMedOpt.Core.Model.Registers;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Office.Sheets;

namespace PcnMedOpt.Emit.Workbooks.Registers;

/// <summary>The formulas of a register, for the first row of it: deadlines, how they stand, and what is wrong with a row.</summary>
internal static class RegisterFormulas
{
    /// <summary>
    /// When a row must be closed: a day, or where the deadline is in hours a day and time. A deadline of days runs to the end of its day. A text where there is none:
    /// “none”, or that a person must enter one.
    /// </summary>
    public static string Deadline(RegisterColumns columns, Deadlines deadlines, int row)
    {
        if (columns.Number(deadlines.Of) is not { } of || columns.Number(deadlines.From) is not { } from) return "\"\"";
        var (kind, start) = (A1.Of(row, of), A1.Of(row, from));
        var cases = string.Concat(deadlines.Cases.Select(c => $"IF({kind}={A1.Quoted(c.Option)},{Deadline(columns, c, start, row)},"));
        return $"IF(OR({kind}=\"\",NOT(ISNUMBER({start}))),\"\",{cases}\"\"{new string(')', deadlines.Cases.Length)})";
    }

    /// <summary>How a row stands against its deadline, in words.</summary>
    public static string Status(RegisterColumns columns, Deadlines deadlines, int index, int row)
    {
        if (columns.Closed is not { } closing) return "\"\"";
        var (deadline, closed) = (A1.Of(row, columns.DeadlineOf(index)), A1.Of(row, closing));
        var timed = deadlines.Cases.Where(c => c.Within is { Unit: TimeUnit.Hours or TimeUnit.Minutes }).Select(c => $"{A1.Of(row, columns.Number(deadlines.Of) ?? 1)}={A1.Quoted(c.Option)}").ToList();
        var isTimed = timed.Count == 0 ? "FALSE" : $"OR({string.Join(',', timed)})";
        var late = $"IF({isTimed},IF(AND({closed}=INT({closed}),{closed}=INT({deadline})),\"closed that day: write the time\",IF({closed}>{deadline},\"closed late\",\"closed\")),IF(INT({closed})>INT({deadline}),\"closed late\",\"closed\"))";
        var open = $"IF(IF({isTimed},NOW()>{deadline},TODAY()>INT({deadline})),\"overdue\",IF(INT({deadline})=TODAY(),\"due today\",\"open\"))";
        return $"IF({Empty(columns, row)},\"\",IF(ISNUMBER({closed}),IF(ISNUMBER({deadline}),{late},\"closed\"),IF({deadline}={A1.Quoted(Missing)},\"deadline missing\",IF(ISNUMBER({deadline}),{open},\"open\"))))";
    }

    public const string Missing = "to be entered";

    /// <summary>Everything that is wrong with a row; ok when nothing is.</summary>
    public static string Check(RegisterColumns columns, int first, int last)
    {
        var says = new List<(string Wrong, string Says)>();
        for (var i = 0; i < columns.Register.Columns.Length; i++) says.AddRange(Wrong(columns, columns.Register.Columns[i], i + 1, first, last));
        return $"IF({Empty(columns, first)},\"\",SUBSTITUTE(\"ok\"{string.Concat(says.Select(s => $"&IF({s.Wrong},{A1.Quoted($"; {s.Says}")},\"\")"))},\"ok; \",\"\"))";
    }

    private static IEnumerable<(string Wrong, string Says)> Wrong(RegisterColumns columns, Column column, int number, int first, int last)
    {
        var cell = A1.Of(first, number);
        var title = Office.OfficeText.Short(column.Title, 60);
        if (column.Required) yield return ($"{cell}=\"\"", $"{title}: missing");
        if (column.Kind == ColumnKind.Date) yield return ($"AND({cell}<>\"\",NOT(ISNUMBER({cell})))", $"{title}: no date");
        if (column.Kind == ColumnKind.Number) yield return ($"AND({cell}<>\"\",NOT(ISNUMBER({cell})))", $"{title}: no number");
        if (column.Kind == ColumnKind.OneOf) yield return ($"AND({cell}<>\"\",{string.Join(',', column.Options.Select(o => $"{cell}<>{A1.Quoted(o)}"))})", $"{title}: not one of the list");
        if (column.Unique) yield return ($"AND({cell}<>\"\",COUNTIF({A1.FixedRange(first, number, last, number)},\"=\"&{cell})>1)", $"{title}: stands twice");
        if (column.NotBefore is { } other && columns.Number(other) is { } before)
            yield return ($"AND(ISNUMBER({cell}),ISNUMBER({A1.Of(first, before)}),{cell}<{A1.Of(first, before)})", $"{title}: before {Office.OfficeText.Short(columns.TitleOf(other), 60)}");
    }

    private static string Empty(RegisterColumns columns, int row) => $"COUNTA({A1.Of(row, 1)}:{A1.Of(row, columns.Filled)})=0";

    private static string Deadline(RegisterColumns columns, DeadlineCase of, string start, int row) => of switch
    {
        { By: { } by } when columns.Number(by) is { } column => $"IF(ISNUMBER({A1.Of(row, column)}),{A1.Of(row, column)},{A1.Quoted(Missing)})",
        { Within: { } within } => After(within, start),
        _ => "\"none\"",
    };

    /// <summary>A time after a day, as the language counts: months keep the day or take the last of a shorter month; working days leave out the weekend and the list of bank holidays.</summary>
    private static string After(TimeAmount time, string start) => string.Create(CultureInfo.InvariantCulture, $"{time.Unit switch
    {
        TimeUnit.Minutes => $"{start}+{time.Count}/1440",
        TimeUnit.Hours => $"{start}+{time.Count}/24",
        TimeUnit.Days => $"INT({start})+{time.Count}",
        TimeUnit.WorkingDays => $"WORKDAY(INT({start}),{time.Count},bank_holidays)",
        TimeUnit.Weeks => $"INT({start})+{7 * time.Count}",
        TimeUnit.Months => $"EDATE(INT({start}),{time.Count})",
        _ => $"EDATE(INT({start}),{12 * time.Count})",
    }}");
}
