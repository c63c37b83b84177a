using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>What the filters of members ask of a row; a row has to pass all of them.</summary>
internal sealed class EclMemberFilters
{
    private readonly List<(ConceptSet Set, bool IsNot)> components = [];
    private readonly List<(ConceptSet Set, bool IsNot)> targets = [];
    private readonly List<Func<long, bool>> modules = [];
    private readonly List<Func<int, bool>> days = [];

    /// <summary>The module or the day of the row is asked for.</summary>
    public bool AsksRow => modules.Count + days.Count > 0;

    public bool AsksTarget => targets.Count > 0;

    public bool TakesComponent(int concept) => components.TrueForAll(c => c.Set.Contains(concept) != c.IsNot);

    public bool TakesTarget(int concept) => targets.TrueForAll(c => c.Set.Contains(concept) != c.IsNot);

    public bool TakesRow(long module, int day) => modules.TrueForAll(takes => takes(module)) && days.TrueForAll(takes => takes(day));

    public static EclMemberFilters Of(SubExpression sub, EclContext context)
    {
        var rows = new EclMemberFilters();
        foreach (var filter in sub.Filters.Where(f => f.Kind == FilterKind.Member).SelectMany(f => f.Filters)) rows.Add(filter, context);
        return rows;
    }

    private void Add(EclFilter filter, EclContext context)
    {
        switch (filter)
        {
            case ModuleFilter module:
                modules.Add(EclTests.Of(module.IsNot, module.Modules, context));
                break;
            case EffectiveTimeFilter time:
                days.Add(EclTests.Of(time.Times, context));
                break;
            case ActiveFilter active:
                if (active.Value == active.IsNot) context.Refuse("Retired members of reference sets are not kept in the store.");
                break;
            case MemberFieldFilter { Comparison: ConceptComparison concepts } field when EclMembers.IsComponent(field.Field):
                components.Add((EclSets.Of(concepts.Value, context), concepts.IsNot));
                break;
            case MemberFieldFilter { Comparison: ConceptComparison concepts } field when EclMembers.IsTarget(field.Field):
                targets.Add((EclSets.Of(concepts.Value, context), concepts.IsNot));
                break;
            default:
                context.Refuse($"'{EclFilterPrinter.Print(filter)}' asks for a field of members that the store does not keep.");
                break;
        }
    }
}
