using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Registers;
using PcnMedOpt.Emit.Office.Sheets;

namespace PcnMedOpt.Emit.Workbooks.Registers;

/// <summary>What may be chosen in the columns of registers, and the bank holidays that working days leave out.</summary>
internal static class ListsSheet
{
    public const string Name = "Lists";
    public const int First = 5;

    /// <summary>Room for the holidays of later years.</summary>
    public const int LastHoliday = First + 79;

    private const int FirstList = 4;

    /// <summary>The columns that have a list, register by register.</summary>
    private static IEnumerable<(int Register, Column Column)> Columns(ImmutableArray<Register> registers) =>
        registers.SelectMany((r, i) => r.Columns.Where(c => c.Kind == ColumnKind.OneOf).Select(c => (i, c)));

    public static Sheet Of(ImmutableArray<Register> registers)
    {
        var sheet = new SheetBuilder(Name) { FrozenRows = First - 1, HeadRows = (First - 1, First - 1) }.Columns(16, 32, 3);
        sheet.Text(1, 1, "Lists", CellStyle.Title);
        sheet.Across(2, 1, 6, $"Bank holidays: {BankHolidays.Source} Add later years and extra days at the end of the list; a deadline in working days leaves them out.", CellStyle.Note);
        sheet.Height(2, 38);
        sheet.Text(First - 1, 1, "Bank holiday", CellStyle.Head).Text(First - 1, 2, "Name", CellStyle.Head);
        for (var row = First; row <= LastHoliday; row++)
        {
            var holiday = BankHolidays.All.ElementAtOrDefault(row - First);
            sheet.Set(row, 1, holiday is null ? null : new DayCell(holiday.Day), CellStyle.Input with { Form = NumberForm.Day });
            sheet.Set(row, 2, holiday is null ? null : new TextCell(holiday.Name), CellStyle.Input);
        }
        sheet.Validate(new Validation(A1.Range(First, 1, LastHoliday, 1), EntryKind.Day, null, "Bank holiday", "A date on which England does not work."));
        var column = FirstList;
        foreach (var (register, of) in Columns(registers))
        {
            sheet.Columns(26).Text(First - 1, column, $"{registers[register].Title}: {of.Title}", CellStyle.Head);
            for (var i = 0; i < of.Options.Length; i++) sheet.Text(First + i, column, of.Options[i], CellStyle.Body);
            column++;
        }
        return sheet.Build();
    }

    /// <summary>Where the list of a column stands.</summary>
    public static string PlaceOf(int firstList, Register register, Column column)
    {
        var number = FirstList + firstList + register.Columns.Where(c => c.Kind == ColumnKind.OneOf).ToList().IndexOf(column);
        return A1.On(Name, A1.FixedRange(First, number, First + column.Options.Length - 1, number));
    }

    /// <summary>How many lists stand before those of a register.</summary>
    public static int Before(ImmutableArray<Register> registers, int index) => Columns(registers).Count(c => c.Register < index);
}
