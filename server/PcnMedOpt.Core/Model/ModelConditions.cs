using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Core.Model;

/// <summary>The conditions that stand in a model. A new kind of model that has conditions is added here.</summary>
public static class ModelConditions
{
    public static IEnumerable<Condition> Of(object? model) => model switch
    {
        Cohort cohort => cohort.Criteria.Select(c => c.Condition),
        Measure { Numerator: { } numerator } => [numerator],
        _ => [],
    };
}
