using System.Diagnostics;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>The operators of hierarchy (specification, 6.1 and 6.12): of a set of concepts, the union of what each of them finds.</summary>
internal static class EclHierarchy
{
    /// <summary>With more concepts than these to look at, it is quicker to go level by level than one by one.</summary>
    private const int MostWaiting = 500;

    public static ConceptSet Apply(SubExpression sub, ConceptSet set, EclContext context)
    {
        if (sub.Operator == EclOperator.Self) return set;
        var store = context.Store;
        if (sub is { Membership: null, Focus: ConceptFocus } && !set.IsEmpty)
        {
            if (!HasPlace(sub, set.First(), context)) return store.EmptySet();
        }
        else if (sub is not { Membership: null, Focus: AnyFocus })
        {
            context.AskSnomed(set, "The place in the hierarchy");
        }
        return sub.Operator switch
        {
            EclOperator.Top => set.Copy().Minus(Below(store, set)),
            EclOperator.Bottom => set.Copy().Minus(Above(store, set)),
            EclOperator.DescendantOf or EclOperator.DescendantOrSelfOf when set.Count == 1 => BelowOne(sub, set.First(), store),
            EclOperator.DescendantOf => Below(store, set).And(store.Active),
            EclOperator.DescendantOrSelfOf => Below(store, set).Or(set).And(store.Active),
            EclOperator.AncestorOf => Above(store, set).And(store.Active),
            EclOperator.AncestorOrSelfOf => Above(store, set).Or(set).And(store.Active),
            EclOperator.ChildOf => Children(store, set).And(store.Active),
            EclOperator.ChildOrSelfOf => Children(store, set).Or(set).And(store.Active),
            EclOperator.ParentOf => Parents(store, set).And(store.Active),
            EclOperator.ParentOrSelfOf => Parents(store, set).Or(set).And(store.Active),
            _ => throw new UnreachableException($"No concepts for {sub.Operator}"),
        };
    }

    /// <summary>A single concept has a place in the hierarchy; where it has none, that is said.</summary>
    public static bool HasPlace(SubExpression sub, int ordinal, EclContext context)
    {
        var store = context.Store;
        if (!store.IsHeld(ordinal) || sub.Focus is not ConceptFocus { Concept: var concept }) return false;
        if ((store.Flags(ordinal) & ConceptFlags.Snomed) == 0)
        {
            context.Refuse($"What is above or below {EclPrinter.Print(concept)} cannot be told: no SNOMED CT release that holds it is part of this one.");
            return false;
        }
        if (store.IsActive(ordinal) || sub.Operator is EclOperator.Top or EclOperator.Bottom) return true;
        context.Doubt(EclDoubtKind.Retired, concept.Id, concept.Offset, $"{EclPrinter.Print(concept)} is retired: '{EclPrinter.Sign(sub.Operator)}' finds nothing there.");
        return false;
    }

    /// <summary>Puts all that is below a concept into a set in which, whatever is there, all that is below it is there too.</summary>
    public static void AddBelow(ReleaseStore store, int ordinal, ConceptSet into, Stack<int> walk)
    {
        if (store.AddLarge(ordinal, into)) return;
        walk.Push(ordinal);
        while (walk.TryPop(out var above))
        {
            foreach (var child in store.Children(above))
                if (into.Add(child)) walk.Push(child);
            if (walk.Count <= MostWaiting) continue;
            var waiting = store.EmptySet();
            while (walk.TryPop(out var next)) waiting.Add(next);
            AddBelow(store, waiting, into);
        }
    }

    private static ConceptSet BelowOne(SubExpression sub, int ordinal, ReleaseStore store)
    {
        var found = store.EmptySet();
        AddBelow(store, ordinal, found, new Stack<int>());
        if (sub.Operator == EclOperator.DescendantOrSelfOf) found.Add(ordinal);
        return found.And(store.Active);
    }

    private static ConceptSet Below(ReleaseStore store, ConceptSet set)
    {
        var found = store.EmptySet();
        store.AddLarge(set, found);
        AddBelow(store, set, found);
        return found;
    }

    /// <summary>Level by level.</summary>
    private static void AddBelow(ReleaseStore store, ConceptSet set, ConceptSet into)
    {
        var (level, next) = (set.Copy(), store.EmptySet());
        while (!level.IsEmpty)
        {
            store.AddChildren(level, into, next);
            level.Clear();
            (level, next) = (next, level);
        }
    }

    private static ConceptSet Above(ReleaseStore store, ConceptSet set)
    {
        var found = store.EmptySet();
        var (level, next) = (set.Copy(), store.EmptySet());
        while (!level.IsEmpty)
        {
            store.AddParents(level, found, next);
            level.Clear();
            (level, next) = (next, level);
        }
        return found;
    }

    private static ConceptSet Children(ReleaseStore store, ConceptSet set)
    {
        var found = store.EmptySet();
        foreach (var ordinal in set) found.AddAll(store.Children(ordinal));
        return found;
    }

    private static ConceptSet Parents(ReleaseStore store, ConceptSet set)
    {
        var found = store.EmptySet();
        foreach (var ordinal in set) found.AddAll(store.Parents(ordinal));
        return found;
    }
}
