using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Emit.Emis.Importing;

/// <summary>
/// The opposite of a condition, in the words in which the language says it: "no a …" of a plain record, the other age. Before a value it allows no
/// "not", as that sounds like "tested, and not so": there a cohort of those without it is made.
/// </summary>
internal static class Negation
{
    /// <param name="condition">The condition.</param>
    /// <param name="without">Makes a cohort of those who do not satisfy it.</param>
    public static Condition Of(Condition condition, Func<Condition, Condition> without) => condition switch
    {
        Not not => not.Operand,
        AllOf all => new AnyOf([.. all.Operands.Select(o => Of(o, without))]),
        AnyOf any => new AllOf([.. any.Operands.Select(o => Of(o, without))]),
        AgeTest { Range: AgeAtLeast least } => new AgeTest(new AgeUnder(least.Duration)),
        AgeTest { Range: AgeUnder under } => new AgeTest(new AgeAtLeast(under.Duration)),
        HappenedTest { Times: null } test when test.Filters.AnchorOf() is null => All(test.Sets.Select(s => new NoSuchTest(s, test.How, test.Filters))),
        NoSuchTest none when none.Filters.AnchorOf() is null => new HappenedTest([none.Set], none.How, none.Filters, null),
        _ when condition.AsksForValue() => without(condition),
        _ => new Not(condition),
    };

    private static Condition All(IEnumerable<Condition> conditions) => conditions.ToImmutableArray() is var all && all.Length == 1 ? all[0] : new AllOf(all);
}
