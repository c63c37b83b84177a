using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Core.Model.RuleLists;

/// <summary>A test as a list to be built by hand asks it, so that tests of one meaning share one list.</summary>
public static class HandTests
{
    /// <summary>"no X" is the opposite of X, unless its anchor must exist; "X recorded ever" is "X recorded".</summary>
    public static (Condition Test, bool IsOpposite) Of(Condition test) => test switch
    {
        NoSuchTest none when none.Filters.AnchorOf() is null => (WithoutEver(new HappenedTest([none.Set], none.How, none.Filters, null)), true),
        NotOnRepeatTest none => (new OnRepeatTest([none.Set]), true),
        HappenedTest happened => (WithoutEver(happened), false),
        _ => (test, false),
    };

    /// <summary>An issue without a period is an error, so that there the word stays.</summary>
    private static HappenedTest WithoutEver(HappenedTest test) =>
        test.How == Happened.Recorded ? test with { Filters = [.. test.Filters.Where(f => f is not WindowFilter { Window: Ever })] } : test;
}
