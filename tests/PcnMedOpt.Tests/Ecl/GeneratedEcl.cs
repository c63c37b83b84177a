using System.Collections.Immutable;
using PcnMedOpt.Core.Ecl;

namespace PcnMedOpt.Tests.Ecl;

/// <summary>Expressions at random about the concepts of a small release, of all forms that are evaluated.</summary>
internal sealed class GeneratedEcl(Random random, SmallRelease release)
{
    private readonly long[] own = [.. release.Concepts.Select(c => c.Id).Except(SmallIds.Known)];

    public EclExpression Expression(int depth) => random.Next(depth > 0 ? 6 : 1) switch
    {
        1 => new CompoundExpression(EclJoin.And, Subs(depth - 1, random.Next(2, 4))),
        2 => new CompoundExpression(EclJoin.Or, Subs(depth - 1, random.Next(2, 5))),
        3 => new CompoundExpression(EclJoin.Minus, Subs(depth - 1, 2)),
        4 => new RefinedExpression(Sub(depth - 1), Refinement(depth - 1, isInGroup: false)),
        5 => new DottedExpression(Sub(depth - 1), Subs(depth - 1, random.Next(1, 3))),
        _ => Sub(depth),
    };

    private ImmutableArray<SubExpression> Subs(int depth, int count) => [.. Enumerable.Range(0, count).Select(_ => Sub(depth))];

    private SubExpression Sub(int depth)
    {
        var membership = Chance(6) ? new EclMembership(Chance(4) ? ["targetComponentId"] : [], false) : null;
        EclFocus focus = depth > 0 && Chance(4) ? new NestedFocus(Expression(depth - 1))
            : Chance(8) ? new AnyFocus()
            : new ConceptFocus(Reference(membership is null ? Own() : membership.Fields.IsEmpty && Chance(2) ? own[random.Next(3)] : Pick(SmallIds.Associations)));
        var filters = ImmutableArray.CreateBuilder<FilterConstraint>();
        if (membership is not null && Chance(3)) filters.Add(new FilterConstraint(FilterKind.Member, Filters(() => MemberFilter(depth))));
        if (Chance(7)) filters.Add(new FilterConstraint(FilterKind.Concept, Filters(() => ConceptFilter(depth))));
        while (Chance(7)) filters.Add(new FilterConstraint(FilterKind.Description, Filters(() => DescriptionFilter(depth))));
        return new SubExpression(Chance(3) ? EclOperator.Self : (EclOperator)random.Next(11), membership, focus, filters.DrainToImmutable(), Chance(8) ? History(depth) : null);
    }

    private HistorySupplement History(int depth)
    {
        var profile = (EclHistory)random.Next(5);
        if (profile != EclHistory.Named) return new HistorySupplement(profile, null);
        return new HistorySupplement(profile, Chance(3) ? Expression(depth - 1) : new SubExpression(EclOperator.Self, null, new ConceptFocus(Reference(Pick(SmallIds.Associations))), [], null));
    }

    private EclRefinement Refinement(int depth, bool isInGroup)
    {
        if (depth > 0 && Chance(3)) return new RefinementList(Chance(2), [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Refinement(depth - 1, isInGroup))]);
        if (!isInGroup && Chance(3)) return new AttributeGroup(Cardinality(), Refinement(depth, isInGroup: true));
        var isReverse = !isInGroup && Chance(4);
        return new EclAttribute(Cardinality(), isReverse, Chance(2) ? Plain(own[random.Next(3)]) : Sub(depth - 1), Comparison(depth, isReverse));
    }

    private Cardinality? Cardinality()
    {
        var least = random.Next(3);
        return Chance(3) ? new Cardinality(least, Chance(2) ? null : least + random.Next(3)) : null;
    }

    private EclComparison Comparison(int depth, bool conceptOnly) => (conceptOnly ? 0 : random.Next(8)) switch
    {
        1 => new NumberComparison((EclOrder)random.Next(6), Pick([1m, 2m, 2.5m, -3m, 499.99m])),
        2 => new TextComparison(Chance(3), [new MatchTerm(["PANADOL"], "PANADOL", false)]),
        3 => new BooleanComparison(Chance(3), Chance(2)),
        _ => new ConceptComparison(Chance(4), Sub(depth - 1)),
    };

    private ImmutableArray<EclFilter> Filters(Func<EclFilter> make) => [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => make())];

    private EclFilter MemberFilter(int depth) => random.Next(5) switch
    {
        0 => new ModuleFilter(Chance(3), Choice(SmallIds.Module, SmallIds.OtherModule, depth)),
        1 => new EffectiveTimeFilter(Times()),
        2 => new MemberFieldFilter("targetComponentId", new ConceptComparison(Chance(4), Sub(depth - 1))),
        3 => new MemberFieldFilter("referencedComponentId", new ConceptComparison(Chance(4), Sub(depth - 1))),
        _ => new ActiveFilter(Chance(3), Chance(2)),
    };

    private EclFilter ConceptFilter(int depth) => random.Next(5) switch
    {
        0 => new ModuleFilter(Chance(3), Choice(SmallIds.Module, SmallIds.OtherModule, depth)),
        1 => new EffectiveTimeFilter(Times()),
        2 => new DefinitionStatusFilter(Chance(3), Chance(2) ? [true] : [false, true]),
        3 => new DefinitionStatusIdFilter(Chance(3), Choice(SmallIds.Defined, SmallIds.Primitive, depth)),
        _ => new ActiveFilter(Chance(3), Chance(2)),
    };

    private EclFilter DescriptionFilter(int depth) => random.Next(10) switch
    {
        0 => new ModuleFilter(Chance(3), Choice(SmallIds.Module, SmallIds.OtherModule, depth)),
        1 => new EffectiveTimeFilter(Times()),
        2 => new ActiveFilter(Chance(3), Chance(2)),
        3 => new LanguageFilter(Chance(3), Chance(2) ? ["en"] : ["sv", "en"]),
        4 => new TypeFilter(Chance(3), Chance(2) ? [DescriptionType.Synonym] : [DescriptionType.FullySpecifiedName, DescriptionType.Definition]),
        5 => new TypeIdFilter(Chance(3), Choice(SmallIds.Synonym, SmallIds.FullName, depth)),
        6 => new DescriptionIdFilter(Chance(3), [.. release.Descriptions.Take(random.Next(1, 4)).Select(d => d.Id).DefaultIfEmpty(SmallIds.Description(1))]),
        7 => Dialect(),
        _ => new TermFilter(new TextComparison(Chance(4), [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Term())])),
    };

    private DialectFilter Dialect()
    {
        AcceptabilitySet? Acceptability() => Chance(2) ? null : Chance(2) ? new AcceptabilitySet([Chance(2)], []) : new AcceptabilitySet([], [Reference(SmallIds.Preferred)]);
        return random.Next(3) switch
        {
            0 => new DialectFilter(Chance(3), null, [new Dialect("en-gb", null, null), new Dialect("en-x-nhs-clinical", null, Acceptability())], Acceptability()),
            1 => new DialectFilter(Chance(3), null, [new Dialect(null, Reference(SmallIds.BritishEnglish), Acceptability()), new Dialect(null, Reference(SmallIds.NhsClinical), null)], Acceptability()),
            _ => new DialectFilter(Chance(3), Plain(SmallIds.NhsClinical), [], Acceptability()),
        };
    }

    private SearchTerm Term()
    {
        string[] words = ["hea", "att", "acu", "card", "100", "wheeze", "find"];
        if (Chance(3)) return new WildTerm(Pick(["*heart*", "heart*", "*", "acute asthma", "*a*a*", "*(finding)", "card*c"]));
        string[] chosen = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Pick(words))];
        return new MatchTerm([.. chosen], string.Join(' ', chosen), Chance(2));
    }

    private TimeComparison Times()
    {
        var order = (EclOrder)random.Next(6);
        return new TimeComparison(order, order is EclOrder.Equal or EclOrder.NotEqual && Chance(2) ? [20190131, 20200131, 0] : [20190731]);
    }

    private ConceptChoice Choice(long one, long other, int depth) => random.Next(3) switch
    {
        0 => new ConceptChoice(null, [Reference(one), Reference(other)]),
        1 when depth > 0 => new ConceptChoice(new SubExpression(EclOperator.Self, null, new NestedFocus(new CompoundExpression(EclJoin.Minus, [Plain(one), Sub(0)])), [], null), []),
        _ => new ConceptChoice(Plain(one), []),
    };

    private static SubExpression Plain(long id) => new(EclOperator.Self, null, new ConceptFocus(Reference(id)), [], null);

    private static ConceptReference Reference(long id) => new(id, null, 0);

    private long Own() => Chance(30) ? SmallIds.Concept(999) : Pick(own);

    private bool Chance(int of) => random.Next(of) == 0;

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];
}
