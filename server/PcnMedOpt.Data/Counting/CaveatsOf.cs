using System.Collections.Immutable;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Data.Counting;

/// <summary>Why the count of a cohort or measure may be wrong: what all conditions that it depends on ask for.</summary>
internal sealed class CaveatsOf(ProjectModel project)
{
    public Caveats Of(Cohort cohort) => Of(AllConditions.Of(project, cohort));

    public Caveats Of(Measure measure) => Of(AllConditions.Of(project, measure.Of.Population, Own(measure)));

    private static IEnumerable<Condition> Own(Measure measure)
    {
        if (measure.Of is RecordsOf records) yield return new HappenedTest([records.Set], records.How, records.Filters, null);
        if (measure.Numerator is { } numerator) yield return numerator;
    }

    private Caveats Of(IEnumerable<Condition> conditions)
    {
        var all = conditions.ToList();
        return new Caveats(Incomplete(all), all.OfType<CountTest>().Any());
    }

    private ImmutableArray<string> Incomplete(List<Condition> conditions) =>
    [
        .. from set in conditions.SelectMany(c => c.SetsUsed()).Select(s => s.Set).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
           where project.CodeSet(set) is null or { IsIncomplete: true }
           select set,
    ];
}
