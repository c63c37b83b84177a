using System.Collections.Immutable;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>Filters that hold on one record, and the code sets that it is of. An anchor has filters of its own.</summary>
internal sealed record FilterList(ImmutableArray<Token> Sets, ImmutableArray<FilterSyntax> Filters)
{
    public static IEnumerable<FilterList> Of(DeclarationMeaning declaration) => declaration.ConditionNodes.SelectMany(OfNode).Where(l => !l.Filters.IsEmpty);

    private static IEnumerable<FilterList> OfNode(SyntaxNode node) => node switch
    {
        HappenedTestSyntax test => [new(test.Sets.Names, test.Filters)],
        PairSyntax pair => [new(pair.FirstSets.Names, pair.Filters)],
        ValueTestSyntax test => [new([test.Set], test.Filters)],
        StatusTestSyntax test => [new(test.Sets, test.Choose), new(test.Kept is null ? test.Sets : [test.Kept], test.Keep)],
        AnchorSyntax { Sets: { } sets } anchor => [new(sets.Names, anchor.Filters)],
        OfEachSyntax each => [new([each.Set], each.Filters)],
        _ => [],
    };
}
