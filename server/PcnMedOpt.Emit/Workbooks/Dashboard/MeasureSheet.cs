using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Emit.Office.Sheets;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Workbooks.Dashboard;

/// <summary>The sheet of one measure: what it counts in plain English, the network period by period with a chart, and the practices in the month that is shown.</summary>
internal static class MeasureSheet
{
    private const int LastColumn = 14;
    private const int ChartColumn = 8;

    private static readonly CellStyle Note = CellStyle.Body with { Size = 9 };

    public static Sheet Of(DashboardMeasure measure, PageContents contents, PlainEnglish english, PageMeta meta, ShownPeriods shown)
    {
        var sheet = new SheetBuilder(measure.SheetName).Columns(26, 10, 10, 10, 12, 11, 24, 9, 9, 9, 9, 9, 9, 9);
        sheet.Across(1, 1, LastColumn, measure.Measure.Title, CellStyle.Title);
        var row = 2;
        if (meta.Warning is { } warning) sheet.Across(row++, 1, LastColumn, warning, CellStyle.Warning);
        foreach (var (label, text) in Facts(measure, contents, english))
        {
            sheet.Text(row, 1, label, CellStyle.Label).Across(row, 2, LastColumn, text, CellStyle.Prose);
            row++;
        }
        row = Network(sheet, measure, row + 1, shown);
        Practices(sheet.BreakAfter(row), measure, row + 2, shown);
        return sheet.Build();
    }

    private static IEnumerable<(string Label, string Text)> Facts(DashboardMeasure measure, PageContents contents, PlainEnglish english)
    {
        var of = measure.Measure;
        yield return ("Name", of.Name);
        if (of.Description is { } description) yield return ("What it is", GuidanceText.Plain(description));
        yield return ("Counts over", MeasureWords.Of(of.Of, english));
        if (of.Numerator is { } numerator) yield return ("Counted when", english.Of(numerator));
        yield return ("Target", measure.TargetWords);
        if (!of.By.IsEmpty) yield return ("Broken down by", string.Join(", ", of.By.Select(MeasureWords.Of)));
        yield return ("Reported by", of.Reported.IsEmpty ? "The protocol does not say: month, quarter or year" : string.Join(", ", measure.Periods.Select(ReportingPeriods.WordOf)));
        if (of.Of is RecordsOf) yield return ("Search", "None. It counts records, and searches find patients: count it from an extract.");
        foreach (var guide in of.Guides) yield return (guide.Title ?? "Guidance", GuidanceText.Plain(guide.Markdown));
        var sources = EvidenceText.Of(contents, of.Name, of.Cites).ToList();
        if (sources.Count > 0) yield return ("Evidence", string.Join('\n', sources));
    }

    /// <summary>A table and a chart for each kind of period; gives the last row.</summary>
    private static int Network(SheetBuilder sheet, DashboardMeasure measure, int row, ShownPeriods shown)
    {
        foreach (var period in measure.Periods)
        {
            var word = ReportingPeriods.WordOf(period);
            sheet.Across(row, 1, LastColumn, $"The network, by {word}", CellStyle.Heading);
            Head(sheet, row + 1, period == ReportingPeriod.Monthly ? "Month" : $"{char.ToUpperInvariant(word[0])}{word[1..]} from", "Practices with figures");
            var count = Periods.CountOf(period);
            Lines(sheet, measure, period, row + 2, row + 1 + count, shown);
            if (period == measure.Period) sheet.Chart(Periods.Chart(measure, row + 1, ChartColumn, count + 1, LastColumn - ChartColumn + 1));
            row += count + 3;
        }
        return row - 1;
    }

    private static void Head(SheetBuilder sheet, int row, string first, string sixth)
    {
        ImmutableArray<string> heads = [first, "Counted", "Out of", "Percent", "Target", sixth, "Note"];
        for (var i = 0; i < heads.Length; i++) sheet.Text(row, i + 1, heads[i], CellStyle.Head);
    }

    private static void Lines(SheetBuilder sheet, DashboardMeasure measure, ReportingPeriod period, int row, int last, ShownPeriods shown)
    {
        var (name, word, start) = (A1.Quoted(measure.Name), A1.Quoted(ReportingPeriods.WordOf(period)), $"$A{row}");
        for (var i = row; i <= last; i++)
            sheet.Formula(
                i,
                1,
                Periods.StartFormula(period, i - row),
                new DayCell(shown.YearStart.AddMonths(Periods.MonthsAfter(period, i - row))),
                CellStyle.Body with { Form = NumberForm.Month, Across = Across.Left });
        Figures(sheet, measure, row, last, Places.Count(name, word, start), Places.Sum("numerator", name, word, start), Places.Sum("denominator", name, word, start));
        sheet.FormulaDown(row, 6, last, Places.Count(name, word, start), new NumberCell(0), CellStyle.Body with { Form = NumberForm.Whole });
        var part = Places.CountPart(name, word, start);
        sheet.FormulaDown(row, 7, last, $"IF(B{row}=\"\",\"no figures\",IF({part}>0,\"part period in \"&{part},\"\"))", new TextCell("no figures"), Note);
    }

    /// <summary>Counted, out of, percent and target of rows; without figures they are empty, and without a denominator the share is “none”.</summary>
    private static void Figures(SheetBuilder sheet, DashboardMeasure measure, int row, int last, string rows, string numerator, string denominator)
    {
        var number = CellStyle.Body with { Form = NumberForm.Whole };
        var share = CellStyle.Body with { Form = NumberForm.Percent };
        sheet.FormulaDown(row, 2, last, $"IF({rows}=0,\"\",{numerator})", CellValue.Empty, number);
        if (measure.IsCount)
        {
            for (var i = row; i <= last; i++) sheet.Text(i, 3, "count", number).Text(i, 4, "count", CellStyle.Body).Text(i, 5, "count", CellStyle.Body);
            return;
        }
        sheet.FormulaDown(row, 3, last, $"IF({rows}=0,\"\",{denominator})", CellValue.Empty, number);
        sheet.FormulaDown(row, 4, last, $"IF(C{row}=\"\",\"\",IF(C{row}=0,\"none\",B{row}/C{row}))", CellValue.Empty, share);
        var met = measure.HasTarget ? $"IF(C{row}=0,\"none\",IF({measure.Bounds.IsMet($"B{row}", $"C{row}")},\"met\",\"not met\"))" : "\"no target\"";
        sheet.FormulaDown(row, 5, last, $"IF(C{row}=\"\",\"\",{met})", CellValue.Empty, CellStyle.Body);
        sheet.Highlight(A1.Range(row, 5, last, 5), $"E{row}=\"not met\"", Highlight.Attention);
    }

    private static void Practices(SheetBuilder sheet, DashboardMeasure measure, int row, ShownPeriods shown)
    {
        var (name, word) = (A1.Quoted(measure.Name), A1.Quoted(ReportingPeriods.WordOf(measure.Period)));
        sheet.Across(row, 1, LastColumn, $"Practices, in the {ReportingPeriods.WordOf(measure.Period)} that is shown", CellStyle.Heading);
        sheet.Text(row + 1, 1, "From", CellStyle.Label).Formula(row + 1, 2, DashboardMeasure.StartFormula(measure.Period, "month_shown"), new DayCell(ReportingPeriods.StartOf(measure.Period, shown.Month)), CellStyle.Plain with { Form = NumberForm.Month, Across = Across.Left });
        Head(sheet, row + 2, "Practice", "");
        var start = $"$B${row + 1}";
        var (line, last) = (row + 3, row + 2 + Places.MostPractices);
        var practice = $"\"=\"&$A{line}";
        sheet.FormulaDown(line, 1, last, $"INDEX(practices,ROW()-{line - 1})&\"\"", CellValue.Empty, CellStyle.Body);
        var rows = $"IF($A{line}=\"\",0,{Places.Count(name, word, start, practice)})";
        Figures(sheet, measure, line, last, rows, Places.Sum("numerator", name, word, start, practice), Places.Sum("denominator", name, word, start, practice));
        for (var i = line; i <= last; i++) sheet.Blank(i, 6, CellStyle.Body);
        sheet.FormulaDown(
            line, 7, last, $"IF($A{line}=\"\",\"\",IF(B{line}=\"\",\"no figures\",IF({Places.CountPart(name, word, start, practice)}>0,\"part period\",\"\")))", CellValue.Empty, Note);
    }
}
