using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Office;
using PcnMedOpt.Emit.Office.Sheets;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Workbooks;

/// <summary>
/// How many consultations the hours of a network hold: made for a pack with a consultation template that says how long it lasts. The benchmarks beside it are a
/// provider's own (see <see cref="Source"/>): it gives no source for them, and they do not agree with each other, so that nothing is worked out from one but a comparison.
/// </summary>
internal static class CapacityWorkbook
{
    /// <summary>Where the benchmarks and the preparation time are from.</summary>
    private const string Source = "A provider's web page on structured medication reviews (https://www.bespokeclinicalservices.co.uk/medicines-optimisation/structured-medication-reviews), read 20 November 2026. The provider's own figures, without a source.";

    private const int First = 6;

    private static readonly CellStyle Input = CellStyle.Input with { Form = NumberForm.Decimal };

    private static readonly CellStyle Worked = CellStyle.Body with { Form = NumberForm.Decimal, Fill = Palette.Wash };

    public static OutputFile? Of(PageMeta meta, IEnumerable<Template> templates)
    {
        if (templates.FirstOrDefault(t => t.Lasts is { Unit: TimeUnit.Minutes or TimeUnit.Hours }) is not { Lasts: { } lasts } template) return null;
        var (readMe, _) = WorkbookFront.Of(meta, "Capacity planner",
        [
            ("What it is", $"How many consultations of “{template.Title}” the hours of a network hold, against the people to be seen. Yellow cells are to be filled in with your own figures."),
            ("Benchmarks", $"{Source} They do not agree with each other: use them for comparison, and none of them as a target."),
            ("What it leaves out", "Travel, home visits, patients who do not come, and the difference between one review and the next. Leave and training are taken off by the weeks that are worked."),
        ]);
        var minutes = lasts.Unit == TimeUnit.Hours ? 60 * lasts.Count : lasts.Count;
        var workbook = new Workbook(OfficeProperties.Of(meta, $"{meta.Title}: capacity planner"), WorkbookFront.Footer(meta), [readMe, Planner(template, minutes)], []);
        return OutputFile.Of($"{WorkbookFront.Folder}{meta.Name}-capacity.xlsx", WorkbookWriter.Write(workbook)) with { Title = "Capacity planner (Excel)" };
    }

    private static Sheet Planner(Template template, int minutes)
    {
        var sheet = new SheetBuilder("Planner") { HeadRows = (First - 1, First - 1) }.Columns(56, 14, 70);
        sheet.Across(1, 1, 3, "Capacity planner", CellStyle.Title);
        sheet.Across(2, 1, 3, $"Consultation: {template.Title}, {Numbers.Shown((decimal)minutes)} minutes in the protocol.", CellStyle.Prose);
        sheet.Across(3, 1, 3, Source, CellStyle.Note);
        Head(sheet, First - 1, "What you have");
        ImmutableArray<(string What, decimal? Value, string Beside)> inputs =
        [
            ("Pharmacists who hold reviews, WTE", null, "The provider's page: 2 WTE in a network of 50,000."),
            ("Hours a week that one WTE has for reviews", null, "Not the contract: what is left beside everything else."),
            ("Weeks that are worked in a year", null, "Leave, training and illness taken off."),
            ("Minutes of the consultation", minutes, $"From the protocol. The provider's page: 30 minutes, and 45 to 60 in care homes and severe frailty."),
            ("Minutes for preparation, letters and coding", 15, "The provider's page: 15 minutes."),
            ("People to be seen in a year", null, "From the six-monthly search: identified, not declined, not reviewed yet."),
            ("Follow-up consultations for each 100 people seen", 0, "They use slots too. No source gives a figure."),
        ];
        for (var i = 0; i < inputs.Length; i++)
        {
            sheet.Text(First + i, 1, inputs[i].What, CellStyle.Body).Set(First + i, 2, inputs[i].Value is { } value ? new NumberCell(value) : null, Input).Text(First + i, 3, inputs[i].Beside, CellStyle.Body with { Colour = Palette.Soft });
        }
        sheet.Validate(new Validation(A1.Range(First, 2, First + inputs.Length - 1, 2), EntryKind.Amount, null, "Your own figure", "A number of 0 or more."));
        var row = First + inputs.Length + 1;
        Head(sheet, row, "What it holds");
        ImmutableArray<(string What, string Formula, CellValue Cached, string Beside)> results =
        [
            ("Slots in a week", "IF(OR(B6=\"\",B7=\"\",B9+B10=0),\"\",B6*B7*60/(B9+B10))", CellValue.Empty, "WTE × hours × 60 ÷ minutes of a consultation and its preparation."),
            ("Slots in a year", "IF(OR(B15=\"\",B8=\"\"),\"\",B15*B8)", CellValue.Empty, "Slots in a week × weeks."),
            ("People who can be seen in a year", "IF(B16=\"\",\"\",B16/(1+B12/100))", CellValue.Empty, "Follow-ups taken off."),
            ("The same for each WTE", "IF(OR(B17=\"\",N(B6)=0),\"\",B17/B6)", CellValue.Empty, "The provider's page: 120+ a year for each WTE."),
            ("People left over (below 0: slots left over)", "IF(OR(B17=\"\",B11=\"\"),\"\",B11-B17)", CellValue.Empty, "People to be seen less those who can be."),
            ("WTE that would be needed", "IF(OR(B18=\"\",N(B18)=0,B11=\"\"),\"\",B11/B18)", CellValue.Empty, "People to be seen ÷ people for each WTE."),
            ("Do the slots suffice?", "IF(OR(B17=\"\",B11=\"\"),\"fill in the yellow cells\",IF(B17>=B11,\"yes\",\"no: see whom you invite first, and tell the commissioner\"))", new TextCell("fill in the yellow cells"), "A lower share of offers needs the commissioner's agreement."),
        ];
        for (var i = 0; i < results.Length; i++)
            sheet.Text(row + 1 + i, 1, results[i].What, CellStyle.Body).Formula(row + 1 + i, 2, results[i].Formula, results[i].Cached, Worked with { Wrap = true }).Text(row + 1 + i, 3, results[i].Beside, CellStyle.Body with { Colour = Palette.Soft });
        Results(sheet, row + results.Length + 2);
        return sheet.Build();
    }

    /// <summary>What was delivered, beside the provider's figures.</summary>
    private static void Results(SheetBuilder sheet, int row)
    {
        Head(sheet, row, "What was delivered");
        ImmutableArray<string> counts = ["Reviews held", "of these with at least one change of a medicine", "of these coded as the protocol says"];
        for (var i = 0; i < counts.Length; i++) sheet.Text(row + 1 + i, 1, counts[i], CellStyle.Body).Blank(row + 1 + i, 2, CellStyle.Input with { Form = NumberForm.Whole }).Text(row + 1 + i, 3, "", CellStyle.Body);
        sheet.Validate(new Validation(A1.Range(row + 1, 2, row + 3, 2), EntryKind.Count, null, "Your own figure", "A whole number of 0 or more."));
        string Share(int of) => $"IF(OR(B{row + 1}=\"\",B{of}=\"\"),\"\",IF(B{row + 1}=0,\"none\",B{of}/B{row + 1}))";
        var percent = Worked with { Form = NumberForm.Percent };
        sheet.Text(row + 4, 1, "Share with a change", CellStyle.Body).Formula(row + 4, 2, Share(row + 2), CellValue.Empty, percent).Text(row + 4, 3, "The provider's page: 60–70 %. A higher share is not better: some need no change.", CellStyle.Body with { Colour = Palette.Soft });
        sheet.Text(row + 5, 1, "Share that is coded", CellStyle.Body).Formula(row + 5, 2, Share(row + 3), CellValue.Empty, percent).Text(row + 5, 3, "The provider's page: more than 95 %.", CellStyle.Body with { Colour = Palette.Soft });
    }

    private static void Head(SheetBuilder sheet, int row, string title) =>
        sheet.Text(row, 1, title, CellStyle.Head).Text(row, 2, "Your figure", CellStyle.Head).Text(row, 3, "Beside it", CellStyle.Head);
}
