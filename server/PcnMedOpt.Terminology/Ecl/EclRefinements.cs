using System.Diagnostics;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Terminology.Rf2;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>Refinements and dotted attributes (specification, 6.2): from the expression to tests, and the concepts that pass them.</summary>
internal static class EclRefinements
{
    public static ConceptSet Of(RefinedExpression refined, EclContext context)
    {
        var store = context.Store;
        var concepts = Focus(refined.Focus, context);
        var test = Test(refined.Refinement, isInGroup: false, context);
        var found = store.EmptySet();
        foreach (var concept in concepts)
            if (EclAttributeTests.Holds(test, concept, store.Attributes(concept), store)) found.Add(concept);
        return found;
    }

    /// <summary>The values of the attributes, from left to right.</summary>
    public static ConceptSet Of(DottedExpression dotted, EclContext context)
    {
        var store = context.Store;
        var concepts = Focus(dotted.Focus, context);
        foreach (var attribute in dotted.Attributes)
        {
            var names = Names(attribute, context);
            var values = store.EmptySet();
            foreach (var concept in concepts)
                foreach (var row in store.Attributes(concept))
                    if (row.Value >= 0 && names.Contains(row.Type)) values.Add(row.Value);
            concepts = values.And(store.Active);
        }
        return concepts;
    }

    private static ConceptSet Focus(SubExpression focus, EclContext context)
    {
        var concepts = EclSets.Of(focus, context);
        if (focus is not { Membership: null, Focus: AnyFocus }) context.AskSnomed(concepts, "The attributes");
        return concepts.And(context.Store.Active).And(context.Store.Snomed);
    }

    private static EclAttributeTest Test(EclRefinement refinement, bool isInGroup, EclContext context) => refinement switch
    {
        RefinementList list => list.IsOr
            ? new AnyOfTests([.. list.Parts.Select(p => Test(p, isInGroup, context))])
            : new AllOfTests([.. list.Parts.Select(p => Test(p, isInGroup, context))]),
        AttributeGroup group => new GroupTest(group.Cardinality ?? Cardinality.OneOrMore, Test(group.Attributes, isInGroup: true, context)),
        EclAttribute { IsReverse: true } attribute => Reverse(attribute, isInGroup, context),
        EclAttribute attribute => new AttributeTest(
            attribute.Cardinality ?? Cardinality.OneOrMore, Names(attribute.Name, context), EclValueTest.Of(attribute.Comparison, context)),
        _ => throw new UnreachableException($"No test for {refinement}"),
    };

    private static EclAttributeTest Reverse(EclAttribute attribute, bool isInGroup, EclContext context)
    {
        var names = Names(attribute.Name, context);
        if (isInGroup) context.Refuse($"'{EclPrinter.Print(attribute)}' reverses an attribute within a group: the specification does not say what that means.");
        if (attribute.Comparison is ConceptComparison concepts)
            return new ReverseTest(attribute.Cardinality ?? Cardinality.OneOrMore, names, EclSets.Of(concepts.Value, context), concepts.IsNot);
        context.Refuse($"'{EclPrinter.Print(attribute)}' reverses an attribute whose value is no concept.");
        return new AllOfTests([]);
    }

    /// <summary>The hierarchy is no attribute, unless it is asked for by name, which is not evaluated.</summary>
    private static ConceptSet Names(SubExpression name, EclContext context)
    {
        if (name is { Operator: EclOperator.Self, Membership: null, Focus: ConceptFocus { Concept.Id: Rf2Ids.IsA } })
            context.Refuse("116680003 |Is a| as an attribute is not evaluated: write '<', '>', '<!' or '>!'.");
        return EclSets.Of(name, context);
    }
}
