using System.Globalization;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Text;
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
        var files = PackBuilder.Packs(project.Compilation).SelectMany(p => PackBuilder.Build(project.Compilation, project.EmisCodes, p, options).Files.Where(OfficeProject.IsOffice)).DistinctBy(f => ContentHash.Of(f.Bytes.AsSpan())).ToList();
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
        foreach (var (measure, i) in measures.Values.OrderBy(m => m.Name, PackOrder).Select((m, i) => (m, i))) CheckReturn(cells, 10 + i, measure, rows);
    }

    /// <summary>The return of the quarter from April 2026: the quarter, or its last month, or its year.</summary>
    private static void CheckReturn(WorkbookCells cells, int row, Measure measure, IEnumerable<FilledRow> rows)
    {
        var (word, start) = measure.Reported.IsEmpty || measure.Reported.Contains(ReportingPeriod.Quarterly) ? ("quarter", new DateOnly(2026, 4, 1))
            : measure.Reported is [ReportingPeriod.Yearly] ? ("year", new DateOnly(2026, 4, 1))
            : ("month", new DateOnly(2026, 6, 1));
        var of = rows.Where(r => r.Measure == measure.Name && r.Dimension == "all" && r.Period == word && r.Start == start).ToList();
        Assert.NotEmpty(of);
        var (counted, outOf) = (of.Sum(r => r.Numerator), measure.Numerator is null ? (int?)null : of.Sum(r => r.Denominator));
        Assert.Equal(measure.Title, cells["Quarterly return", $"A{row}"]);
        Assert.Equal(Shown(counted.ToString(CultureInfo.InvariantCulture)), Shown(cells["Quarterly return", $"D{row}"]));
        Assert.Equal(Percent(measure, counted, outOf), Shown(cells["Quarterly return", $"F{row}"]));
        Assert.Equal(Met(measure, counted, outOf), cells["Quarterly return", $"I{row}"]);
    }

    /// <summary>The order of the measures in the pack.</summary>
    private static readonly Comparer<string> PackOrder = Comparer<string>.Create((a, b) => Place(a) - Place(b));

    private static int Place(string name) => PackBuilder.Packs(OfficeProject.Compilation).Single().Measures.ToList().FindIndex(m => m.Name == name);

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

    [Fact(Explicit = true)]
    public void A_filled_register_has_the_deadlines_of_the_protocol()
    {
        DateOnly Day(int month, int day) => new(2026, month, day);
        (string Class, double? Received, double? ByHand, double? Closed, string Deadline, string Status)[] rows =
        [
            ("By hand", At(Day(11, 2)), At(Day(11, 9)), At(Day(11, 9)), Text(Day(11, 9)), "closed"),
            ("By hand", At(Day(11, 2)), null, null, "to be entered", "deadline missing"),
            ("Hours", At(Day(11, 2)) + 0.375, null, At(Day(11, 4)) + 0.375, Number(At(Day(11, 4)) + 0.375), "closed"),
            ("Hours", At(Day(11, 2)) + 0.375, null, At(Day(11, 4)) + 0.4, Number(At(Day(11, 4)) + 0.375), "closed late"),
            ("Hours", At(Day(11, 2)), null, At(Day(11, 4)), Text(Day(11, 4)), "closed that day: write the time"),
            ("Hours", At(new DateOnly(2020, 11, 2)), null, null, Text(new DateOnly(2020, 11, 4)), "overdue"),
            ("Days", At(Day(11, 2)) + 0.9, null, At(Day(11, 7)) + 0.9, Text(Day(11, 2).AddDays(5)), "closed"),
            ("Days", At(Day(11, 2)), null, At(Day(11, 8)), Text(Day(11, 2).AddDays(5)), "closed late"),
            ("Days", At(new DateOnly(2999, 1, 1)), null, null, Text(new DateOnly(2999, 1, 6)), "open"),
            ("Working days", At(Day(12, 23)), null, At(Day(12, 30)), Text(WorkingDays(Day(12, 23), 3)), "closed"),
            ("Working days", At(Day(5, 22)), null, At(Day(5, 28)), Text(WorkingDays(Day(5, 22), 3)), "closed"),
            ("Working days", At(Day(4, 2)), null, At(Day(4, 10)), Text(WorkingDays(Day(4, 2), 3)), "closed late"),
            ("Months", At(Day(1, 31)), null, At(Day(2, 28)), Text(Day(1, 31).AddMonths(1)), "closed"),
            ("None", At(Day(11, 2)), null, null, "none", "open"),
            ("None", At(Day(11, 2)), null, At(Day(11, 30)), "none", "closed"),
        ];
        var entries = rows.SelectMany((r, i) => new (string Sheet, string Place, object? Value)[]
        {
            ("alerts", $"A{i + 7}", $"Alert {i}"), ("alerts", $"B{i + 7}", r.Class), ("alerts", $"C{i + 7}", r.Received), ("alerts", $"D{i + 7}", r.ByHand), ("alerts", $"F{i + 7}", r.Closed),
        }).Where(e => e.Value is not null).Select(e => (e.Sheet, e.Place, e.Value ?? ""));
        // One row more with everything wrong that can be.
        (string, string, object)[] wrong = [("alerts", "A22", "Alert 0"), ("alerts", "B22", "Other"), ("alerts", "D22", "soon"), ("alerts", "E22", "many"), ("alerts", "F22", At(Day(1, 1)))];
        var cells = WorkbookCells.Of(Assert.Single(office.Reopened([WorkbookCells.Fill(OfficeProject.Named("registers.xlsx"), [.. entries, .. wrong])])));
        Assert.DoesNotContain(cells.Errors, IsSeen);
        Assert.Equal(rows.Select(r => (r.Deadline, r.Status)), rows.Select((_, i) => (Shown(cells["alerts", $"G{i + 7}"]), cells["alerts", $"H{i + 7}"])));
        Assert.Equal(["Reference: stands twice", .. Enumerable.Repeat("ok", rows.Length - 1)], rows.Select((_, i) => cells["alerts", $"I{i + 7}"]));
        Assert.Equal("Class: not one of the list; Received: missing; Deadline that was given: no date; Patients found: no number; Reference: stands twice", Sorted(cells["alerts", "I22"]));
        Assert.Equal("Rows in which something is wrong or missing: 2", cells["alerts", "A5"]);

        static string Sorted(string said) => string.Join("; ", said.Split("; ").OrderBy(s => s.StartsWith("Reference", StringComparison.Ordinal)));
    }

    [Fact(Explicit = true)]
    public void A_filled_capacity_planner_divides_the_hours()
    {
        (string, string, object)[] entries = [("Planner", "B6", 2), ("Planner", "B7", 10), ("Planner", "B8", 42), ("Planner", "B11", 1000), ("Planner", "B12", 25), ("Planner", "B24", 40), ("Planner", "B25", 26), ("Planner", "B26", 0)];
        var cells = WorkbookCells.Of(Assert.Single(office.Reopened([WorkbookCells.Fill(OfficeProject.Named("capacity.xlsx"), entries)])));
        var week = 2m * 10 * 60 / 45;
        var people = week * 42 / 1.25m;
        Assert.DoesNotContain(cells.Errors, IsSeen);
        Assert.Equal(
            new[] { week, week * 42, people, people / 2, 1000 - people, 1000 / (people / 2) }.Select(n => Number((double)n)),
            Enumerable.Range(15, 6).Select(r => Shown(cells["Planner", $"B{r}"])));
        Assert.StartsWith("no: ", cells["Planner", "B21"], StringComparison.Ordinal);
        Assert.Equal((Number(0.65), "0"), (Shown(cells["Planner", "B27"]), Shown(cells["Planner", "B28"])));
    }

    [Fact(Explicit = true)]
    public void A_letter_and_a_procedure_are_read_as_they_are_written()
    {
        string Read(string file) => System.Text.Encoding.UTF8.GetString([.. Assert.Single(office.Reopened([OfficeProject.Named(file)])).Bytes]).TrimStart((char)0xFEFF).ReplaceLineEndings("\n");
        Snapshot.Check(Path.Combine(OfficeProject.Folder, "invitation.txt.expected"), Read("invitation.docx"));
        Snapshot.Check(Path.Combine(OfficeProject.Folder, "monitoring.txt.expected"), Read("monitoring.docx"));
    }

    private static double At(DateOnly day) => WorkbookCells.Serial(day);

    private static string Text(DateOnly day) => Number(At(day));

    private static string Number(double number) => Shown(number.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>So many days after a day that are neither at a weekend nor a bank holiday, counted one by one.</summary>
    private static DateOnly WorkingDays(DateOnly day, int count)
    {
        DateOnly[] holidays = [new(2026, 4, 3), new(2026, 4, 6), new(2026, 5, 25), new(2026, 12, 25), new(2026, 12, 28), new(2027, 1, 1)];
        while (count > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day)) count--;
        }
        return day;
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
