using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Core.Model.Cohorts;

/// <summary>Every condition that decides who is found: one's own and everything below them, and those of the cohorts that they name or start from.</summary>
public static class AllConditions
{
    public static IEnumerable<Condition> Of(ProjectModel project, Cohort cohort) => Of(project, cohort.From, cohort.Criteria.Select(c => c.Condition));

    /// <summary>In the order of the text; those of another cohort where it is named first, and once.</summary>
    public static IEnumerable<Condition> Of(ProjectModel project, Population from, IEnumerable<Condition> conditions)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return From(from).Concat(conditions.SelectMany(Below));

        IEnumerable<Condition> From(Population population) => population is OfCohort of ? Named(of.FullName) : [];

        IEnumerable<Condition> Named(string name) => seen.Add(name) && project.Cohort(name) is { } cohort
            ? From(cohort.From).Concat(cohort.Criteria.SelectMany(c => Below(c.Condition)))
            : [];

        IEnumerable<Condition> Below(Condition condition) =>
            condition.DescendantsAndSelf().SelectMany(part => part is InCohortTest test ? Named(test.FullName).Prepend(part) : [part]);
    }
}
