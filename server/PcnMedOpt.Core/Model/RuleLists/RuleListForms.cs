using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Core.Model.RuleLists;

/// <summary>Which tests rows and links can say, for those who judge how well a target fits.</summary>
public static class RuleListForms
{
    public static bool CanExpress(Condition test) => IsSimple(test) || TestLowering.Of(test, false) is not null;

    /// <summary>Records of a set with filters that look at no other record, which is nearly every test: it need not be tried.</summary>
    private static bool IsSimple(Condition test) => test switch
    {
        CourseBeganTest => true,
        AgeTest or BornTest or RegisteredForTest or RegisteredAtAgeTest => true,
        HappenedTest { Times: null } or ValueTest or IssuedTogetherTest => test.Filters().All(IsSimple),
        NoSuchTest none => none.Filters.All(IsSimple),
        StatusTest { How: not Happened.Either } status => status.Choose.All(IsSimple) && status.Keep.All(IsSimple),
        _ => false,
    };

    private static bool IsSimple(Filter filter) => filter is EpisodeFilter or ValueFilter || (filter is WindowFilter { Window: var window } && window.AnchorOf() is null);

    /// <summary>"latest of …" within a window that ends at another record: one of several records of a day is picked.</summary>
    public static bool IsApproximate(StatusTest test) => StatusLowering.IsApproximate(test);
}
