using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;

namespace PcnMedOpt.Core.Evaluation;

/// <summary>From a patient of an example to a record: registered since birth unless said; a code set's name records one code of it.</summary>
public static class ExamplePatients
{
    /// <summary>The record, or in a sentence why there can be none.</summary>
    public static (PatientRecord? Patient, string? Fault) Record(ProjectModel project, ExamplePatient patient)
    {
        if (patient.Born is not { } born) return (null, "the patient has no date of birth: write born 1944-03-02");
        var events = ImmutableArray.CreateBuilder<ClinicalEvent>();
        var issues = ImmutableArray.CreateBuilder<MedicineIssue>();
        var repeats = ImmutableArray.CreateBuilder<RepeatItem>();
        var others = 0;
        foreach (var record in patient.Records)
        {
            switch (record)
            {
                case OtherMedicines medicines:
                    for (var i = 0; i < medicines.Count; i++) issues.Add(new MedicineIssue(Other(others++), medicines.Date));
                    break;
                case SetEvent set:
                    if (project.CodeSet(set.Set)?.Representative is not { } member) return (null, $"the code set '{set.Set}' has no code to record");
                    Add(member, set.How, set.Date, set.Value, set.Episode);
                    break;
                case CodeEvent code: Add(code.Code, code.How, code.Date, code.Value, code.Episode); break;
                case SetOnRepeat repeat:
                    if (project.CodeSet(repeat.Set)?.Representative is not { } item) return (null, $"the code set '{repeat.Set}' has no code to record");
                    repeats.Add(new RepeatItem(item, repeat.Since, repeat.Until));
                    break;
                case CodeOnRepeat repeat: repeats.Add(new RepeatItem(repeat.Code, repeat.Since, repeat.Until)); break;
            }
        }
        ImmutableArray<Registration> registrations =
            patient.Registrations.IsEmpty ? [new Registration(born, null)] : [.. patient.Registrations.Select(r => new Registration(r.Since, r.Until))];
        return (new PatientRecord(born, patient.Died, patient.Sex, registrations, events.DrainToImmutable(), issues.DrainToImmutable(), repeats.DrainToImmutable()), null);

        void Add(long code, Happened how, DateOnly date, ExampleValue? value, Episode episode)
        {
            if (how == Happened.Issued) issues.Add(new MedicineIssue(code, date, episode));
            else events.Add(new ClinicalEvent(code, date, value is null ? null : new ResultValue(value.Comparator, value.Number, value.Unit), episode));
        }
    }

    /// <summary>A product that is in no code set: a number that is no identifier and no stand-in.</summary>
    private static long Other(int number) => long.MinValue + number;
}
