using System.Collections.Immutable;
using PcnMedOpt.Core.Ecl;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>Modules, types and days: what filters of concepts, descriptions and members share.</summary>
internal static class EclTests
{
    /// <summary>An identifier is, or is not, among those that are chosen.</summary>
    public static Func<long, bool> Of(bool isNot, ConceptChoice choice, EclContext context)
    {
        if (choice.Expression is not { } expression) return Listed(isNot, choice.Listed, context);
        if (expression is { Operator: EclOperator.Self, Membership: null, Focus: ConceptFocus focus, Filters: [], History: null }) return Listed(isNot, [focus.Concept], context);
        var set = EclSets.Of(expression, context);
        var ids = set.Select(context.Store.IdOf).ToHashSet();
        return id => ids.Contains(id) != isNot;
    }

    /// <summary>An identifier need not be a concept of the release to be compared with; that it is none is said.</summary>
    private static Func<long, bool> Listed(bool isNot, ImmutableArray<ConceptReference> concepts, EclContext context)
    {
        foreach (var concept in concepts) context.OrdinalOf(concept);
        var listed = concepts.Select(c => c.Id).ToHashSet();
        return id => listed.Contains(id) != isNot;
    }

    /// <summary>
    /// A day compares so; 0 stands for a row without a possible day, as <c>""</c> does. Of several days one has to be equal, or none (6.9); what an
    /// order means for several the specification does not say.
    /// </summary>
    public static Func<int, bool> Of(TimeComparison times, EclContext context)
    {
        var days = times.Days;
        if (times.Order == EclOrder.Equal) return day => days.Contains(day);
        if (times.Order == EclOrder.NotEqual) return day => !days.Contains(day);
        if (days is not [> 0 and var only])
        {
            context.Refuse($"'effectiveTime {EclPrinter.Print(times)}' compares the order with {(days.Length > 1 ? "several days" : "no day")}: the specification does not say what that means.");
            return _ => false;
        }
        return times.Order switch
        {
            EclOrder.Less => day => day > 0 && day < only,
            EclOrder.LessOrEqual => day => day > 0 && day <= only,
            EclOrder.Greater => day => day > only,
            _ => day => day >= only,
        };
    }
}
