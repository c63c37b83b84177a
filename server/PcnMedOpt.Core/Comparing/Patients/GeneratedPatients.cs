using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;

namespace PcnMedOpt.Core.Comparing.Patients;

/// <summary>
/// Looks at patients made for two cohorts, with the reference evaluation, and counts who enters and who leaves. They are no practice: they lie where answers turn,
/// so that their number says nothing about how many people a change concerns.
/// </summary>
public static class GeneratedPatients
{
    /// <param name="reference">The day on which they are looked at.</param>
    /// <param name="patients">How many are made.</param>
    public static Count Of(DateOnly reference, int patients) => (oldProject, old, newProject, now) => Count(reference, patients, oldProject, old, newProject, now);

    private static Counted Count(DateOnly reference, int patients, ProjectModel oldProject, Cohort old, ProjectModel newProject, Cohort now)
    {
        var clues = Clues.Of((oldProject, old), (newProject, now));
        var maker = new PatientMaker(clues, new CodePools(oldProject, newProject), reference, set => (newProject.Definition(set) ?? oldProject.Definition(set))?.Unit?.Unit);
        var moved = new MovedPatients(oldProject, old, newProject, now, reference);
        var (before, after, enter, leave) = (0, 0, 0, 0);
        for (var i = 0; i < patients; i++)
        {
            var patient = maker.Patient(new Draws((ulong)i));
            var (isIn, stays) = (moved.WasFound(patient), moved.IsFound(patient));
            if (isIn) before++;
            if (stays) after++;
            if (isIn == stays) continue;
            if (stays) enter++;
            else leave++;
            moved.Add(patient, stays);
        }
        return new Counted("generated patients", patients, before, after, enter, leave, moved.Codes);
    }
}
