using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;

namespace PcnMedOpt.Tool.Agreement;

/// <summary>Takes from a patient what can be taken while the forms still differ on what is left.</summary>
internal static class SmallerPatients
{
    public static ExamplePatient Smallest(ExamplePatient patient, Func<ExamplePatient, bool> differs)
    {
        while (Smaller(patient).FirstOrDefault(differs) is { } smaller) patient = smaller;
        return patient;
    }

    /// <summary>Each with one thing less: a record, the death, the sex, the registration, an episode, a result's comparator or unit.</summary>
    private static IEnumerable<ExamplePatient> Smaller(ExamplePatient patient)
    {
        for (var i = 0; i < patient.Records.Length; i++) yield return patient with { Records = patient.Records.RemoveAt(i) };
        if (patient.Died is not null) yield return patient with { Died = null };
        if (patient.Sex != Sex.Unknown) yield return patient with { Sex = Sex.Unknown };
        if (!patient.Registrations.IsEmpty) yield return patient with { Registrations = [] };
        for (var i = 0; i < patient.Records.Length; i++)
            foreach (var plainer in Plainer(patient.Records[i])) yield return patient with { Records = patient.Records.SetItem(i, plainer) };
    }

    private static IEnumerable<ExampleRecord> Plainer(ExampleRecord record)
    {
        switch (record)
        {
            case SetEvent set:
                if (set.Value is not null) yield return set with { Value = null };
                if (set.Value?.Comparator is not null) yield return set with { Value = set.Value with { Comparator = null } };
                if (set.Episode != Episode.Unmarked) yield return set with { Episode = Episode.Unmarked };
                break;
            case CodeEvent code:
                if (code.Value is not null) yield return code with { Value = null };
                if (code.Episode != Episode.Unmarked) yield return code with { Episode = Episode.Unmarked };
                break;
            case OtherMedicines { Count: > 1 } others: yield return others with { Count = others.Count - 1 }; break;
            case SetOnRepeat { Until: not null } repeat: yield return repeat with { Until = null }; break;
        }
    }
}
