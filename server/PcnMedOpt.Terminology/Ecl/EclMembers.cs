using System.Diagnostics;
using System.Globalization;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>
/// Members of reference sets (specification, 6.1 and 6.10), as far as the store keeps their rows: with the concept, the module, the day and the status;
/// of associations the target, of maps target, group and priority.
/// </summary>
internal static class EclMembers
{
    private const string Component = "referencedComponentId";
    private const string Target = "targetComponentId";

    public static ConceptSet Of(SubExpression sub, EclMembership membership, EclContext context)
    {
        var found = context.Store.EmptySet();
        if (membership.AllFields || membership.Fields.Length > 1) return context.Refuse("'^ [*]' and '^' with several fields find rows, and not concepts; only one field is evaluated.");
        var field = membership.Fields is [var only] ? only : Component;
        if (!IsComponent(field) && !IsTarget(field)) return context.Refuse($"'^ [{field}]' is not evaluated: only {Component} and {Target} are sure to be concepts.");
        var rows = EclMemberFilters.Of(sub, context);
        foreach (var refset in Refsets(sub.Focus, context)) Add(refset, sub.Focus, IsTarget(field), rows, found, context);
        return found;
    }

    public static bool IsComponent(string field) => field.Equals(Component, StringComparison.OrdinalIgnoreCase);

    public static bool IsTarget(string field) => field.Equals(Target, StringComparison.OrdinalIgnoreCase);

    private static void Add(int refset, EclFocus focus, bool wantsTarget, EclMemberFilters rows, ConceptSet found, EclContext context)
    {
        var store = context.Store;
        if ((wantsTarget || rows.AsksTarget) && store.KindOf(refset) != RefsetKind.Association)
        {
            if (focus is ConceptFocus) context.Refuse($"{NameOf(refset, store)} is no association, so that its members have no {Target}.");
            return;
        }
        if (rows.AsksMap && store.KindOf(refset) != RefsetKind.Map)
        {
            if (focus is ConceptFocus) context.Refuse($"{NameOf(refset, store)} is no map, so that its members have no target, group and priority.");
            return;
        }
        if (rows.AsksMapNumber && focus is ConceptFocus && !HasNumbers(store.RowsOf(refset)))
        {
            context.Refuse($"{NameOf(refset, store)} is a map without groups and priorities.");
            return;
        }
        var members = store.MembersOf(refset);
        if (rows.AsksNothing && !wantsTarget)
        {
            found.AddAll(members);
            return;
        }
        if (store.IsSimple(refset))
            for (var place = 0; place < members.Length; place++)
                if (rows.Takes(store.MemberRow(refset, place))) found.Add(members[place]);
        foreach (var row in store.RowsOf(refset))
            if (rows.Takes(row) && (!wantsTarget || row.Target >= 0)) found.Add(wantsTarget ? row.Target : row.Concept);
    }

    private static List<int> Refsets(EclFocus focus, EclContext context)
    {
        var store = context.Store;
        switch (focus)
        {
            case AnyFocus:
                return [.. Enumerable.Range(0, store.RefsetIds.Length)];
            case ConceptFocus { Concept: var concept }:
                var index = store.RefsetIndexOf(concept.Id);
                if (index >= 0) return [index];
                if (store.Find(concept.Id) is null) context.OrdinalOf(concept);
                else context.Doubt(EclDoubtKind.NoMembers, concept.Id, concept.Offset, $"{EclPrinter.Print(concept)} has no members in this release: it is no reference set of concepts, or an empty one.");
                return [];
            case NestedFocus { Expression: var expression }:
                return InSet(EclSets.Of(expression, context), store);
            case AlternateFocus alternate:
                context.Refuse($"'{alternate.Scheme}#{alternate.Code}' is an identifier of another scheme, and the store keeps none.");
                return [];
            default:
                throw new UnreachableException($"No reference sets for {focus}");
        }
    }

    /// <summary>The reference sets whose concepts are in a set.</summary>
    public static List<int> InSet(ConceptSet set, ReleaseStore store)
    {
        var found = new List<int>();
        for (var refset = 0; refset < store.RefsetIds.Length; refset++)
            if (store.OrdinalOf(store.RefsetIds[refset]) is >= 0 and var ordinal && set.Contains(ordinal)) found.Add(refset);
        return found;
    }

    private static bool HasNumbers(ReadOnlySpan<RefsetRow> rows)
    {
        foreach (var row in rows)
            if (row.Group != RefsetRow.None || row.Priority != RefsetRow.None) return true;
        return false;
    }

    private static string NameOf(int refset, ReleaseStore store) => store.RefsetIds[refset].ToString(CultureInfo.InvariantCulture);
}
