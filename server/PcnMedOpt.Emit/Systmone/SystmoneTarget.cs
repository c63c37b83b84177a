using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Emit.Systmone;

/// <summary>
/// What a SystmOne report can state, so that a person can build it from a sheet. No format of SystmOne is public: this follows what is generally
/// known of its reporting panes, and what is not known is built by hand.
/// </summary>
public sealed class SystmoneTarget : ITarget
{
    public string Name => "SystmOne";

    public Fit Of(Condition test, ProjectModel project)
    {
        if (test is AllOf or AnyOf or Not or Unreadable) return Fit.Exact;
        if (Structure(test) is { } why) return Fit.ByHand(why);
        foreach (var set in test.SetsUsed().Select(s => s.Set).Distinct())
            if (project.CodeSet(set) is { } resolved && Codes(resolved) is { } reason) return Fit.ByHand($"the codes of '{set}' cannot be entered: {reason}");
        return Difference(test) is { } how ? Fit.Approximate(how) : Fit.Exact;
    }

    private static string? Structure(Condition test) => test switch
    {
        CourseBeganTest or NoBaselineTest => "reports do not ask when the present course of a medicine began",
        RegisteredAtAgeTest => "reports do not compare the day of registration with the day of birth",
        IssuedTogetherTest => "reports do not compare the days of two issues",
        StatusTest => "reports do not ask which of two kinds of record is the later",
        ChangeTest => "reports do not compare two results with each other",
        CountTest => "reports do not count different medicines",
        HappenedTest { Times.Apart: not null } => "reports do not ask how far apart records are",
        HappenedTest { Times: not null, How: Happened.Either } => "reports do not count entries and issues together",
        _ => Filter(test.Filters()),
    };

    private static string? Filter(ImmutableArray<Filter> filters)
    {
        if (filters.AnchorOf() is not null) return "reports do not compare the days of two records";
        return filters.OfType<EpisodeFilter>().Any() ? "reports do not ask for the episode of an entry" : null;
    }

    private static string? Codes(ResolvedCodeSet set)
    {
        if (set.Awaiting is { } awaiting) return $"the code set is unfinished: {awaiting}";
        set = set.InSystems;
        if (set.IsUncertain || set.Carved.Length > 0) return "the code set takes codes out of parts that only a terminology release can expand";
        if (set.Opaque.Any(o => o.Kind == OpaqueKind.Ecl)) return "the code set is an ECL expression, which SystmOne does not read";
        return set.Codes.IsEmpty && set.Opaque.IsEmpty ? "the code set has no codes" : null;
    }

    private static string? Difference(Condition test)
    {
        var reasons = new List<string>();
        if (test is ValueTest || test.AllFilters().OfType<ValueFilter>().Any()) reasons.Add("the number is compared as it was recorded: check the units in which results come in");
        if (test is ValueTest) reasons.Add("of several results on one day the report takes one, and a result that is no number is passed over");
        if (test is HappenedTest { Times: not null }) reasons.Add("the report counts records, not different days");
        if (test.AllFilters().OfType<WindowFilter>().Any(f => f.Window is InPeriod)) reasons.Add("the period is entered as dates: the report is good until it ends");
        return reasons.Count == 0 ? null : string.Join("; ", reasons);
    }
}
