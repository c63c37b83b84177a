using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Registers;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Office.Sheets;

namespace PcnMedOpt.Emit.Workbooks.Registers;

/// <summary>The columns of a register on its sheet: those of the protocol, and after them those that formulas fill.</summary>
/// <param name="Register">As it is declared.</param>
/// <param name="Closed">The number of the column that says when a row was closed; null when nothing has a deadline.</param>
/// <param name="AddsClosed">The protocol has no such column: the sheet has one of its own after the others.</param>
internal sealed record RegisterColumns(Register Register, int? Closed, bool AddsClosed)
{
    public static RegisterColumns Of(Register register)
    {
        if (register.Deadlines.IsEmpty) return new RegisterColumns(register, null, false);
        var closed = Register.ClosingNames.Select(n => register.Columns.ToList().FindIndex(c => c.Name == n && c.Kind == ColumnKind.Date)).FirstOrDefault(i => i >= 0, -1);
        return closed >= 0 ? new RegisterColumns(register, closed + 1, false) : new RegisterColumns(register, register.Columns.Length + 1, true);
    }

    /// <summary>How many columns a person fills in.</summary>
    public int Filled => Register.Columns.Length + (AddsClosed ? 1 : 0);

    /// <summary>The column of a deadline; its status stands beside it.</summary>
    public int DeadlineOf(int index) => Filled + 1 + 2 * index;

    public int Check => Filled + 1 + 2 * Register.Deadlines.Length;

    public int? Number(string name) => Register.Columns.ToList().FindIndex(c => c.Name == name) is >= 0 and var index ? index + 1 : null;

    /// <summary>A day that a deadline of hours runs from, or that ends one, is written with its time.</summary>
    public bool HasTime(int column) => Register.Deadlines.Any(d => IsTimed(d) && (Number(d.From) == column || Closed == column));

    public static bool IsTimed(Deadlines deadlines) => deadlines.Cases.Any(c => c.Within is { Unit: TimeUnit.Hours or TimeUnit.Minutes });

    /// <summary>The texts of the head, each once.</summary>
    public ImmutableArray<string> Heads()
    {
        var heads = Register.Columns.Select(c => c.Required ? $"{c.Title} *" : c.Title).ToList();
        if (AddsClosed) heads.Add("Closed on");
        foreach (var deadlines in Register.Deadlines)
        {
            var of = Register.Deadlines.Length == 1 ? "" : $" by {TitleOf(deadlines.Of)}";
            heads.Add($"Deadline{of}");
            heads.Add($"Status{of}");
        }
        heads.Add("Check");
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. heads.Select((h, i) => seen.Add(h) ? h : string.Create(CultureInfo.InvariantCulture, $"{h} ({i + 1})"))];
    }

    public string TitleOf(string column) => Register.Columns.FirstOrDefault(c => c.Name == column)?.Title ?? column;

    /// <summary>How wide a column is, in characters: long texts wrap.</summary>
    public static decimal WidthOf(Column column) => column.Kind switch
    {
        ColumnKind.Date => 17,
        ColumnKind.Number => 12,
        ColumnKind.OneOf => Math.Clamp(column.Options.Max(o => (decimal)o.Length) + 4, 14, 30),
        _ => 28,
    };

    /// <summary>How the cells of a column are shown.</summary>
    public NumberForm FormOf(int column) => column > Register.Columns.Length || Register.Columns[column - 1].Kind == ColumnKind.Date
        ? HasTime(column) ? NumberForm.DayAndTime : NumberForm.Day
        : Register.Columns[column - 1].Kind == ColumnKind.Number ? NumberForm.General : NumberForm.Text;
}
