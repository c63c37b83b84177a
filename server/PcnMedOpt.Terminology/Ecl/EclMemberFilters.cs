using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>What the filters of members ask of a row (specification, 6.10); a row has to pass all of them.</summary>
internal sealed class EclMemberFilters
{
    private readonly List<Func<RefsetRow, bool>> tests = [];
    private bool asksActive;

    /// <summary>The other end of an association is asked for.</summary>
    public bool AsksTarget { get; private set; }

    /// <summary>What only maps have is asked for.</summary>
    public bool AsksMap { get; private set; }

    /// <summary>The group or priority of a map is asked for, which simple maps do not have.</summary>
    public bool AsksMapNumber { get; private set; }

    /// <summary>Nothing is asked but that rows are active.</summary>
    public bool AsksNothing => tests.Count == 0 && !asksActive;

    /// <summary>Rows that were taken back are looked at only where a filter asks for them.</summary>
    public bool Takes(RefsetRow row)
    {
        if (!asksActive && !row.IsActive) return false;
        foreach (var takes in tests)
            if (!takes(row)) return false;
        return true;
    }

    public static EclMemberFilters Of(SubExpression sub, EclContext context)
    {
        var rows = new EclMemberFilters();
        foreach (var filter in sub.Filters.Where(f => f.Kind == FilterKind.Member).SelectMany(f => f.Filters)) rows.Add(filter, context);
        return rows;
    }

    private void Add(EclFilter filter, EclContext context)
    {
        var store = context.Store;
        switch (filter)
        {
            case ModuleFilter module:
                var takesModule = EclTests.Of(module.IsNot, module.Modules, context);
                tests.Add(row => takesModule(store.ModuleOf(row)));
                break;
            case EffectiveTimeFilter time:
                var takesDay = EclTests.Of(time.Times, context);
                tests.Add(row => takesDay(row.Day));
                break;
            case ActiveFilter active:
                asksActive = true;
                tests.Add(row => row.IsActive == (active.Value != active.IsNot));
                break;
            case MemberFieldFilter { Comparison: ConceptComparison concepts } field when EclMembers.IsComponent(field.Field):
                var components = EclSets.Of(concepts.Value, context);
                tests.Add(row => components.Contains(row.Concept) != concepts.IsNot);
                break;
            case MemberFieldFilter { Comparison: ConceptComparison concepts } field when EclMembers.IsTarget(field.Field):
                var targets = EclSets.Of(concepts.Value, context);
                AsksTarget = true;
                tests.Add(row => row.Target >= 0 && targets.Contains(row.Target) != concepts.IsNot);
                break;
            case MemberFieldFilter field when EclMaps.Test(field, context) is { } takes:
                AsksMap = true;
                AsksMapNumber |= field.Comparison is NumberComparison;
                tests.Add(takes);
                break;
            default:
                context.Refuse($"'{EclFilterPrinter.Print(filter)}' asks for a field of members that the store does not keep, or for a value of another kind.");
                break;
        }
    }
}
