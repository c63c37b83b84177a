using System.Diagnostics;

namespace PcnMedOpt.Core.Ecl;

/// <summary>A concept that an expression names, and the operator of hierarchy directly before it.</summary>
public readonly record struct EclReference(ConceptReference Concept, EclOperator Operator);

/// <summary>The concepts that an expression names by their identifiers, in the order of the text.</summary>
public static class EclReferences
{
    public static IEnumerable<EclReference> Of(EclExpression expression) => expression switch
    {
        CompoundExpression compound => compound.Parts.SelectMany(Of),
        RefinedExpression refined => Of(refined.Focus).Concat(Of(refined.Refinement)),
        DottedExpression dotted => Of(dotted.Focus).Concat(dotted.Attributes.SelectMany(Of)),
        SubExpression sub => Focus(sub).Concat(sub.Filters.SelectMany(f => f.Filters).SelectMany(Of)).Concat(sub.History?.Refsets is { } refsets ? Of(refsets) : []),
        _ => throw new UnreachableException($"No concepts of {expression}"),
    };

    private static IEnumerable<EclReference> Focus(SubExpression sub) => sub.Focus switch
    {
        ConceptFocus concept => [new EclReference(concept.Concept, sub.Membership is null ? sub.Operator : EclOperator.Self)],
        NestedFocus nested => Of(nested.Expression),
        AnyFocus or AlternateFocus => [],
        _ => throw new UnreachableException($"No concepts of {sub.Focus}"),
    };

    private static IEnumerable<EclReference> Of(EclRefinement refinement) => refinement switch
    {
        RefinementList list => list.Parts.SelectMany(Of),
        AttributeGroup group => Of(group.Attributes),
        EclAttribute attribute => Of(attribute.Name).Concat(Of(attribute.Comparison)),
        _ => throw new UnreachableException($"No concepts of {refinement}"),
    };

    private static IEnumerable<EclReference> Of(EclComparison comparison) => comparison is ConceptComparison concepts ? Of(concepts.Value) : [];

    private static IEnumerable<EclReference> Of(EclFilter filter) => filter switch
    {
        TypeIdFilter type => Of(type.Types),
        ModuleFilter module => Of(module.Modules),
        DefinitionStatusIdFilter status => Of(status.Statuses),
        DialectFilter dialect => (dialect.Expression is { } expression ? Of(expression) : dialect.Dialects.SelectMany(Of)).Concat(Of(dialect.Acceptability)),
        MemberFieldFilter field => Of(field.Comparison),
        _ => [],
    };

    private static IEnumerable<EclReference> Of(Dialect dialect) =>
        (dialect.Concept is { } concept ? (EclReference[])[Plain(concept)] : []).Concat(Of(dialect.Acceptability));

    private static IEnumerable<EclReference> Of(AcceptabilitySet? acceptability) => acceptability?.Concepts.Select(Plain) ?? [];

    private static IEnumerable<EclReference> Of(ConceptChoice choice) => choice.Expression is { } expression ? Of(expression) : choice.Listed.Select(Plain);

    private static EclReference Plain(ConceptReference concept) => new(concept, EclOperator.Self);
}
