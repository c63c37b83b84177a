using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;

namespace PcnMedOpt.Core.Proving;

/// <summary>Takes away from a patient what is not needed, so that what is left is the point.</summary>
internal static class Shrinking
{
    /// <param name="patient">Somebody who shows it.</param>
    /// <param name="plain">Somebody of whom nothing is known.</param>
    /// <param name="isShown">Whether a patient still shows it.</param>
    public static ExamplePatient Of(ExamplePatient patient, ExamplePatient plain, Func<ExamplePatient, bool> isShown)
    {
        for (var i = patient.Records.Length - 1; i >= 0; i--) Try(patient with { Records = patient.Records.RemoveAt(i) });
        if (patient.Sex != Sex.Unknown) Try(patient with { Sex = Sex.Unknown });
        if (!patient.Registrations.IsEmpty) Try(patient with { Registrations = [] });
        if (patient.Born != plain.Born) Try(patient with { Born = plain.Born });
        return patient;

        void Try(ExamplePatient smaller)
        {
            if (isShown(smaller)) patient = smaller;
        }
    }
}
