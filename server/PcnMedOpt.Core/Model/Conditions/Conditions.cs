using System.Collections.Immutable;

namespace PcnMedOpt.Core.Model.Conditions;

/// <summary>Walks over conditions.</summary>
public static class ConditionTree
{
    public static ImmutableArray<Condition> Children(this Condition condition) => condition switch
    {
        AllOf all => all.Operands,
        AnyOf any => any.Operands,
        Not not => [not.Operand],
        _ => [],
    };

    public static IEnumerable<Condition> DescendantsAndSelf(this Condition condition) =>
        condition.Children().SelectMany(DescendantsAndSelf).Prepend(condition);

    /// <summary>The value of some result is looked at: those who were never tested have none.</summary>
    public static bool AsksForValue(this Condition condition) =>
        condition.DescendantsAndSelf().Any(c => c is ValueTest or ChangeTest || c.AllFilters().Any(f => f is ValueFilter));

    /// <summary>The filters of a test, also those of its anchors.</summary>
    public static IEnumerable<Filter> AllFilters(this Condition condition) => Filters(condition).SelectMany(Deep);

    /// <summary>The filters that choose the test's own records.</summary>
    public static ImmutableArray<Filter> Filters(this Condition condition) => condition switch
    {
        HappenedTest test => test.Filters,
        NoSuchTest test => test.Filters,
        IssuedTogetherTest test => test.Filters,
        ValueTest test => test.Filters,
        StatusTest test => [.. test.Choose, .. test.Keep],
        ChangeTest test => [new WindowFilter(test.Window)],
        CourseBeganTest test => [new WindowFilter(test.Window)],
        NoBaselineTest test => [new WindowFilter(test.Window)],
        CountTest { Window: { } window } => [new WindowFilter(window)],
        _ => [],
    };

    public static Anchor? AnchorOf(this Window window) => window switch
    {
        RelativeToAnchor relative => relative.Anchor,
        WithinOfAnchor within => within.Anchor,
        _ => null,
    };

    /// <summary>The anchor among filters: at most one of them looks at another record.</summary>
    public static Anchor? AnchorOf(this ImmutableArray<Filter> filters) =>
        filters.OfType<WindowFilter>().Select(f => f.Window.AnchorOf()).FirstOrDefault(a => a is not null);

    /// <summary>The code sets of a test, and how their records are looked for; anchors too.</summary>
    public static IEnumerable<(string Set, Happened How)> SetsUsed(this Condition condition)
    {
        IEnumerable<(string, Happened)> own = condition switch
        {
            HappenedTest test => test.Sets.Select(s => (s, test.How)),
            NoSuchTest test => [(test.Set, test.How)],
            OnRepeatTest test => test.Sets.Select(s => (s, Happened.Issued)),
            NotOnRepeatTest test => [(test.Set, Happened.Issued)],
            IssuedTogetherTest test => test.First.Concat(test.Second).Select(s => (s, Happened.Issued)),
            ValueTest test => [(test.Set, Happened.Recorded)],
            ChangeTest test => [(test.Set, Happened.Recorded)],
            StatusTest test => test.Sets.Union(test.Kept is null ? [] : [test.Kept], StringComparer.Ordinal).Select(s => (s, test.How)),
            CourseBeganTest test => [(test.Drug, Happened.Issued)],
            NoBaselineTest test => [(test.Drug, Happened.Issued), (test.Test, Happened.Recorded)],
            CountTest test => test.Except.Concat(test.Set is null ? [] : [test.Set]).Select(s => (s, Happened.Issued)),
            _ => [],
        };
        var anchors = condition.AllFilters().OfType<WindowFilter>().Select(f => f.Window.AnchorOf()).OfType<RecordAnchor>();
        return own.Concat(anchors.SelectMany(a => a.Sets.Select(s => (s, a.How))));
    }

    private static IEnumerable<Filter> Deep(Filter filter)
    {
        yield return filter;
        if (filter is WindowFilter { Window: var window } && window.AnchorOf() is RecordAnchor anchor)
            foreach (var inner in anchor.Filters.SelectMany(Deep)) yield return inner;
    }
}
