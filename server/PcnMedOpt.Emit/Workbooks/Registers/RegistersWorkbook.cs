using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Registers;
using PcnMedOpt.Emit.Office;
using PcnMedOpt.Emit.Office.Sheets;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Workbooks.Registers;

/// <summary>The registers of a pack, a sheet each.</summary>
internal static class RegistersWorkbook
{
    public static OutputFile? Of(PageMeta meta, PageContents contents, ImmutableArray<Register> registers)
    {
        if (registers.IsEmpty) return null;
        var tabs = new Tabs("Read me", ListsSheet.Name);
        var (readMe, _) = WorkbookFront.Of(meta, registers.Length == 1 ? "Register" : "Registers", [.. Use, .. registers.SelectMany(r => About(contents, r))]);
        ImmutableArray<Sheet> sheets =
        [
            readMe,
            .. registers.Select((r, i) => RegisterSheet.Of(RegisterColumns.Of(r), tabs.Of(r.Name), ListsSheet.Before(registers, i), meta)),
            ListsSheet.Of(registers),
        ];
        DefinedPlace holidays = new("bank_holidays", A1.On(ListsSheet.Name, A1.FixedRange(ListsSheet.First, 1, ListsSheet.LastHoliday, 1)));
        var workbook = new Workbook(OfficeProperties.Of(meta, $"{meta.Title}: registers"), WorkbookFront.Footer(meta), sheets, [holidays]);
        return OutputFile.Of($"{WorkbookFront.Folder}{meta.Name}-registers.xlsx", WorkbookWriter.Write(workbook)) with { Title = "Registers (Excel)" };
    }

    private static readonly ImmutableArray<(string Label, string Text)> Use =
    [
        ("What it is", "A sheet for each register of the pack, with 500 rows that are ready. Yellow cells are to be filled in; the others are worked out. A head with a star must be filled in."),
        ("No names", "A register is not a patient's record: no name and no NHS number belongs in here."),
        ("Check", "The last column says ok, or everything that is wrong with the row: what is pasted is not checked while it is typed, and is checked there."),
        ("Deadlines", "A deadline of days runs to the end of its day. One of hours runs from the time that is written; without a time, from midnight at the start of that day, which is the strict reading. Working days leave out Saturdays, Sundays and the bank holidays of the sheet Lists: add later years there."),
        ("Status", "open, due today, overdue, closed, closed late; “deadline missing” where a person must still enter the deadline. Sort or filter by it: at the arrow in the head."),
        ("Protection", "Cells that formulas fill are locked, without a password, so that nobody overwrites one by mistake."),
    ];

    /// <summary>What the protocol says of a register: its deadlines with their reasons, its guidance, its sources.</summary>
    private static IEnumerable<(string Label, string Text)> About(PageContents contents, Register register)
    {
        yield return (register.Title, register.Description is { } description ? GuidanceText.Plain(description) : $"The sheet {register.Name}.");
        var columns = RegisterColumns.Of(register);
        foreach (var deadlines in register.Deadlines)
            yield return ($"Deadline by “{columns.TitleOf(deadlines.Of)}”", string.Join('\n', deadlines.Cases.Select(c => $"{c.Option}: {Words(columns, deadlines, c)}")));
        foreach (var guide in register.Guides) yield return (guide.Title ?? "Guidance", GuidanceText.Plain(guide.Markdown));
        var sources = EvidenceText.Of(contents, register.Name, register.Cites.Concat(register.Deadlines.SelectMany(d => d.Cites)).Concat(register.Columns.SelectMany(c => c.Cites))).ToList();
        if (sources.Count > 0) yield return ("Evidence", string.Join('\n', sources));
    }

    private static string Words(RegisterColumns columns, Deadlines deadlines, DeadlineCase of) => of switch
    {
        { By: { } by } => $"by the day in “{columns.TitleOf(by)}”",
        { Within: { } within } => $"within {within} of “{columns.TitleOf(deadlines.From)}”",
        _ => $"none: {of.None}",
    };
}
