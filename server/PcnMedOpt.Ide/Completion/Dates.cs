using System.Globalization;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Completion;

/// <summary>Days that are often meant: today, the reference date of an example, the start of the financial year.</summary>
internal static class Dates
{
    public static string Shown(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static IEnumerable<CompletionItem> Of(Typing typing)
    {
        var today = typing.Compilation.Today;
        var reviewed = typing.Before is [{ Kind: TokenKind.ByWord }, { Kind: TokenKind.ReviewWord }, ..];
        var days = new List<(DateOnly Day, string Is)>();
        if (ReferenceDate(typing) is { } reference && reference != today) days.Add((reference, "the reference date of the example"));
        if (reviewed) days.Add((today.AddYears(1), "in a year"));
        days.Add((today, "today"));
        if (!reviewed) days.Add((FinancialYear(today), "the first day of this financial year"));
        return days.DistinctBy(d => d.Day).Select((d, i) => Items.Of(typing, Shown(d.Day), CompletionKind.Date, d.Is, Shown(d.Day), Items.Fitting, i));
    }

    /// <summary>NHS financial years begin on 1 April.</summary>
    private static DateOnly FinancialYear(DateOnly day) => new(day.Month >= 4 ? day.Year : day.Year - 1, 4, 1);

    private static DateOnly? ReferenceDate(Typing typing) =>
        typing.Cursor.Parsed.Nodes.OfType<OnDateSyntax>().FirstOrDefault() is { } on && on.Date.Start != typing.Word.Start
        && DateOnly.TryParseExact(on.Date.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
