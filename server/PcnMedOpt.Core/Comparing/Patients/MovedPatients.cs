using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;

namespace PcnMedOpt.Core.Comparing.Patients;

/// <summary>
/// Finds for patients who enter or leave a cohort the codes that did it: a code that a set gained or lost, without whose records the patient would be found in both
/// projects or in neither.
/// </summary>
public sealed class MovedPatients
{
    private readonly SortedDictionary<long, (int Enter, int Leave)> codes = [];
    private readonly ImmutableHashSet<long> changed;
    private readonly Clues clues;
    private readonly (ProjectModel Project, Cohort Cohort, Evaluator Evaluator) old;
    private readonly (ProjectModel Project, Cohort Cohort, Evaluator Evaluator) now;

    public MovedPatients(ProjectModel oldProject, Cohort oldCohort, ProjectModel newProject, Cohort newCohort, DateOnly reference)
    {
        old = (oldProject, oldCohort, new Evaluator(oldProject, reference));
        now = (newProject, newCohort, new Evaluator(newProject, reference));
        clues = Clues.Of((oldProject, oldCohort), (newProject, newCohort));
        changed = new CodePools(oldProject, newProject).Changed(Sets);
    }

    /// <summary>Some code set that the cohorts use gained or lost codes: else there is nothing to find.</summary>
    public bool IsByCodes => !changed.IsEmpty;

    /// <summary>The codes so far, those of most patients first.</summary>
    public ImmutableArray<CodeCount> Codes =>
        [.. codes.Select(c => new CodeCount(c.Key, Term(c.Key), c.Value.Enter, c.Value.Leave)).OrderByDescending(c => c.Enter + c.Leave).ThenBy(c => c.Code)];

    private IEnumerable<string> Sets => clues.Recorded.Select(r => r.Set).Concat(clues.OnRepeat).Distinct(StringComparer.Ordinal);

    public bool WasFound(PatientRecord patient) => old.Evaluator.Outcome(old.Cohort, patient).IsIn;

    public bool IsFound(PatientRecord patient) => now.Evaluator.Outcome(now.Cohort, patient).IsIn;

    /// <summary>Adds a patient who enters or leaves.</summary>
    public void Add(PatientRecord patient, bool enters)
    {
        foreach (var code in CodesOf(patient).Where(changed.Contains).Distinct())
            if (Without(patient, code) is var less && WasFound(less) == IsFound(less))
                codes[code] = codes.GetValueOrDefault(code) is var count && enters ? (count.Enter + 1, count.Leave) : (count.Enter, count.Leave + 1);
    }

    private string? Term(long code) => Sets.Select(s => now.Project.CodeSet(s)?.TermOf(code) ?? old.Project.CodeSet(s)?.TermOf(code)).FirstOrDefault(t => t is not null);

    private static IEnumerable<long> CodesOf(PatientRecord patient) =>
        patient.Events.Select(e => e.Code).Concat(patient.Issues.Select(i => i.Code)).Concat(patient.Repeats.Select(r => r.Code));

    private static PatientRecord Without(PatientRecord patient, long code) => patient with
    {
        Events = patient.Events.RemoveAll(e => e.Code == code),
        Issues = patient.Issues.RemoveAll(i => i.Code == code),
        Repeats = patient.Repeats.RemoveAll(r => r.Code == code),
    };
}
