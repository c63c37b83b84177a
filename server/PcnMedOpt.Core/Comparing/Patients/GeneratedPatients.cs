using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
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
        var pools = new CodePools(oldProject, newProject);
        var maker = new PatientMaker(clues, pools, reference, set => (newProject.Definition(set) ?? oldProject.Definition(set))?.Unit?.Unit);
        var changed = pools.Changed(clues.Recorded.Select(r => r.Set).Concat(clues.OnRepeat).Distinct(StringComparer.Ordinal));
        var (was, becomes) = (new Evaluator(oldProject, reference), new Evaluator(newProject, reference));
        bool Before(PatientRecord patient) => was.Outcome(old, patient).IsIn;
        bool After(PatientRecord patient) => becomes.Outcome(now, patient).IsIn;
        var (before, after, enter, leave) = (0, 0, 0, 0);
        var codes = new SortedDictionary<long, (int Enter, int Leave)>();
        for (var i = 0; i < patients; i++)
        {
            var patient = maker.Patient(new Draws((ulong)i));
            var (isIn, stays) = (Before(patient), After(patient));
            if (isIn) before++;
            if (stays) after++;
            if (isIn == stays) continue;
            if (stays) enter++;
            else leave++;
            foreach (var code in CodesOf(patient).Where(changed.Contains).Distinct())
                if (Without(patient, code) is var less && Before(less) == After(less))
                    codes[code] = codes.GetValueOrDefault(code) is var count && stays ? (count.Enter + 1, count.Leave) : (count.Enter, count.Leave + 1);
        }
        string? Term(long code) => clues.Recorded.Select(r => r.Set).Concat(clues.OnRepeat).Select(s => newProject.CodeSet(s)?.TermOf(code) ?? oldProject.CodeSet(s)?.TermOf(code)).FirstOrDefault(t => t is not null);
        ImmutableArray<CodeCount> because = [.. codes.Select(c => new CodeCount(c.Key, Term(c.Key), c.Value.Enter, c.Value.Leave)).OrderByDescending(c => c.Enter + c.Leave).ThenBy(c => c.Code)];
        return new Counted("generated patients", patients, before, after, enter, leave, because);
    }

    private static IEnumerable<long> CodesOf(PatientRecord patient) =>
        patient.Events.Select(e => e.Code).Concat(patient.Issues.Select(i => i.Code)).Concat(patient.Repeats.Select(r => r.Code));

    private static PatientRecord Without(PatientRecord patient, long code) => patient with
    {
        Events = patient.Events.RemoveAll(e => e.Code == code),
        Issues = patient.Issues.RemoveAll(i => i.Code == code),
        Repeats = patient.Repeats.RemoveAll(r => r.Code == code),
    };
}
