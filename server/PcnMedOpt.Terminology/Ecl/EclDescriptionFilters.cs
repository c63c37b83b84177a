using System.Diagnostics;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Terminology.Rf2;
using PcnMedOpt.Terminology.Search;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>
/// Filters of descriptions (specification, 6.8): a concept is kept where one of its descriptions passes all filters of the same braces. Retired
/// descriptions are looked at only where a filter asks for them. The index of search says which descriptions have words that are asked for.
/// </summary>
internal static class EclDescriptionFilters
{
    /// <summary>Of more than this part of the concepts all descriptions are gone through as they lie, which is quicker than from concept to concept.</summary>
    private const int ManyConcepts = 10;

    public static ConceptSet Apply(FilterConstraint constraint, ConceptSet concepts, EclContext context)
    {
        var store = context.Store;
        List<(EclFilter Filter, Func<int, bool> Takes)> tests = [.. constraint.Filters.OrderBy(f => f is TermFilter).Select(f => (f, Test(f, context)))];
        var activeOnly = !constraint.Filters.Any(f => f is ActiveFilter);
        var found = store.EmptySet();
        foreach (var (filter, _) in tests)
        {
            if (filter is not TermFilter term || EclTermTest.Wanted(term.Terms) is not { } words) continue;
            using var with = new DescriptionBits(store.DescriptionCount);
            foreach (var together in words) store.Words.AddWith(together, with);
            var others = tests.FindAll(t => t.Filter != filter);
            foreach (var description in with) Add(description, others);
            foreach (var description in store.Words.Unfound) Add(description, tests);
            return found;
        }
        if (concepts.Count > store.Count / ManyConcepts)
            for (var description = 0; description < store.DescriptionCount; description++) Add(description, tests);
        else
            foreach (var concept in concepts)
                foreach (var description in store.DescriptionsOf(concept)) Add(description, tests);
        return found;

        void Add(int description, List<(EclFilter Filter, Func<int, bool> Takes)> asked)
        {
            var concept = store.ConceptOf(description);
            if (concepts.Contains(concept) && !found.Contains(concept) && (!activeOnly || store.IsDescriptionActive(description)) && asked.TrueForAll(t => t.Takes(description))) found.Add(concept);
        }
    }

    private static Func<int, bool> Test(EclFilter filter, EclContext context)
    {
        var store = context.Store;
        switch (filter)
        {
            case TermFilter term:
                return EclTermTest.Of(term.Terms, context);
            case LanguageFilter language:
                var codes = language.Codes.ToHashSet(StringComparer.OrdinalIgnoreCase);
                return description => codes.Contains(store.Language(description)) != language.IsNot;
            case TypeFilter type:
                long[] types = [.. type.Types.Select(IdOf)];
                return description => types.Contains(store.DescriptionType(description)) != type.IsNot;
            case TypeIdFilter type:
                var takesType = EclTests.Of(type.IsNot, type.Types, context);
                return description => takesType(store.DescriptionType(description));
            case DialectFilter dialect:
                return EclDialects.Test(dialect, context);
            case ModuleFilter module:
                var takesModule = EclTests.Of(module.IsNot, module.Modules, context);
                return description => takesModule(store.DescriptionModule(description));
            case EffectiveTimeFilter time:
                var takesDay = EclTests.Of(time.Times, context);
                return description => takesDay(store.DescriptionTime(description));
            case ActiveFilter active:
                return description => store.IsDescriptionActive(description) == (active.Value != active.IsNot);
            case DescriptionIdFilter id:
                return IdTest(id, context);
            default:
                throw new UnreachableException($"{filter} is no filter of descriptions.");
        }
    }

    private static Func<int, bool> IdTest(DescriptionIdFilter filter, EclContext context)
    {
        foreach (var id in filter.Ids)
            if (context.Store.DescriptionOf(id) < 0) context.Refuse($"The release does not hold the description {id}.");
        var ids = filter.Ids.ToHashSet();
        return description => ids.Contains(context.Store.DescriptionId(description)) != filter.IsNot;
    }

    private static long IdOf(DescriptionType type) => type switch
    {
        DescriptionType.Synonym => Rf2Ids.Synonym,
        DescriptionType.FullySpecifiedName => Rf2Ids.FullySpecifiedName,
        _ => Rf2Ids.Definition,
    };
}
