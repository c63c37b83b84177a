using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Emit.Emis.Running;

/// <summary>A row of one of EMIS's tables. Of PATIENTS there is one, which has the date of the search.</summary>
internal sealed record EmisRow(long Code, DateOnly Date, decimal? Number, Episode Episode)
{
    /// <summary>The rows of a patient. Undated records are none: EMIS asks for a date on each.</summary>
    public static IEnumerable<EmisRow> Of(string table, PatientRecord patient, DateOnly baseline) => table switch
    {
        "PATIENTS" => [new EmisRow(0, baseline, null, Episode.Unmarked)],
        "EVENTS" => Events(patient),
        "MEDICATION_ISSUES" => Issues(patient),
        "GPES_JOURNALS" => Events(patient).Concat(Issues(patient)),
        _ => throw new InvalidDataException($"The table {table} is not run."),
    };

    private static IEnumerable<EmisRow> Events(PatientRecord patient)
    {
        foreach (var entry in patient.Events)
            if (entry.Date is { } date) yield return new EmisRow(entry.Code, date, entry.Value?.Number, entry.Episode);
    }

    private static IEnumerable<EmisRow> Issues(PatientRecord patient)
    {
        foreach (var issue in patient.Issues)
            if (issue.Date is { } date) yield return new EmisRow(issue.Code, date, null, issue.Episode);
    }
}
