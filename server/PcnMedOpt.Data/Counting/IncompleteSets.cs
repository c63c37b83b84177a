using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Data.Counting;

/// <summary>The code sets that a cohort or measure depends on and that are not wholly known without a terminology release.</summary>
internal sealed class IncompleteSets(ProjectModel project)
{
    public ImmutableArray<string> Of(Cohort cohort) => Of(AllConditions.Of(project, cohort));

    public ImmutableArray<string> Of(Measure measure) => Of(AllConditions.Of(project, measure.Of.Population, Own(measure)));

    private static IEnumerable<Condition> Own(Measure measure)
    {
        if (measure.Of is RecordsOf records) yield return new HappenedTest([records.Set], records.How, records.Filters, null);
        if (measure.Numerator is { } numerator) yield return numerator;
    }

    private ImmutableArray<string> Of(IEnumerable<Condition> conditions) =>
    [
        .. from set in conditions.SelectMany(c => c.SetsUsed()).Select(s => s.Set).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
           where project.CodeSet(set) is null or { IsIncomplete: true }
           select set,
    ];
}
