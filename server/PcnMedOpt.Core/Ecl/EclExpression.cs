using System.Collections.Immutable;

namespace PcnMedOpt.Core.Ecl;

/// <summary>
/// An expression constraint (SNOMED International, "Expression Constraint Language", 2.2, brief syntax): which concepts are meant. Every node is
/// named after the rule of the grammar that it comes from.
/// </summary>
public abstract record EclExpression
{
    private protected EclExpression()
    {
    }
}

/// <summary>How the parts of a compound expression are put together.</summary>
public enum EclJoin
{
    And,
    Or,

    /// <summary>The first without the second.</summary>
    Minus,
}

/// <summary>Two parts or more, all put together in the same way: the grammar asks for brackets where ways are mixed.</summary>
public sealed record CompoundExpression(EclJoin Join, ImmutableArray<SubExpression> Parts) : EclExpression;

/// <summary>Those of the focus whose attributes are so.</summary>
public sealed record RefinedExpression(SubExpression Focus, EclRefinement Refinement) : EclExpression;

/// <summary>The values that the attributes of the focus have, from left to right.</summary>
public sealed record DottedExpression(SubExpression Focus, ImmutableArray<SubExpression> Attributes) : EclExpression;

/// <summary>
/// A focus with what is asked of it. From the inside: the focus, the members of it, the rows of members that are meant, the operator, the filters
/// of concepts and descriptions, the history.
/// </summary>
/// <param name="Operator">Where in the hierarchy, seen from the focus.</param>
/// <param name="Membership">The members of reference sets are meant; null where the focus itself is.</param>
/// <param name="Focus">What it starts from.</param>
/// <param name="Filters">The filters in the order of the text: those of members come first.</param>
/// <param name="History">Retired concepts are meant too; null where they are not.</param>
public sealed record SubExpression(
    EclOperator Operator, EclMembership? Membership, EclFocus Focus, ImmutableArray<FilterConstraint> Filters, HistorySupplement? History) : EclExpression;

/// <summary>Where in the hierarchy.</summary>
public enum EclOperator
{
    /// <summary>The concepts themselves.</summary>
    Self,
    DescendantOf,
    DescendantOrSelfOf,
    ChildOf,
    ChildOrSelfOf,
    AncestorOf,
    AncestorOrSelfOf,
    ParentOf,
    ParentOrSelfOf,

    /// <summary>Those of a set with no ancestor in the set.</summary>
    Top,

    /// <summary>Those of a set with no descendant in the set.</summary>
    Bottom,
}

/// <summary>The members of reference sets.</summary>
/// <param name="Fields">The fields whose values are meant; empty where it is the referenced component, the concept that is a member.</param>
/// <param name="AllFields">The values of all fields are meant.</param>
public sealed record EclMembership(ImmutableArray<string> Fields, bool AllFields);

/// <summary>What an expression starts from.</summary>
public abstract record EclFocus
{
    private protected EclFocus()
    {
    }
}

public sealed record ConceptFocus(ConceptReference Concept) : EclFocus;

/// <summary>Every concept.</summary>
public sealed record AnyFocus : EclFocus;

/// <summary>A concept by its identifier in another scheme, such as LOINC.</summary>
/// <param name="Scheme">The name of the scheme.</param>
/// <param name="Code">The identifier there.</param>
/// <param name="Term">The term that stands behind it; null where none does.</param>
/// <param name="Offset">Where it stands in the text.</param>
public sealed record AlternateFocus(string Scheme, string Code, string? Term, int Offset) : EclFocus;

/// <summary>An expression in brackets.</summary>
public sealed record NestedFocus(EclExpression Expression) : EclFocus;

/// <summary>A concept by its identifier.</summary>
/// <param name="Id">The identifier, of 6 to 18 digits; whether it is one, only a release knows.</param>
/// <param name="Term">The term that stands behind it, for readers; null where none does.</param>
/// <param name="Offset">Where it stands in the text.</param>
public sealed record ConceptReference(long Id, string? Term, int Offset);
