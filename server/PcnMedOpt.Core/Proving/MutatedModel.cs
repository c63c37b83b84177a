using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;

namespace PcnMedOpt.Core.Proving;

/// <summary>A project with one mistake in it.</summary>
internal static class MutatedModel
{
    /// <summary>The cohort with the mistake in one of its criteria.</summary>
    public static Cohort Of(Cohort cohort, int index, Mutant mutant)
    {
        var included = cohort.Include?.Criteria.Length ?? 0;
        Criterion With(Criterion criterion) => criterion with { Condition = mutant.Condition ?? criterion.Condition };
        if (index >= included)
            return cohort with { Exclude = mutant.Condition is null ? cohort.Exclude.RemoveAt(index - included) : cohort.Exclude.SetItem(index - included, With(cohort.Exclude[index - included])) };
        if (cohort.Include is not { } include) return cohort;
        return cohort with
        {
            Include = include with { Criteria = mutant.Condition is null ? include.Criteria.RemoveAt(index) : include.Criteria.SetItem(index, With(include.Criteria[index])) },
        };
    }

    /// <summary>The project with that cohort, and where a code was dropped with that code set.</summary>
    public static ProjectModel Of(ProjectModel project, Cohort cohort, DroppedCode? dropped) => new(
        name => name == cohort.Name ? cohort : project.Cohort(name),
        project.Measure,
        name => dropped is not null && name == dropped.Set && project.CodeSet(name) is { } set ? set with { Codes = set.Codes.Remove(dropped.Code) } : project.CodeSet(name),
        project.Definition);
}
