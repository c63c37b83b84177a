using System.Globalization;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Templating;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Office;

/// <summary>
/// What LibreOffice makes of the files: it opens all of them, works every formula out, finds no error, and comes to the figures that C# comes to. Run by the suite
/// <c>office</c>, which finds or installs it: <c>npm test -- --suite office</c>.
/// </summary>
public sealed class LibreOfficeTests : IDisposable
{
    private readonly LibreOffice office = new();

    public void Dispose() => office.Dispose();

    [Fact(Explicit = true)]
    public void Every_file_of_the_shipped_protocols_opens_without_an_error_and_shows_what_was_written_into_it()
    {
        var project = LoadedProject.Load(new ProjectFolder(Repository.PathOf("protocols")), TestProject.Today);
        var options = new BuildOptions(new BuiltBy("0", "1"), [], false, Templates.Standard);
        var files = PackBuilder.Packs(project.Compilation).SelectMany(p => PackBuilder.Build(project.Compilation, project.EmisCodes, p, options).Files.Where(OfficeProject.IsOffice)).ToList();
        Assert.NotEmpty(files);
        Check([.. files, .. OfficeProject.OfficeFiles]);
    }

    [Fact(Explicit = true)]
    public void A_filled_dashboard_comes_to_the_same_figures_as_the_evaluator()
    {
        var measures = OfficeProject.Compilation.Models<Measure>().ToDictionary(m => m.Name);
        var rows = FilledDashboard.Rows(measures.Values);
        (string Sheet, string Place, object Value)[] entries =
        [
            .. FilledDashboard.Practices.Select((p, i) => ("Practices", $"A{7 + i}", (object)p)),
            ("Practices", "D7", new DateOnly(2026, 7, 1)),
            ("Practices", "D9", new DateOnly(2026, 4, 1)),
            .. rows.SelectMany((r, i) => r.Cells(i + 2)),
        ];
        var cells = WorkbookCells.Of(Assert.Single(office.Reopened([WorkbookCells.Fill(OfficeProject.Named("dashboard.xlsx"), entries)])));
        Assert.DoesNotContain(cells.Errors, IsSeen);
        for (var i = 0; i < rows.Length; i++) CheckRow(cells, i + 2, rows[i], measures[rows[i].Measure]);
        foreach (var measure in measures.Values) CheckNetwork(cells, measure, [.. rows.Where(r => r.Measure == measure.Name && r.Dimension == "all")]);
        Assert.Equal("0", cells["Summary", "B4"]);
    }

    [Fact(Explicit = true)]
    public void A_row_that_is_not_sound_says_why_and_is_counted_nowhere()
    {
        var good = new FilledRow("Abbey Surgery", new DateOnly(2026, 10, 1), "month", "at_least", "all", "", 5, 10, new DateOnly(2026, 10, 31));
        (FilledRow Row, string Says)[] bad =
        [
            (good with { Practice = "Nobody" }, "practice is not on the sheet Practices"),
            (good with { Start = new DateOnly(2026, 10, 2) }, "period_start is not the first day of a month"),
            (good with { Period = "week" }, "period is not month, quarter or year"),
            (good with { Period = "quarter", Start = new DateOnly(2026, 11, 1) }, "a quarter starts in January, April, July or October"),
            (good with { Period = "year" }, "a year starts in April"),
            (good with { Measure = "unknown" }, "measure is not on the sheet Measures"),
            (good with { Period = "quarter" }, "the measure is not reported for this period"),
            (good with { Dimension = "weight" }, "dimension is not one of the measure's"),
            (good with { Value = "something" }, "value must be empty for all"),
            (good with { Dimension = "sex" }, "value is missing"),
            (good with { Numerator = -1 }, "numerator is not a whole number of 0 or more"),
            (good with { Numerator = 11 }, "numerator is more than denominator"),
            (good with { Denominator = null }, "denominator is no number"),
            (good with { Measure = "counted" }, "a count has no denominator"),
            (good with { ReferenceDate = new DateOnly(2026, 9, 30) }, "reference_date is before the period"),
            (good, "the same figure stands in another row"),
            (good, "the same figure stands in another row"),
        ];
        (string Sheet, string Place, object Value)[] entries = [("Practices", "A7", "Abbey Surgery"), .. bad.SelectMany((b, i) => b.Row.Cells(i + 2))];
        var cells = WorkbookCells.Of(Assert.Single(office.Reopened([WorkbookCells.Fill(OfficeProject.Named("dashboard.xlsx"), entries)])));
        Assert.Equal(bad.Select(b => b.Says), bad.Select((_, i) => cells["Entry", $"P{i + 2}"]));
        Assert.Equal(bad.Length.ToString(CultureInfo.InvariantCulture), cells["Summary", "B4"]);
        Assert.Equal("", cells["Summary", "D7"]);
    }

    /// <summary>Opened again, no cell that is seen holds an error, and what LibreOffice works out is what was written as the result.</summary>
    private void Check(IReadOnlyList<OutputFile> files)
    {
        var again = office.Reopened(files);
        for (var i = 0; i < files.Count; i++)
        {
            if (!OfficeProject.IsWorkbook(files[i]))
            {
                Assert.True(again[i].Bytes.Length > 200, $"{files[i].Path} has no text.");
                continue;
            }
            var (before, after) = (WorkbookCells.Of(files[i]), WorkbookCells.Of(again[i]));
            Assert.DoesNotContain(after.Errors, IsSeen);
            Assert.Equal(before.Formulas.Select(f => $"{files[i].Path} {f.Sheet}!{f.Place}: {Shown(f.Value)}"), before.Formulas.Select(f => $"{files[i].Path} {f.Sheet}!{f.Place}: {Shown(after[f.Sheet, f.Place])}"));
        }
    }

    /// <summary>#N/A is a gap in a chart, on the sheet that is not shown.</summary>
    private static bool IsSeen((string Sheet, string Place, string Value) error) => error is not { Sheet: "Chart data", Value: "#N/A" };

    private static void CheckRow(WorkbookCells cells, int row, FilledRow filled, Measure measure)
    {
        Assert.Equal("ok", cells["Entry", $"P{row}"]);
        Assert.Equal(Percent(measure, filled.Numerator, filled.Denominator), Shown(cells["Entry", $"M{row}"]));
        Assert.Equal(Met(measure, filled.Numerator, filled.Denominator), cells["Entry", $"N{row}"]);
        var end = filled.Start.AddMonths(filled.Period switch { "month" => 1, "quarter" => 3, _ => 12 }).AddDays(-1);
        Assert.Equal(filled.ReferenceDate < end ? "part period" : "whole period", cells["Entry", $"O{row}"]);
    }

    /// <summary>The tables of the measure's own sheet, found by the first days of the periods in their first column.</summary>
    private static void CheckNetwork(WorkbookCells cells, Measure measure, IReadOnlyList<FilledRow> rows)
    {
        foreach (var group in rows.GroupBy(r => (r.Period, r.Start)))
        {
            var heading = Enumerable.Range(1, 120).Single(r => cells[measure.Name, $"A{r}"] == $"The network, by {group.Key.Period}");
            var row = Enumerable.Range(heading + 2, 12).Single(r => Shown(cells[measure.Name, $"A{r}"]) == Shown(WorkbookCells.Serial(group.Key.Start).ToString(CultureInfo.InvariantCulture)));
            var (counted, of) = (group.Sum(r => r.Numerator), measure.Numerator is null ? (int?)null : group.Sum(r => r.Denominator));
            Assert.Equal(Shown(counted.ToString(CultureInfo.InvariantCulture)), Shown(cells[measure.Name, $"B{row}"]));
            Assert.Equal(Percent(measure, counted, of), Shown(cells[measure.Name, $"D{row}"]));
            Assert.Equal(measure.Numerator is null ? "count" : Met(measure, counted, of), cells[measure.Name, $"E{row}"]);
            Assert.Equal(Shown(group.Count().ToString(CultureInfo.InvariantCulture)), Shown(cells[measure.Name, $"F{row}"]));
        }
    }

    private static string Percent(Measure measure, int numerator, int? denominator) =>
        measure.Numerator is null ? "count" : denominator is null or 0 ? "none" : Shown(((double)numerator / denominator.Value).ToString("R", CultureInfo.InvariantCulture));

    private static string Met(Measure measure, int numerator, int? denominator) =>
        measure.Numerator is null ? "count"
        : measure.Target is not { } target ? "no target"
        : denominator is null or 0 ? "none"
        : target.IsMet(100m * numerator / denominator.Value) ? "met" : "not met";

    private static string Shown(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("G12", CultureInfo.InvariantCulture) : value;
}
