using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Emit.Pages;

/// <summary>What the cohorts and measures of a pack need.</summary>
/// <param name="Cohorts">The cohorts and those that they and the measures depend on, each after those that it depends on.</param>
/// <param name="CodeSets">The names of the code sets that they look for, in the order of their first use.</param>
internal sealed record NeededByPack(ImmutableArray<Cohort> Cohorts, ImmutableArray<string> CodeSets)
{
    private readonly ImmutableArray<Cohort> ofCohorts;
    private readonly ImmutableArray<Measure> ofMeasures;

    private NeededByPack(ImmutableArray<Cohort> cohorts, ImmutableArray<string> codeSets, ImmutableArray<Cohort> ofCohorts, ImmutableArray<Measure> ofMeasures)
        : this(cohorts, codeSets) => (this.ofCohorts, this.ofMeasures) = (ofCohorts, ofMeasures);

    /// <summary>It was worked out for these very cohorts and measures.</summary>
    public bool IsOf(ImmutableArray<Cohort> cohorts, ImmutableArray<Measure> measures) => ofCohorts == cohorts && ofMeasures == measures;

    public static NeededByPack Of(ProjectModel project, ImmutableArray<Cohort> cohorts, ImmutableArray<Measure> measures)
    {
        var all = CohortsOf(project, cohorts, measures);
        var conditions = all.SelectMany(c => c.Criteria).Select(c => c.Condition).Concat(measures.Select(m => m.Numerator).OfType<Condition>());
        return new NeededByPack(
            all,
            [
                .. conditions.SelectMany(c => c.DescendantsAndSelf()).SelectMany(c => c.SetsUsed()).Select(s => s.Set)
                    .Concat(measures.Select(m => m.Of).OfType<RecordsOf>().SelectMany(SetsOf)).Distinct(StringComparer.Ordinal),
            ],
            cohorts,
            measures);
    }

    private static ImmutableArray<Cohort> CohortsOf(ProjectModel project, ImmutableArray<Cohort> cohorts, ImmutableArray<Measure> measures)
    {
        var found = new List<Cohort>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cohort in cohorts) Visit(cohort.Name);
        foreach (var measure in measures)
        {
            Population(measure.Of.Population);
            if (measure.Numerator is { } numerator) Tests(numerator);
        }
        return [.. found];

        void Visit(string name)
        {
            if (!seen.Add(name) || project.Cohort(name) is not { } cohort) return;
            Population(cohort.From);
            foreach (var criterion in cohort.Criteria) Tests(criterion.Condition);
            found.Add(cohort);
        }

        void Population(Population population)
        {
            if (population is OfCohort of) Visit(of.FullName);
        }

        void Tests(Condition condition)
        {
            foreach (var test in condition.DescendantsAndSelf().OfType<InCohortTest>()) Visit(test.FullName);
        }
    }

    private static IEnumerable<string> SetsOf(RecordsOf records) =>
        new HappenedTest([records.Set], records.How, records.Filters, null).SetsUsed().Select(s => s.Set);
}
