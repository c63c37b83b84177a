using System.Collections.Immutable;

namespace PcnMedOpt.Core.Ecl;

/// <summary>How values are compared.</summary>
public enum EclOrder
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>What is asked of the value of an attribute, or of a field of a member.</summary>
public abstract record EclComparison
{
    private protected EclComparison()
    {
    }
}

/// <summary>The value is, or is not, one of these concepts.</summary>
public sealed record ConceptComparison(bool IsNot, SubExpression Value) : EclComparison;

/// <summary>The value is a number that compares so.</summary>
public sealed record NumberComparison(EclOrder Order, decimal Value) : EclComparison;

/// <summary>The value is a text that matches, or does not match, one of the terms.</summary>
public sealed record TextComparison(bool IsNot, ImmutableArray<SearchTerm> Terms) : EclComparison;

public sealed record BooleanComparison(bool IsNot, bool Value) : EclComparison;

/// <summary>The value is a day that compares so with one of the days: eight digits as a number, 0 for none (<c>""</c>).</summary>
public sealed record TimeComparison(EclOrder Order, ImmutableArray<int> Days) : EclComparison;

/// <summary>What a text is matched with.</summary>
public abstract record SearchTerm
{
    private protected SearchTerm()
    {
    }
}

/// <summary>Words of the text begin with each of these, in any order; of a concrete value, the text itself is meant (specification, 6.2 and 6.8).</summary>
/// <param name="Words">What is searched for.</param>
/// <param name="Text">The text as it stands between its quotation marks, without escapes.</param>
/// <param name="IsSaid">The word <c>match</c> stands before it.</param>
public sealed record MatchTerm(ImmutableArray<string> Words, string Text, bool IsSaid) : SearchTerm;

/// <summary>The whole text is this, a <c>*</c> standing for any characters.</summary>
/// <param name="Pattern">As it is written, with <c>\*</c>, <c>\"</c> and <c>\\</c> for the characters themselves.</param>
public sealed record WildTerm(string Pattern) : SearchTerm;
