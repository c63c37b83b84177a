using System.Diagnostics;

namespace PcnMedOpt.Core.Ecl;

/// <summary>The concepts that an expression names by their identifiers, in the order of the text.</summary>
public static class EclReferences
{
    public static IEnumerable<ConceptReference> Of(EclExpression expression) => expression switch
    {
        CompoundExpression compound => compound.Parts.SelectMany(Of),
        RefinedExpression refined => Of(refined.Focus).Concat(Of(refined.Refinement)),
        DottedExpression dotted => Of(dotted.Focus).Concat(dotted.Attributes.SelectMany(Of)),
        SubExpression sub => Of(sub.Focus).Concat(sub.Filters.SelectMany(f => f.Filters).SelectMany(Of)).Concat(sub.History?.Refsets is { } refsets ? Of(refsets) : []),
        _ => throw new UnreachableException($"No concepts of {expression}"),
    };

    private static IEnumerable<ConceptReference> Of(EclFocus focus) => focus switch
    {
        ConceptFocus concept => [concept.Concept],
        NestedFocus nested => Of(nested.Expression),
        AnyFocus or AlternateFocus => [],
        _ => throw new UnreachableException($"No concepts of {focus}"),
    };

    private static IEnumerable<ConceptReference> Of(EclRefinement refinement) => refinement switch
    {
        RefinementList list => list.Parts.SelectMany(Of),
        AttributeGroup group => Of(group.Attributes),
        EclAttribute attribute => Of(attribute.Name).Concat(Of(attribute.Comparison)),
        _ => throw new UnreachableException($"No concepts of {refinement}"),
    };

    private static IEnumerable<ConceptReference> Of(EclComparison comparison) => comparison is ConceptComparison concepts ? Of(concepts.Value) : [];

    private static IEnumerable<ConceptReference> Of(EclFilter filter) => filter switch
    {
        TypeIdFilter type => Of(type.Types),
        ModuleFilter module => Of(module.Modules),
        DefinitionStatusIdFilter status => Of(status.Statuses),
        DialectFilter dialect => (dialect.Expression is { } expression ? Of(expression) : dialect.Dialects.SelectMany(Of)).Concat(Of(dialect.Acceptability)),
        MemberFieldFilter field => Of(field.Comparison),
        _ => [],
    };

    private static IEnumerable<ConceptReference> Of(Dialect dialect) => (dialect.Concept is { } concept ? (ConceptReference[])[concept] : []).Concat(Of(dialect.Acceptability));

    private static IEnumerable<ConceptReference> Of(AcceptabilitySet? acceptability) => acceptability?.Concepts ?? [];

    private static IEnumerable<ConceptReference> Of(ConceptChoice choice) => choice.Expression is { } expression ? Of(expression) : choice.Listed;
}
