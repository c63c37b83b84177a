using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Binding;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>A place where results are compared: the code sets that they are of, and the values that are written.</summary>
/// <param name="Sets">The code sets.</param>
/// <param name="Values">One value, two of a band, none for a percentage, and where the unit is another rule's to look at.</param>
internal sealed record ValueUse(ImmutableArray<Token> Sets, ImmutableArray<QuantitySyntax> Values)
{
    public IEnumerable<string> Names => Sets.Select(CodeSetReader.NameOf);

    public TextSpan SetsSpan => TextSpan.FromBounds(Sets[0].Start, Sets[^1].EndOffset);

    public static IEnumerable<ValueUse> Of(DeclarationMeaning declaration)
    {
        foreach (var node in declaration.ConditionNodes)
            if (node is ValueTestSyntax test) yield return new ValueUse([test.Set], Written(test.Range));
            else if (node is LimitSyntax limit) yield return new ValueUse([limit.Set], []);
            else if (node is IntervalSyntax interval) yield return new ValueUse([interval.Value], []);
            else if (node is ChangeTestSyntax change) yield return new ValueUse([change.Set], IsPercent(declaration, change) ? [] : [change.Amount]);
        foreach (var list in declaration.FilterLists)
            foreach (var value in list.Filters.OfType<WithValueSyntax>())
                yield return new ValueUse(list.Sets, Written(value.Range));
    }

    private static ImmutableArray<QuantitySyntax> Written(RangeSyntax range) => range.High is null ? [range.Low] : [range.Low, range.High];

    private static bool IsPercent(DeclarationMeaning declaration, ChangeTestSyntax change) =>
        new ValueBinder(declaration.Scope).Change(change.Amount, CodeSetReader.NameOf(change.Set)).Percent;
}
