using System.Collections.Immutable;
using PcnMedOpt.Emit.Office.Sheets;

namespace PcnMedOpt.Emit.Workbooks.Dashboard;

/// <summary>
/// Where figures are typed or pasted: the columns of the data contract, and beside them what each row comes to. What is pasted is checked by no spreadsheet, so that the
/// column check looks at every row again; a row that is not sound is counted nowhere, and the summary says how many there are.
/// </summary>
internal static class EntrySheet
{
    public const int Number = 11;
    public const int Title = 12;
    public const int Percent = 13;
    public const int TargetMet = 14;
    public const int Note = 15;
    public const int Check = 16;

    /// <summary>The texts of the head, from the left.</summary>
    public static readonly ImmutableArray<string> Heads = [.. EntryColumn.All.Select(c => c.Name), "no.", "title", "percent", "target", "note", "check"];

    private static readonly CellStyle Worked = CellStyle.Body with { Fill = Palette.Wash, Wrap = false };

    public static Sheet Of()
    {
        var sheet = new SheetBuilder(Places.Entry) { FrozenRows = 1, FrozenColumns = 1, HeadRows = (1, 1) };
        foreach (var column in EntryColumn.All) sheet.Column(column.Width, CellStyle.Input with { Form = column.Form, Wrap = false });
        sheet.Columns(5, 34, 10, 11, 30, 34);
        for (var i = 0; i < Heads.Length; i++) sheet.Text(1, i + 1, Heads[i], CellStyle.Head);
        void Down(int column, string formula, NumberForm form = NumberForm.General) =>
            sheet.FormulaDown(Places.FirstEntry, column, Places.LastEntry, formula, CellValue.Empty, Worked with { Form = form });
        Down(Number, "IF(D2=\"\",\"\",IFERROR(MATCH(D2,measure_name,0),0))");
        Down(Title, "IF(N(K2)=0,\"\",INDEX(measure_title,K2))");
        Down(Percent, "IF(P2<>\"ok\",\"\",IF(INDEX(measure_kind,K2)=\"count\",\"count\",IF(H2=0,\"none\",G2/H2)))", NumberForm.Percent);
        Down(TargetMet, "IF(P2<>\"ok\",\"\",IF(INDEX(measure_kind,K2)=\"count\",\"count\",IF(INDEX(measure_target,K2)=\"No target\",\"no target\",IF(H2=0,\"none\",IF(" + Met + ",\"met\",\"not met\")))))");
        Down(Note, "IF(P2<>\"ok\",\"\",IF(I2<" + LastDay + ",\"part period\",IF(I2>" + LastDay + ",\"worked out after its last day\",\"whole period\"))&IF(OR(J2=\"\",J2&\"\"=protocol_version&\"\"),\"\",\"; version \"&J2))");
        Down(Check, CheckFormula());
        Validate(sheet);
        sheet.Highlight(A1.Range(Places.FirstEntry, Check, Places.LastEntry, Check), "AND(P2<>\"\",P2<>\"ok\")", Highlight.Attention);
        sheet.Highlight(A1.Range(Places.FirstEntry, TargetMet, Places.LastEntry, TargetMet), "N2=\"not met\"", Highlight.Attention);
        sheet.Table(new SheetTable("Entry", A1.Range(1, 1, Places.LastEntry, Heads.Length), Heads));
        return sheet.Build();
    }

    /// <summary>The share of row 2 meets the target of its measure; see <see cref="TargetBounds"/> for why nothing is divided.</summary>
    private static string Met
    {
        get
        {
            static string Of(string column) => $"INDEX({column},K2)";
            var (share, low, high) = ($"G2*100*{Of("measure_scale")}", $"{Of("measure_low")}*H2", $"{Of("measure_high")}*H2");
            return $"AND(OR({share}>{low},AND({Of("measure_low_included")}=\"yes\",{share}={low})),OR({share}<{high},AND({Of("measure_high_included")}=\"yes\",{share}={high})))";
        }
    }

    private static string LastDay => "EOMONTH(B2,IF(C2=\"month\",0,IF(C2=\"quarter\",2,11)))";

    /// <summary>What is wrong with a row, the first thing of all; ok when nothing is.</summary>
    private static string CheckFormula()
    {
        (string Wrong, string Says)[] checks =
        [
            ("A2=\"\"", "practice is missing"),
            ("ISERROR(MATCH(A2,practices,0))", "practice is not on the sheet Practices"),
            ("NOT(ISNUMBER(B2))", "period_start is no date"),
            ("DAY(B2)<>1", "period_start is not the first day of a month"),
            ("AND(C2<>\"month\",C2<>\"quarter\",C2<>\"year\")", "period is not month, quarter or year"),
            ("AND(C2=\"quarter\",MOD(MONTH(B2),3)<>1)", "a quarter starts in January, April, July or October"),
            ("AND(C2=\"year\",MONTH(B2)<>4)", "a year starts in April"),
            ("N(K2)=0", "measure is not on the sheet Measures"),
            ("ISERROR(SEARCH(\"|\"&C2&\"|\",INDEX(measure_periods,K2)))", "the measure is not reported for this period"),
            ("OR(E2=\"\",ISERROR(SEARCH(\"|\"&E2&\"|\",INDEX(measure_dimensions,K2))))", "dimension is not one of the measure's"),
            ("AND(E2=\"all\",F2<>\"\")", "value must be empty for all"),
            ("AND(E2<>\"all\",F2=\"\")", "value is missing"),
            ("NOT(ISNUMBER(G2))", "numerator is no number"),
            ("OR(G2<0,G2<>INT(G2))", "numerator is not a whole number of 0 or more"),
            ("AND(INDEX(measure_kind,K2)=\"count\",H2<>\"\")", "a count has no denominator"),
            ("AND(INDEX(measure_kind,K2)<>\"count\",NOT(ISNUMBER(H2)))", "denominator is no number"),
            ("OR(N(H2)<0,N(H2)<>INT(N(H2)))", "denominator is not a whole number of 0 or more"),
            ("AND(INDEX(measure_kind,K2)<>\"count\",G2>H2)", "numerator is more than denominator"),
            ("NOT(ISNUMBER(I2))", "reference_date is no date"),
            ("I2<B2", "reference_date is before the period"),
            ("COUNTIFS(entry_practice,\"=\"&A2,entry_period_start,B2,entry_period,C2,entry_measure,D2,entry_dimension,E2,entry_value,\"=\"&F2)>1", "the same figure stands in another row"),
        ];
        var nested = string.Concat(checks.Select(c => $"IF({c.Wrong},{A1.Quoted(c.Says)},"));
        return $"IF(COUNTA(A2:J2)=0,\"\",{nested}\"ok\"{new string(')', checks.Length)})";
    }

    private static void Validate(SheetBuilder sheet)
    {
        void Column(int column, EntryKind kind, string? formula = null)
        {
            var of = EntryColumn.All[column - 1];
            sheet.Validate(new Validation(A1.Range(Places.FirstEntry, column, Places.LastEntry, column), kind, formula, of.Name, of.What));
        }
        Column(EntryColumn.Practice, EntryKind.OneOf, "practices");
        Column(EntryColumn.PeriodStart, EntryKind.Custom, "AND(ISNUMBER(B2),DAY(B2)=1)");
        Column(EntryColumn.Period, EntryKind.OneOf, "\"month,quarter,year\"");
        Column(EntryColumn.Measure, EntryKind.OneOf, "measure_name");
        Column(EntryColumn.Dimension, EntryKind.OneOf, "\"all,age band,sex,reason\"");
        Column(EntryColumn.Numerator, EntryKind.Custom, "AND(ISNUMBER(G2),G2>=0,G2=INT(G2),OR(H2=\"\",G2<=H2))");
        Column(EntryColumn.Denominator, EntryKind.Custom, "AND(ISNUMBER(H2),H2>=0,H2=INT(H2),OR(G2=\"\",G2<=H2))");
        Column(EntryColumn.ReferenceDate, EntryKind.Day);
    }
}
