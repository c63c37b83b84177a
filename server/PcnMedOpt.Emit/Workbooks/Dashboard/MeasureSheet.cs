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
        yield return ("Reported by", of.Reported.IsEmpty ? "The protocol does not say: month, quarter or year" : string.Join(", ", measure.Periods.Select(DashboardMeasure.WordOf)));
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
            var word = DashboardMeasure.WordOf(period);
            sheet.Across(row, 1, LastColumn, $"The network, by {word}", CellStyle.Heading);
            Head(sheet, row + 1, $"First month of the {word}", "Practices with figures");
            var count = Periods.CountOf(period);
            for (var i = 0; i < count; i++) Line(sheet, measure, period, row + 2 + i, i, shown);
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

    private static void Line(SheetBuilder sheet, DashboardMeasure measure, ReportingPeriod period, int row, int index, ShownPeriods shown)
    {
        var (name, word, start) = (A1.Quoted(measure.Name), A1.Quoted(DashboardMeasure.WordOf(period)), $"$A{row}");
        sheet.Formula(row, 1, Periods.StartFormula(period, index), new DayCell(shown.YearStart.AddMonths(Periods.MonthsAfter(period, index))), CellStyle.Body with { Form = NumberForm.Month, Across = Across.Left });
        Figures(sheet, measure, row, Places.Count(name, word, start), Places.Sum("numerator", name, word, start), Places.Sum("denominator", name, word, start), Places.CountPart(name, word, start));
        sheet.Formula(row, 6, Places.Count(name, word, start), new NumberCell(0), CellStyle.Body with { Form = NumberForm.Whole });
    }

    /// <summary>Counted, out of, percent, target and note of a row; without figures they are empty, and without a denominator the share is “none”.</summary>
    private static void Figures(SheetBuilder sheet, DashboardMeasure measure, int row, string rows, string numerator, string denominator, string part)
    {
        var number = CellStyle.Body with { Form = NumberForm.Whole };
        sheet.Formula(row, 2, $"IF({rows}=0,\"\",{numerator})", CellValue.Empty, number);
        if (measure.IsCount)
        {
            sheet.Text(row, 3, "count", number).Text(row, 4, "count", CellStyle.Body).Text(row, 5, "count", CellStyle.Body);
        }
        else
        {
            sheet.Formula(row, 3, $"IF({rows}=0,\"\",{denominator})", CellValue.Empty, number);
            sheet.Formula(row, 4, $"IF(C{row}=\"\",\"\",IF(C{row}=0,\"none\",B{row}/C{row}))", CellValue.Empty, CellStyle.Body with { Form = NumberForm.Percent, Across = Across.Right });
            var met = measure.HasTarget ? $"IF(C{row}=\"\",\"\",IF(C{row}=0,\"none\",IF({measure.Bounds.IsMet($"B{row}", $"C{row}")},\"met\",\"not met\")))" : $"IF(C{row}=\"\",\"\",\"no target\")";
            sheet.Formula(row, 5, met, CellValue.Empty, CellStyle.Body);
            sheet.Highlight(A1.Of(row, 5), $"E{row}=\"not met\"", Highlight.Attention);
        }
        sheet.Formula(row, 7, $"IF(B{row}=\"\",\"no figures\",IF({part}>0,\"part period\",\"\"))", new TextCell("no figures"), Note);
    }

    private static void Practices(SheetBuilder sheet, DashboardMeasure measure, int row, ShownPeriods shown)
    {
        var (name, word) = (A1.Quoted(measure.Name), A1.Quoted(DashboardMeasure.WordOf(measure.Period)));
        sheet.Across(row, 1, LastColumn, $"Practices, in the {DashboardMeasure.WordOf(measure.Period)} that is shown", CellStyle.Heading);
        sheet.Text(row + 1, 1, "From", CellStyle.Label).Formula(row + 1, 2, DashboardMeasure.StartFormula(measure.Period, "month_shown"), new DayCell(DashboardMeasure.StartOf(measure.Period, shown.Month)), CellStyle.Plain with { Form = NumberForm.Month, Across = Across.Left });
        Head(sheet, row + 2, "Practice", "");
        var start = $"$B${row + 1}";
        for (var i = 0; i < Places.MostPractices; i++)
        {
            var line = row + 3 + i;
            var practice = $"\"=\"&$A{line}";
            sheet.Formula(line, 1, $"INDEX(practices,{i + 1})&\"\"", CellValue.Empty, CellStyle.Body);
            var rows = $"IF($A{line}=\"\",0,{Places.Count(name, word, start, practice)})";
            Figures(sheet, measure, line, rows, Places.Sum("numerator", name, word, start, practice), Places.Sum("denominator", name, word, start, practice), Places.CountPart(name, word, start, practice));
            sheet.Blank(line, 6, CellStyle.Body);
            sheet.Formula(line, 7, $"IF($A{line}=\"\",\"\",IF(B{line}=\"\",\"no figures\",IF({Places.CountPart(name, word, start, practice)}>0,\"part period\",\"\")))", CellValue.Empty, Note);
        }
    }
}
