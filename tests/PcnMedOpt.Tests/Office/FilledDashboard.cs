using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Tests.Office;

/// <summary>A row of the sheet Entry, with what it must come to as C# works it out.</summary>
internal sealed record FilledRow(
    string Practice, DateOnly Start, string Period, string Measure, string Dimension, string Value, int Numerator, int? Denominator, DateOnly ReferenceDate)
{
    public IEnumerable<(string Sheet, string Place, object Value)> Cells(int row)
    {
        object[] values = [Practice, Start, Period, Measure, Dimension, Value, Numerator, Denominator ?? (object)"", ReferenceDate, "2026.10"];
        return values.Select((v, i) => ("Entry", string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + i)}{row}"), v)).Where(c => c.v is not "");
    }
}

/// <summary>Figures at and around every bound of every target, practice by practice and period by period.</summary>
internal static class FilledDashboard
{
    public static readonly ImmutableArray<string> Practices = ["Abbey Surgery", "=Brook & Co", "Castle <House>"];

    /// <summary>Shares at which binary fractions go wrong or a target turns: 29 of 50 is 58 %, 667 of 1,000 is 66.7 %.</summary>
    private static readonly ImmutableArray<(int Numerator, int Denominator)> Shares =
    [
        (29, 50), (28, 50), (57, 100), (58, 100), (667, 1000), (666, 1000), (668, 1000), (3, 5), (7, 10), (71, 100), (59, 100), (1, 2), (50, 100), (49, 100), (0, 0), (0, 7), (7, 7), (1, 3), (2, 3),
    ];

    public static ImmutableArray<FilledRow> Rows(IEnumerable<Measure> measures)
    {
        var rows = ImmutableArray.CreateBuilder<FilledRow>();
        var next = 0;
        foreach (var measure in measures)
            foreach (var period in measure.Reported.IsEmpty ? [ReportingPeriod.Monthly, ReportingPeriod.Quarterly] : measure.Reported)
                for (var i = 0; i < (period == ReportingPeriod.Yearly ? 2 : 5); i++)
                    foreach (var practice in Practices)
                    {
                        var (numerator, denominator) = Shares[next++ % Shares.Length];
                        var (start, months, word) = Period(period, i);
                        var end = start.AddMonths(months).AddDays(-1);
                        FilledRow Row(string dimension, string value, int counted) => new(
                            practice, start, word, measure.Name, dimension, value, counted, measure.Numerator is null ? null : denominator, next % 4 == 0 ? end.AddDays(-3) : end);
                        rows.Add(Row("all", "", numerator));
                        if (measure.By.Contains(Dimension.Reason)) rows.Add(Row("reason", "Frail", numerator / 2));
                    }
        return rows.DrainToImmutable();
    }

    public static (DateOnly Start, int Months, string Word) Period(ReportingPeriod period, int index) => period switch
    {
        ReportingPeriod.Monthly => (new DateOnly(2026, 4, 1).AddMonths(index + 2), 1, "month"),
        ReportingPeriod.Quarterly => (new DateOnly(2025, 7, 1).AddMonths(3 * index), 3, "quarter"),
        _ => (new DateOnly(2025 + index, 4, 1), 12, "year"),
    };
}
