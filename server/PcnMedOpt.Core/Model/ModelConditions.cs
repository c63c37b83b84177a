using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Model.Workflows;

namespace PcnMedOpt.Core.Model;

/// <summary>The conditions that stand in a model. A new kind of model that has conditions is added here.</summary>
public static class ModelConditions
{
    public static IEnumerable<Condition> Of(object? model) => model switch
    {
        Cohort cohort => cohort.Criteria.Select(c => c.Condition),
        Measure { Numerator: { } numerator } => [numerator],
        Workflow { Start: { } start } => [start],
        Sop sop => [.. sop.Additions.OfType<WhenCondition>().Select(a => a.Condition), .. sop.Intervals.Select(i => i.When)],
        _ => [],
    };
}
