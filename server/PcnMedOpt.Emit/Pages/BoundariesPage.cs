using System.Collections.Immutable;
using PcnMedOpt.Core.Proving;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Pages;

/// <summary>Patients at the boundaries of each criterion with what becomes of them, for a clinician to sign.</summary>
public static class BoundariesPage
{
    public static TestingView View(TestingMeta meta, ImmutableArray<BoundaryTable> tables) => TestingView.Of(
        meta,
        "Boundary patients",
        [
            "Each table takes one patient for whom a test decides, and changes one thing. Sign a row when the answer is the one that you want.",
            "Which codes are inactive only a release of SNOMED CT or dm+d can tell, and none is loaded: where a row says “a code that the set does not have”, whether that code is inactive is not known.",
        ],
        [
            .. tables.GroupBy(t => t.Cohort).Select(c => new TestingSection(
                $"cohort-{c.Key.Replace('.', '-')}", c.First().Title, [c.Key], [.. c.Where(t => !t.Rows.IsEmpty).Select(Of)],
                [.. c.Where(t => t.Patient.IsEmpty).Select(t => $"{t.Label}: {t.Test}\nNo patient was found for whom it decides.")])),
        ]);

    private static TestingTable Of(BoundaryTable table) => new(
        $"{(table.IsExclude ? "Exclude" : "Include")}, {table.Label}: {table.Test}",
        ["Patient", "Lines that differ", "Criterion", "In the cohort", "Name", "Date", "Signature"],
        [.. table.Rows.Select(r => TestingRow.Of(r.What, Changes(r), r.Holds ? "holds" : "does not hold", r.IsIn ? "in" : "not in", "", "", ""))],
        $"On {EnglishDates.Of(table.On)}. The patient who is changed: {string.Join("; ", table.Patient)}.");

    private static string Changes(BoundaryRow row) =>
        string.Join("; ", row.Lines.Concat(row.Without.Select(w => $"without {w}"))) is { Length: > 0 } changes ? changes : "none: the patient of this table";
}
