using System.Collections.Immutable;

namespace PcnMedOpt.Core.Model.RuleLists;

/// <summary>A condition in negation normal form: literals joined by all and any; nested equal joins are merged, repeated operands gone.</summary>
internal abstract record Formula
{
    private protected Formula()
    {
    }

    /// <summary>The same text for the same formula.</summary>
    public abstract string Key { get; }

    /// <summary>How many joins lie one in the other: 0 for a literal.</summary>
    public abstract int Depth { get; }

    public static Formula All(IEnumerable<Formula> parts) => Joined(parts, RuleJoin.All);

    public static Formula Any(IEnumerable<Formula> parts) => Joined(parts, RuleJoin.Any);

    private static Formula Joined(IEnumerable<Formula> parts, RuleJoin join)
    {
        var flat = parts.SelectMany(p => p is Group group && group.Join == join ? group.Parts : [p]).DistinctBy(p => p.Key).ToImmutableArray();
        return flat.Length == 1 ? flat[0] : new Group(join, flat);
    }
}

internal sealed record Group(RuleJoin Join, ImmutableArray<Formula> Parts) : Formula
{
    public override string Key => $"{Join}({string.Join("; ", Parts.Select(p => p.Key).Order(StringComparer.Ordinal))})";

    public override int Depth => 1 + Parts.Max(p => p.Depth);

    /// <summary>All its parts are literals.</summary>
    public bool IsFlat => Parts.All(p => p is Literal);
}

/// <summary>A member of a rule, or its negation. Only a plain criterion can be negated in place.</summary>
/// <param name="Positive">The member itself.</param>
/// <param name="IsPlain">A criterion of filters alone.</param>
/// <param name="Negated">Asks that it not be so.</param>
/// <param name="Text">The same for the same member.</param>
internal sealed record Literal(Member Positive, bool IsPlain, bool Negated, string Text) : Formula
{
    public override string Key => Negated ? $"not {Text}" : Text;

    public override int Depth => 0;

    /// <summary>As it can stand in a rule, or null when it is negated and may not be.</summary>
    public Member? Direct => !Negated ? Positive : IsPlain && Positive is Records records ? records with { Negated = true } : null;
}
