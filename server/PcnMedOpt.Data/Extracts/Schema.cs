namespace PcnMedOpt.Data.Extracts;

/// <summary>The files of an extract and their columns (docs/extract.md).</summary>
public static class Schema
{
    public const string Patients = "patients.csv";
    public const string Events = "events.csv";
    public const string Medications = "medications.csv";

    public static readonly string[] PatientColumns = ["patient_id", "practice", "born", "died", "sex", "registered_since", "registered_until"];

    public static readonly string[] EventColumns = ["patient_id", "date", "code", "value", "unit", "episode"];

    public static readonly string[] MedicationColumns = ["patient_id", "kind", "date", "until", "code", "episode"];

    /// <summary>Columns that may be there and are never read.</summary>
    public static readonly string[] Unread = ["nhs_number"];
}

/// <summary>An extract that cannot be read at all, in a sentence for whoever made it.</summary>
public sealed class ExtractException(string message) : IOException(message);
