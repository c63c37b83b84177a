using PcnMedOpt.Core.Model.Registers;
using PcnMedOpt.Emit.Office.Sheets;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Workbooks.Registers;

/// <summary>The sheet of one register: 500 rows that are ready to be filled in.</summary>
internal static class RegisterSheet
{
    public const int First = 7;
    public const int Last = First + 499;

    private const int HeadRow = First - 1;

    public static Sheet Of(RegisterColumns columns, string tab, int number, PageMeta meta)
    {
        var register = columns.Register;
        var sheet = new SheetBuilder(tab) { FrozenRows = HeadRow, FrozenColumns = 1, HeadRows = (HeadRow, HeadRow) };
        for (var i = 1; i <= columns.Filled; i++)
            sheet.Column(i > register.Columns.Length ? 17 : RegisterColumns.WidthOf(register.Columns[i - 1]), CellStyle.Input with { Form = columns.FormOf(i) });
        foreach (var _ in register.Deadlines) sheet.Columns(18, 16);
        sheet.Columns(44);
        sheet.Across(1, 1, Math.Min(6, columns.Check), register.Title, CellStyle.Title with { Wrap = false });
        if (meta.Warning is { } warning) sheet.Across(2, 1, Math.Min(6, columns.Check), warning, CellStyle.Warning);
        if (register.Description is { } description) sheet.Across(3, 1, Math.Min(6, columns.Check), GuidanceText.Plain(description), CellStyle.Prose);
        Counts(sheet, columns);
        var heads = columns.Heads();
        for (var i = 0; i < heads.Length; i++) sheet.Text(HeadRow, i + 1, heads[i], CellStyle.Head);
        for (var i = 0; i < register.Deadlines.Length; i++) Deadlines(sheet, columns, register.Deadlines[i], i);
        sheet.FormulaDown(First, columns.Check, Last, RegisterFormulas.Check(columns, First, Last), CellValue.Empty, CellStyle.Body with { Fill = Palette.Wash });
        sheet.Highlight(A1.Range(First, columns.Check, Last, columns.Check), $"AND({A1.Of(First, columns.Check)}<>\"\",{A1.Of(First, columns.Check)}<>\"ok\")", Highlight.Attention);
        for (var i = 0; i < register.Columns.Length; i++) Column(sheet, columns, register.Columns[i], i + 1, number);
        if (columns.AddsClosed) sheet.Validate(new Validation(A1.Range(First, columns.Filled, Last, columns.Filled), EntryKind.Day, null, "Closed on", "The day on which it was closed. The protocol has no column for it, so that the sheet has one."));
        sheet.Table(new SheetTable($"register_{register.Name}", A1.Range(HeadRow, 1, Last, heads.Length), heads));
        return sheet.Build();
    }

    /// <summary>How many rows are overdue, and how many have something wrong.</summary>
    private static void Counts(SheetBuilder sheet, RegisterColumns columns)
    {
        string Range(int column) => A1.FixedRange(First, column, Last, column);
        var overdue = string.Join('+', columns.Register.Deadlines.Select((_, i) => $"COUNTIF({Range(columns.DeadlineOf(i) + 1)},\"overdue\")+COUNTIF({Range(columns.DeadlineOf(i) + 1)},\"deadline missing\")"));
        var wrong = $"SUMPRODUCT(({Range(columns.Check)}<>\"\")*({Range(columns.Check)}<>\"ok\"))";
        var style = CellStyle.Label with { Wrap = false };
        sheet.Formula(4, 1, columns.Register.Deadlines.IsEmpty ? "\"No deadline\"" : $"\"Overdue, or without the deadline that it must have: \"&({overdue})", new TextCell(columns.Register.Deadlines.IsEmpty ? "No deadline" : "Overdue, or without the deadline that it must have: 0"), style);
        sheet.Formula(5, 1, $"\"Rows in which something is wrong or missing: \"&{wrong}", new TextCell("Rows in which something is wrong or missing: 0"), style);
        if (!columns.Register.Deadlines.IsEmpty) sheet.Highlight("A4", $"{overdue}>0", Highlight.Attention);
        sheet.Highlight("A5", $"{wrong}>0", Highlight.Attention);
    }

    private static void Deadlines(SheetBuilder sheet, RegisterColumns columns, Deadlines deadlines, int index)
    {
        var (deadline, status) = (columns.DeadlineOf(index), columns.DeadlineOf(index) + 1);
        var worked = CellStyle.Body with { Fill = Palette.Wash };
        sheet.FormulaDown(First, deadline, Last, RegisterFormulas.Deadline(columns, deadlines, First), CellValue.Empty, worked with { Form = RegisterColumns.IsTimed(deadlines) ? NumberForm.DayAndTime : NumberForm.Day });
        sheet.FormulaDown(First, status, Last, RegisterFormulas.Status(columns, deadlines, index, First), CellValue.Empty, worked);
        var (range, cell) = (A1.Range(First, status, Last, status), A1.Of(First, status));
        sheet.Highlight(range, $"OR({cell}=\"overdue\",{cell}=\"closed late\",{cell}=\"deadline missing\")", Highlight.Attention);
        sheet.Highlight(range, $"OR({cell}=\"due today\",{cell}=\"closed that day: write the time\")", Highlight.Quiet);
        sheet.Highlight(range, $"{cell}=\"closed\"", Highlight.Good);
    }

    private static void Column(SheetBuilder sheet, RegisterColumns columns, Column column, int number, int register)
    {
        var (range, cell) = (A1.Range(First, number, Last, number), A1.Of(First, number));
        if (column.Required) sheet.Highlight(range, $"AND({cell}=\"\",COUNTA($A{First}:${A1.Column(columns.Filled)}{First})>0)", Highlight.Attention);
        if (column.Unique) sheet.Highlight(range, $"AND({cell}<>\"\",COUNTIF({A1.FixedRange(First, number, Last, number)},\"=\"&{cell})>1)", Highlight.Attention);
        var rules = new List<string>();
        var says = new List<string>();
        if (column.Required) says.Add("Must be filled in.");
        if (column.Kind == ColumnKind.Date)
        {
            rules.Add($"ISNUMBER({cell})");
            says.Add(columns.HasTime(number) ? "A date with its time, such as 01/10/2026 09:30: without a time it counts from midnight." : "A date, such as 01/10/2026.");
        }
        if (column.Kind == ColumnKind.Number)
        {
            rules.Add($"ISNUMBER({cell})");
            says.Add("A number.");
        }
        if (column.NotBefore is { } other && columns.Number(other) is { } before)
        {
            rules.Add($"OR({A1.Of(First, before)}=\"\",{cell}>={A1.Of(First, before)})");
            says.Add($"Not before “{columns.TitleOf(other)}”.");
        }
        if (column.Unique)
        {
            rules.Add($"COUNTIF({A1.FixedRange(First, number, Last, number)},\"=\"&{cell})=1");
            says.Add("No two rows hold the same.");
        }
        if (column.Kind == ColumnKind.OneOf) sheet.Validate(new Validation(range, EntryKind.OneOf, ListsSheet.PlaceOf(register, columns.Register, column), column.Title, $"{string.Join(' ', says)} One of the list.".Trim()));
        else if (rules.Count > 0) sheet.Validate(new Validation(range, EntryKind.Custom, rules.Count == 1 ? rules[0] : $"AND({string.Join(',', rules)})", column.Title, string.Join(' ', says)));
        else if (says.Count > 0) sheet.Validate(new Validation(range, EntryKind.Custom, "TRUE", column.Title, string.Join(' ', says), Strict: false));
    }
}
