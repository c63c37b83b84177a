using System.Diagnostics;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Terminology.Rf2;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>Filters of concepts (specification, 6.9): module, status and day are those of the latest row.</summary>
internal static class EclConceptFilters
{
    public static ConceptSet Apply(FilterConstraint constraint, ConceptSet concepts, EclContext context)
    {
        var store = context.Store;
        Func<int, bool>[] tests = [.. constraint.Filters.Select(f => Test(f, context))];
        context.AskSnomed(concepts, "The module, status and day");
        var found = store.EmptySet();
        foreach (var concept in concepts)
            if (Array.TrueForAll(tests, takes => takes(concept))) found.Add(concept);
        return found;
    }

    private static Func<int, bool> Test(EclFilter filter, EclContext context)
    {
        var store = context.Store;
        switch (filter)
        {
            case ActiveFilter active:
                return concept => store.IsActive(concept) == (active.Value != active.IsNot);
            case ModuleFilter module:
                var takesModule = EclTests.Of(module.IsNot, module.Modules, context);
                return concept => takesModule(store.Module(concept));
            case EffectiveTimeFilter time:
                var takesDay = EclTests.Of(time.Times, context);
                return concept => takesDay(store.EffectiveTime(concept));
            case DefinitionStatusFilter status:
                long[] wanted = [.. status.Defined.Select(d => d ? Rf2Ids.Defined : Rf2Ids.Primitive)];
                return concept => wanted.Contains(store.DefinitionStatus(concept)) != status.IsNot;
            case DefinitionStatusIdFilter status:
                var takesStatus = EclTests.Of(status.IsNot, status.Statuses, context);
                return concept => takesStatus(store.DefinitionStatus(concept));
            default:
                throw new UnreachableException($"{filter} is no filter of concepts.");
        }
    }
}
