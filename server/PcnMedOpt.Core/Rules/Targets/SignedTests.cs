using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Core.Rules.Targets;

/// <summary>The tests of a cohort or measure, and of each whether being true leads towards being found.</summary>
internal static class SignedTests
{
    public static IEnumerable<(Condition Test, bool LeadsToSelection)> Of(object? model) => model switch
    {
        Cohort cohort => (cohort.Include?.Criteria ?? []).SelectMany(c => Of(c.Condition, true)).Concat(cohort.Exclude.SelectMany(c => Of(c.Condition, false))),
        Measure { Numerator: { } numerator } => Of(numerator, true),
        _ => [],
    };

    private static IEnumerable<(Condition Test, bool LeadsToSelection)> Of(Condition condition, bool towards) => condition switch
    {
        AllOf or AnyOf => condition.Children().SelectMany(c => Of(c, towards)),
        Not not => Of(not.Operand, !towards),
        NoSuchTest or NotOnRepeatTest when condition.Filters().AnchorOf() is null => [(condition, !towards)],
        _ => [(condition, towards)],
    };
}
