using System.Collections.Immutable;
using System.Text;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Systmone;

namespace PcnMedOpt.Emit.Forms;

/// <summary>A column of the monthly extract: what it holds, and where the systems have it.</summary>
/// <param name="Name">As the header has it.</param>
/// <param name="Holds">What stands in it, and how it is written.</param>
/// <param name="Emis">The column of an EMIS list report that probably holds it.</param>
/// <param name="Known">How well that is known.</param>
public sealed record ActivityColumn(string Name, string Holds, string Emis, string Known)
{
    public ImmutableArray<string> NameParts => Breaks.Of(Name);
}

/// <summary>
/// The files of the monthly extract: its header, to be filled by the systems, and the list of its codes. Fields are quoted as those of the code lists
/// are (RFC 4180), and no text of them is a formula.
/// </summary>
public static class ActivityCsv
{
    public const string PageFile = "activity-extract.html";
    public const string ExtractFile = "activity-extract.csv";
    public const string CodesFile = "activity-codes.csv";

    private const string Toolkit = "named by a public toolkit, in no published export";
    private const string Export = "in published exports, as a column that a search asks";

    /// <summary>The contract: docs/templates.md has it too, and a test compares the two.</summary>
    public static readonly ImmutableArray<ActivityColumn> Columns =
    [
        new("month", "The calendar month of the entry: 2026-11.", "none: made from the date", "not a column of the system"),
        new("practice", "The national code of the practice that holds the record.", "NATIONAL_PRACTICE_CODE", Toolkit),
        new("patient", "A pseudonym that the practice's system gives, the same each month; or the NHS number, ten digits without blanks. Which of the two, the practice's agreement says: never both.", "ANONYMISED_PATIENT_ID or NHS_NUMBER", Toolkit),
        new("date", "The day that the entry bears: 2026-11-20.", "DATE “Date”", Export),
        new("code", "The SNOMED CT concept, as text.", "CONCEPT_ID; the column READCODE “Clinical Code” of searches holds codes of EMIS's own", Toolkit),
        new("term", "The term that the record shows.", "DISPLAYTERM", Toolkit),
        new("recorded_by_role", "The job role of whoever made the entry, such as clinical pharmacist; never a name.", "USERCATEGORY_TERM", Toolkit),
    ];

    public static string Header
    {
        get
        {
            var csv = new StringBuilder();
            CodesCsv.Row(csv, [.. Columns.Select(c => c.Name)]);
            return csv.ToString();
        }
    }

    internal static string Codes(Activity activity)
    {
        var csv = new StringBuilder();
        CodesCsv.Row(csv, "source", "step", "number", "prompt", "answer", "concept_id", "term", "emis_code_id");
        foreach (var source in activity.Sources)
            foreach (var code in source.Codes)
                CodesCsv.Row(csv, source.Name, code.Step, code.Number, code.Prompt, code.Answer ?? "", code.Code.Text, code.Code.Term ?? "", string.Join(' ', activity.EmisCodesOf(code.Code).Select(e => e.Id)));
        return csv.ToString();
    }
}
