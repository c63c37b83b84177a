using System.Collections.Immutable;

namespace PcnMedOpt.Core.Ecl;

/// <summary>What stands between double braces.</summary>
public abstract record EclConstraint
{
    private protected EclConstraint()
    {
    }
}

/// <summary>What filters look at.</summary>
public enum FilterKind
{
    /// <summary>A description of the concept: one that fits all the filters.</summary>
    Description,

    Concept,

    /// <summary>The row of the reference set.</summary>
    Member,
}

/// <summary>Filters that hold together, of one description, concept or member.</summary>
public sealed record FilterConstraint(FilterKind Kind, ImmutableArray<EclFilter> Filters) : EclConstraint;

/// <summary>How far the history of retired concepts is followed (specification, 6.11).</summary>
public enum EclHistory
{
    /// <summary>All associations: what is meant where nothing is said.</summary>
    Unsaid,
    Minimum,
    Moderate,
    Maximum,

    /// <summary>The associations that are named.</summary>
    Named,
}

/// <summary>Retired concepts are meant too, of which history names one that was found.</summary>
/// <param name="Profile">How far history is followed.</param>
/// <param name="Refsets">The reference sets of associations that are named; null for another profile.</param>
public sealed record HistorySupplement(EclHistory Profile, EclExpression? Refsets) : EclConstraint;

public abstract record EclFilter
{
    private protected EclFilter()
    {
    }
}

public sealed record TermFilter(TextComparison Terms) : EclFilter;

/// <param name="IsNot">Another language.</param>
/// <param name="Codes">Codes of two letters, as they are written.</param>
public sealed record LanguageFilter(bool IsNot, ImmutableArray<string> Codes) : EclFilter;

/// <summary>The types of descriptions that have words of their own.</summary>
public enum DescriptionType
{
    Synonym,
    FullySpecifiedName,
    Definition,
}

public sealed record TypeFilter(bool IsNot, ImmutableArray<DescriptionType> Types) : EclFilter;

public sealed record TypeIdFilter(bool IsNot, ConceptChoice Types) : EclFilter;

/// <summary>The description is in one of these language reference sets.</summary>
/// <param name="IsNot">In none of them.</param>
/// <param name="Expression">The reference sets as an expression; null where they are listed.</param>
/// <param name="Dialects">The reference sets one by one; empty where they are an expression.</param>
/// <param name="Acceptability">What it must be there, for those that say nothing of their own; null where that is the same.</param>
public sealed record DialectFilter(bool IsNot, SubExpression? Expression, ImmutableArray<Dialect> Dialects, AcceptabilitySet? Acceptability) : EclFilter;

/// <summary>A language reference set, by its alias or by its identifier.</summary>
public sealed record Dialect(string? Alias, ConceptReference? Concept, AcceptabilitySet? Acceptability);

/// <summary>What a description may be in a language reference set, in words (true for preferred) or as concepts; one of the two is empty.</summary>
public sealed record AcceptabilitySet(ImmutableArray<bool> Preferred, ImmutableArray<ConceptReference> Concepts);

public sealed record DescriptionIdFilter(bool IsNot, ImmutableArray<long> Ids) : EclFilter;

public sealed record ModuleFilter(bool IsNot, ConceptChoice Modules) : EclFilter;

public sealed record EffectiveTimeFilter(TimeComparison Times) : EclFilter;

public sealed record ActiveFilter(bool IsNot, bool Value) : EclFilter;

/// <param name="IsNot">Another status.</param>
/// <param name="Defined">True for fully defined, false for primitive.</param>
public sealed record DefinitionStatusFilter(bool IsNot, ImmutableArray<bool> Defined) : EclFilter;

public sealed record DefinitionStatusIdFilter(bool IsNot, ConceptChoice Statuses) : EclFilter;

/// <summary>A field of a member, by its name in the reference set.</summary>
public sealed record MemberFieldFilter(string Field, EclComparison Comparison) : EclFilter;

/// <summary>Concepts as an expression, or as a list of two or more; the other is null or empty.</summary>
public sealed record ConceptChoice(SubExpression? Expression, ImmutableArray<ConceptReference> Listed);
