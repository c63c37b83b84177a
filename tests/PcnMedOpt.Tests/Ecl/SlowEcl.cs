using System.Diagnostics;
using PcnMedOpt.Core.Ecl;

namespace PcnMedOpt.Tests.Ecl;

/// <summary>What an expression finds, straight from the definitions of the specification, over the rows of a small release. Slow, and to be read.</summary>
internal sealed class SlowEcl(SmallRelease release)
{
    private readonly Dictionary<long, SmallConcept> concepts = release.Concepts.ToDictionary(c => c.Id);

    private IEnumerable<SmallRelationship> Active => release.Relationships.Where(r => r.IsActive);

    public HashSet<long> Of(EclExpression expression) => expression switch
    {
        SubExpression sub => Of(sub),
        CompoundExpression { Join: EclJoin.And } and => [.. Of(and.Parts[0]).Where(c => and.Parts.All(p => Of(p).Contains(c)))],
        CompoundExpression { Join: EclJoin.Or } or => [.. or.Parts.SelectMany(Of)],
        CompoundExpression minus => [.. Of(minus.Parts[0]).Except(Of(minus.Parts[1]))],
        RefinedExpression refined => [.. Of(refined.Focus).Where(IsActive).Where(c => Holds(refined.Refinement, c, [.. Attributes(c)]))],
        DottedExpression dotted => dotted.Attributes.Aggregate(Of(dotted.Focus), Values),
        _ => throw new UnreachableException(),
    };

    private HashSet<long> Of(SubExpression sub)
    {
        var found = Related(sub.Operator, Focus(sub));
        foreach (var filter in sub.Filters.Where(f => f.Kind == FilterKind.Concept)) found.RemoveWhere(c => !filter.Filters.All(f => Passes(f, concepts[c])));
        foreach (var filter in sub.Filters.Where(f => f.Kind == FilterKind.Description)) found.RemoveWhere(c => !Descriptions(filter, c).Any(d => filter.Filters.All(f => Passes(f, d))));
        if (sub.History is not { } history) return found;
        var refsets = Associations(history);
        return [.. found, .. release.Members.Where(m => m.IsActive && refsets(m.Refset) && found.Contains(m.Target)).Select(m => m.Concept)];
    }

    private HashSet<long> Focus(SubExpression sub)
    {
        HashSet<long> focus = sub.Focus switch
        {
            ConceptFocus concept => concepts.ContainsKey(concept.Concept.Id) ? [concept.Concept.Id] : [],
            AnyFocus => [.. concepts.Keys],
            NestedFocus nested => Of(nested.Expression),
            _ => throw new UnreachableException(),
        };
        if (sub.Membership is not { } membership) return focus;
        var filters = sub.Filters.Where(f => f.Kind == FilterKind.Member).SelectMany(f => f.Filters).ToList();
        var rows = release.Members.Where(m => (m.IsActive || filters.Exists(f => f is ActiveFilter)) && focus.Contains(m.Refset) && filters.All(f => Passes(f, m)));
        return membership.Fields is ["targetComponentId"] ? [.. rows.Where(m => m.Target != 0).Select(m => m.Target)] : [.. rows.Select(m => m.Concept)];
    }

    private HashSet<long> Related(EclOperator sign, HashSet<long> focus)
    {
        HashSet<long> Where(Func<long, long, bool> holds) => [.. concepts.Keys.Where(c => IsActive(c) && focus.Any(f => holds(c, f)))];
        return sign switch
        {
            EclOperator.Self => [.. focus],
            EclOperator.DescendantOf => Where(IsBelow),
            EclOperator.DescendantOrSelfOf => Where((c, f) => c == f || IsBelow(c, f)),
            EclOperator.ChildOf => Where(IsChild),
            EclOperator.ChildOrSelfOf => Where((c, f) => c == f || IsChild(c, f)),
            EclOperator.AncestorOf => Where((c, f) => IsBelow(f, c)),
            EclOperator.AncestorOrSelfOf => Where((c, f) => c == f || IsBelow(f, c)),
            EclOperator.ParentOf => Where((c, f) => IsChild(f, c)),
            EclOperator.ParentOrSelfOf => Where((c, f) => c == f || IsChild(f, c)),
            EclOperator.Top => [.. focus.Where(c => !focus.Any(f => IsBelow(c, f)))],
            EclOperator.Bottom => [.. focus.Where(c => !focus.Any(f => IsBelow(f, c)))],
            _ => throw new UnreachableException(),
        };
    }

    private bool IsActive(long concept) => concepts[concept].IsActive;

    private bool IsChild(long child, long parent) => Active.Any(r => r.Type == SmallRelease.IsA && r.Source == child && r.Target == parent);

    private bool IsBelow(long below, long above) =>
        IsChild(below, above) || Active.Any(r => r.Type == SmallRelease.IsA && r.Source == below && IsBelow(r.Target, above));

    private IEnumerable<SmallRelationship> Attributes(long concept) => Active.Where(r => r.Source == concept && r.Type != SmallRelease.IsA);

    private HashSet<long> Values(HashSet<long> sources, SubExpression name)
    {
        var names = Of(name);
        return [.. sources.Where(IsActive).SelectMany(Attributes).Where(r => r.Target != 0 && names.Contains(r.Type)).Select(r => r.Target).Where(IsActive)];
    }

    private bool Holds(EclRefinement refinement, long concept, List<SmallRelationship> rows)
    {
        switch (refinement)
        {
            case RefinementList list:
                return list.IsOr ? list.Parts.Any(p => Holds(p, concept, rows)) : list.Parts.All(p => Holds(p, concept, rows));
            case AttributeGroup group:
                return (group.Cardinality ?? Cardinality.OneOrMore).Holds(rows.Where(r => r.Group > 0).GroupBy(r => r.Group).Count(g => Holds(group.Attributes, concept, [.. g])));
            case EclAttribute attribute:
                var names = Of(attribute.Name);
                var matching = attribute.IsReverse
                    ? Active.Where(r => r.Type != SmallRelease.IsA && r.Target == concept && names.Contains(r.Type) && IsValue(attribute.Comparison, r.Source, "")).Select(r => r.Source).Distinct().Count()
                    : rows.Count(r => names.Contains(r.Type) && IsValue(attribute.Comparison, r.Target, r.Value));
                return (attribute.Cardinality ?? Cardinality.OneOrMore).Holds(matching);
            default:
                throw new UnreachableException();
        }
    }

    private bool IsValue(EclComparison comparison, long target, string value) => comparison switch
    {
        ConceptComparison concept => target != 0 && Of(concept.Value).Contains(target) != concept.IsNot,
        NumberComparison number => value.StartsWith('#') && SlowTests.Compares(SlowTests.Number(value[1..]), number.Value, number.Order),
        TextComparison text => value.StartsWith('"') && text.Terms.Any(t => ((MatchTerm)t).Text == value.Trim('"')) != text.IsNot,
        BooleanComparison truth => value is "true" or "false" && (value == "true") == truth.Value != truth.IsNot,
        _ => throw new UnreachableException(),
    };

    private Func<long, bool> Associations(HistorySupplement history)
    {
        if (history.Refsets is { } refsets) return Of(refsets).Contains;
        long[] moderate = [SmallIds.SameAs, SmallIds.ReplacedBy, SmallIds.WasA, SmallIds.PartiallyEquivalentTo];
        return history.Profile switch
        {
            EclHistory.Minimum => r => r == SmallIds.SameAs,
            EclHistory.Moderate => moderate.Contains,
            _ => _ => true,
        };
    }

    private bool Passes(EclFilter filter, SmallMember member) => filter switch
    {
        ModuleFilter module => IsChosen(module.Modules, member.Module) != module.IsNot,
        EffectiveTimeFilter time => SlowTests.Compares(member.Day, time.Times),
        ActiveFilter active => member.IsActive == active.Value != active.IsNot,
        MemberFieldFilter { Field: "referencedComponentId", Comparison: ConceptComparison concept } => Of(concept.Value).Contains(member.Concept) != concept.IsNot,
        MemberFieldFilter { Field: "targetComponentId", Comparison: ConceptComparison concept } => member.Target != 0 && Of(concept.Value).Contains(member.Target) != concept.IsNot,
        _ => throw new UnreachableException(),
    };

    private bool Passes(EclFilter filter, SmallConcept concept) => filter switch
    {
        ModuleFilter module => IsChosen(module.Modules, concept.Module) != module.IsNot,
        EffectiveTimeFilter time => SlowTests.Compares(concept.Day, time.Times),
        ActiveFilter active => concept.IsActive == active.Value != active.IsNot,
        DefinitionStatusFilter status => status.Defined.Contains(concept.Status == SmallIds.Defined) != status.IsNot,
        DefinitionStatusIdFilter status => IsChosen(status.Statuses, concept.Status) != status.IsNot,
        _ => throw new UnreachableException(),
    };

    private IEnumerable<SmallDescription> Descriptions(FilterConstraint filter, long concept) =>
        release.Descriptions.Where(d => d.Concept == concept && (d.IsActive || filter.Filters.Any(f => f is ActiveFilter)));

    private bool Passes(EclFilter filter, SmallDescription description) => filter switch
    {
        ModuleFilter module => IsChosen(module.Modules, description.Module) != module.IsNot,
        EffectiveTimeFilter time => SlowTests.Compares(description.Day, time.Times),
        ActiveFilter active => description.IsActive == active.Value != active.IsNot,
        TermFilter term => term.Terms.Terms.Any(t => SlowTests.Matches(t, description.Term)) != term.Terms.IsNot,
        LanguageFilter language => language.Codes.Contains(description.Language) != language.IsNot,
        TypeFilter type => type.Types.Contains(SlowTests.TypeOf(description.Type)) != type.IsNot,
        TypeIdFilter type => IsChosen(type.Types, description.Type) != type.IsNot,
        DescriptionIdFilter id => id.Ids.Contains(description.Id) != id.IsNot,
        DialectFilter dialect => release.Languages.Any(l => l.IsActive && l.Description == description.Id && IsDialect(dialect, l)) != dialect.IsNot,
        _ => throw new UnreachableException(),
    };

    private bool IsDialect(DialectFilter filter, SmallLanguage row) =>
        (filter.Expression is { } expression && Of(expression).Contains(row.Refset) && IsAcceptability(filter.Acceptability, row))
        || filter.Dialects.Any(d => (d.Concept?.Id ?? SlowTests.Dialect(d.Alias)) == row.Refset && IsAcceptability(d.Acceptability ?? filter.Acceptability, row));

    private static bool IsAcceptability(AcceptabilitySet? set, SmallLanguage row) =>
        set is null || set.Preferred.Contains(row.Acceptability == SmallIds.Preferred) || set.Concepts.Any(c => c.Id == row.Acceptability);

    private bool IsChosen(ConceptChoice choice, long id) => choice.Expression is { } expression ? Of(expression).Contains(id) : choice.Listed.Any(c => c.Id == id);
}
