using System.Diagnostics;
using System.Globalization;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>
/// Members of reference sets (specification, 6.1 and 6.10), as far as the store keeps their rows: active ones, with the concept, for simple
/// reference sets the module and the day, for associations the target.
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
        if (!IsComponent(field) && !IsTarget(field)) return context.Refuse($"The field '{field}' of members is not kept in the store: only {Component} and {Target} are.");
        var rows = EclMemberFilters.Of(sub, context);
        foreach (var refset in Refsets(sub.Focus, context)) Add(refset, sub.Focus, IsTarget(field), rows, found, context);
        return found;
    }

    public static bool IsComponent(string field) => field.Equals(Component, StringComparison.OrdinalIgnoreCase);

    public static bool IsTarget(string field) => field.Equals(Target, StringComparison.OrdinalIgnoreCase);

    private static void Add(int refset, EclFocus focus, bool wantsTarget, EclMemberFilters rows, ConceptSet found, EclContext context)
    {
        var store = context.Store;
        var members = store.MembersOf(refset);
        if (rows.AsksRow && !store.IsSimple(refset))
        {
            context.Refuse($"The module and day of members are kept for simple reference sets only, and {NameOf(refset, store)} is none.");
            return;
        }
        if (wantsTarget || rows.AsksTarget)
        {
            if (!IsAssociation(refset, store))
            {
                if (focus is ConceptFocus) context.Refuse($"{NameOf(refset, store)} is no association, so that its members have no {Target} in the store.");
                return;
            }
            foreach (var member in members)
                foreach (var row in store.Associations(member))
                    if (row.Refset == refset && rows.TakesComponent(member) && rows.TakesTarget(row.Concept)) found.Add(wantsTarget ? row.Concept : member);
            return;
        }
        for (var place = 0; place < members.Length; place++)
            if (rows.TakesComponent(members[place]) && (!rows.AsksRow || rows.TakesRow(store.MemberModule(refset, place), store.MemberTimes(refset)[place]))) found.Add(members[place]);
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

    public static bool IsAssociation(int refset, ReleaseStore store)
    {
        if (store.IsSimple(refset)) return false;
        foreach (var member in store.MembersOf(refset))
            foreach (var row in store.Associations(member))
                if (row.Refset == refset) return true;
        return false;
    }

    private static string NameOf(int refset, ReleaseStore store) => store.RefsetIds[refset].ToString(CultureInfo.InvariantCulture);
}
