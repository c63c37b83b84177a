using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Tool.Agreement;

/// <summary>Whom all forms must find: a cohort, or the patients that a measure counts.</summary>
/// <param name="Name">The cohort's or measure's name.</param>
/// <param name="Title">Its title.</param>
/// <param name="From">Where its patients come from.</param>
/// <param name="Conditions">Its own conditions.</param>
/// <param name="Numerator">What a measure counts; null for a cohort.</param>
public sealed record Question(string Name, string Title, Population From, ImmutableArray<Condition> Conditions, Condition? Numerator)
{
    public static Question Of(Cohort cohort) => new(cohort.Name, cohort.Title, cohort.From, [.. cohort.Criteria.Select(c => c.Condition)], null);

    /// <summary>Measures over records have no list of patients, and those without "count when" count their cohort.</summary>
    public static Question? Of(Measure measure) => measure is { Of: PatientsOf patients, Numerator: { } numerator } ? new Question(measure.Name, measure.Title, patients.Population, [numerator], numerator) : null;

    /// <summary>The reference meaning.</summary>
    public bool Holds(Evaluator evaluator, PatientRecord patient) =>
        Numerator is null ? evaluator.IsIn(Name, patient) : evaluator.IsIn(From, patient) && evaluator.Holds(Numerator, patient);

    /// <summary>Every test that decides it, those of the cohorts that it depends on included; each once.</summary>
    public ImmutableArray<Condition> Tests(ProjectModel project) =>
        [.. AllConditions.Of(project, From, Conditions).Where(c => c is not InCohortTest && c.Children().IsEmpty).DistinctBy(ConditionText.Of, StringComparer.Ordinal)];
}
