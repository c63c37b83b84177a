using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Core.Comparing.Logic;

/// <summary>A test with other names for its code sets, those of its anchors too.</summary>
internal static class RenamedSets
{
    public static Condition Of(Condition test, Func<string, string> name) => test switch
    {
        HappenedTest each => each with { Sets = Names(each.Sets, name), Filters = Of(each.Filters, name) },
        NoSuchTest each => each with { Set = name(each.Set), Filters = Of(each.Filters, name) },
        OnRepeatTest each => each with { Sets = Names(each.Sets, name) },
        NotOnRepeatTest each => each with { Set = name(each.Set) },
        IssuedTogetherTest each => each with { First = Names(each.First, name), Second = Names(each.Second, name), Filters = Of(each.Filters, name) },
        ValueTest each => each with { Set = name(each.Set), Filters = Of(each.Filters, name) },
        ChangeTest each => each with { Set = name(each.Set), Window = Of(each.Window, name) },
        StatusTest each => each with
        {
            Sets = [.. each.Sets.Select(name)],
            Choose = Of(each.Choose, name),
            Kept = each.Kept is null ? null : name(each.Kept),
            Keep = Of(each.Keep, name),
        },
        CountTest each => each with
        {
            Set = each.Set is null ? null : name(each.Set),
            Except = Names(each.Except, name),
            Window = each.Window is null ? null : Of(each.Window, name),
        },
        CourseBeganTest each => each with { Drug = name(each.Drug), Window = Of(each.Window, name) },
        NoBaselineTest each => each with { Drug = name(each.Drug), Window = Of(each.Window, name), Test = name(each.Test) },
        _ => test,
    };

    /// <summary>
    /// The order of sets says which of them reads a result that is in several; where no value is asked for it means nothing. It is kept here: tests whose sets
    /// stand in another order are compared as such.
    /// </summary>
    private static ImmutableArray<string> Names(ImmutableArray<string> sets, Func<string, string> name) => [.. sets.Select(name).Distinct(StringComparer.Ordinal)];

    private static ImmutableArray<Filter> Of(ImmutableArray<Filter> filters, Func<string, string> name) =>
        [.. filters.Select(f => f is WindowFilter window ? new WindowFilter(Of(window.Window, name)) : f)];

    private static Window Of(Window window, Func<string, string> name) => window switch
    {
        RelativeToAnchor { Anchor: RecordAnchor anchor } relative => relative with { Anchor = Of(anchor, name) },
        WithinOfAnchor { Anchor: RecordAnchor anchor } within => within with { Anchor = Of(anchor, name) },
        _ => window,
    };

    private static RecordAnchor Of(RecordAnchor anchor, Func<string, string> name) => anchor with { Sets = Names(anchor.Sets, name), Filters = Of(anchor.Filters, name) };
}
