using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Data.Counting;

/// <summary>The code sets that a cohort or measure depends on and that are not wholly known without a terminology release.</summary>
internal sealed class IncompleteSets(ProjectModel project)
{
    public ImmutableArray<string> Of(Cohort cohort)
    {
        var sets = new SortedSet<string>(StringComparer.Ordinal);
        Add(cohort, sets, []);
        return [.. sets];
    }

    public ImmutableArray<string> Of(Measure measure)
    {
        var sets = new SortedSet<string>(StringComparer.Ordinal);
        Add(measure.Of.Population, sets, []);
        if (measure.Of is RecordsOf records) Add(new HappenedTest([records.Set], records.How, records.Filters, null), sets, []);
        if (measure.Numerator is { } numerator) Add(numerator, sets, []);
        return [.. sets];
    }

    private void Add(Cohort cohort, SortedSet<string> sets, HashSet<string> seen)
    {
        if (!seen.Add(cohort.Name)) return;
        Add(cohort.From, sets, seen);
        foreach (var criterion in cohort.Criteria) Add(criterion.Condition, sets, seen);
    }

    private void Add(Population population, SortedSet<string> sets, HashSet<string> seen)
    {
        if (population is OfCohort of && project.Cohort(of.FullName) is { } cohort) Add(cohort, sets, seen);
    }

    private void Add(Condition condition, SortedSet<string> sets, HashSet<string> seen)
    {
        foreach (var part in condition.DescendantsAndSelf())
        {
            foreach (var (set, _) in part.SetsUsed())
                if (project.CodeSet(set) is null or { IsIncomplete: true }) sets.Add(set);
            if (part is InCohortTest test && project.Cohort(test.FullName) is { } cohort) Add(cohort, sets, seen);
        }
    }
}
