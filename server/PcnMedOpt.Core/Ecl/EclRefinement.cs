using System.Collections.Immutable;

namespace PcnMedOpt.Core.Ecl;

/// <summary>What is asked of the attributes of a concept.</summary>
public abstract record EclRefinement
{
    private protected EclRefinement()
    {
    }
}

/// <summary>All of two parts or more, or one of them. A part that is itself such a list stands in brackets.</summary>
public sealed record RefinementList(bool IsOr, ImmutableArray<EclRefinement> Parts) : EclRefinement;

/// <summary>So many groups of attributes in which the attributes are so.</summary>
public sealed record AttributeGroup(Cardinality? Cardinality, EclRefinement Attributes) : EclRefinement;

/// <summary>So many attributes of this name with such a value.</summary>
/// <param name="Cardinality">How many; null where it is not said, which means one or more.</param>
/// <param name="IsReverse">The concept is the value, and what is compared is the concept that has the attribute.</param>
/// <param name="Name">The attributes that are meant.</param>
/// <param name="Comparison">The values that are meant.</param>
public sealed record EclAttribute(Cardinality? Cardinality, bool IsReverse, SubExpression Name, EclComparison Comparison) : EclRefinement;

/// <summary>How many: from the least to the most, null where there is no most.</summary>
public sealed record Cardinality(int Least, int? Most)
{
    /// <summary>What is meant where nothing is said (specification, 6.3).</summary>
    public static readonly Cardinality OneOrMore = new(1, null);

    public bool Holds(int count) => count >= Least && (Most is not { } most || count <= most);
}
