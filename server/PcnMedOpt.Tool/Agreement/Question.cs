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
    public ImmutableArray<Condition> Tests(ProjectModel project)
    {
        var tests = new Dictionary<string, Condition>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        From(this.From);
        foreach (var condition in Conditions) Add(condition);
        return [.. tests.Values];

        void From(Population population)
        {
            if (population is OfCohort of) Cohort(of.FullName);
        }

        void Cohort(string name)
        {
            if (!seen.Add(name) || project.Cohort(name) is not { } cohort) return;
            From(cohort.From);
            foreach (var criterion in cohort.Criteria) Add(criterion.Condition);
        }

        void Add(Condition condition)
        {
            foreach (var test in condition.DescendantsAndSelf().Where(c => c.Children().IsEmpty))
                if (test is InCohortTest other) Cohort(other.FullName);
                else tests.TryAdd(ConditionText.Of(test), test);
        }
    }
}
