using System.Collections.Immutable;

namespace PcnMedOpt.Core.Syntax;

/// <summary><c>number weight "Weight" code 27113001 |Body weight| unit kg expect 20 to 300</c></summary>
public class FieldSyntax(Token kind, Token name, Token title, ImmutableArray<AttributeSyntax> attributes) : ClauseSyntax
{
    /// <summary>The word text, number, date, tick, outcome, choice or choices.</summary>
    public Token Kind => kind;

    public Token Name => name;

    public Token Title => title;

    public ImmutableArray<AttributeSyntax> Attributes => attributes;

    protected internal override void AddChildren(NodeList to) => to.All(attributes);
}

/// <summary><c>choice adherence "Medicines taken as prescribed?" { "Yes" code 526431000000106 … }</c></summary>
public sealed class ChoiceFieldSyntax(Token kind, Token name, Token title, ImmutableArray<AttributeSyntax> attributes, Body body)
    : FieldSyntax(kind, name, title, attributes), IBlockSyntax
{
    public Token Open => body.Open;

    /// <summary>Options, and what could not be read.</summary>
    public ImmutableArray<ClauseSyntax> Options => body.Clauses;

    public Token? Close => body.Close;

    protected internal override void AddChildren(NodeList to)
    {
        base.AddChildren(to);
        to.All(Options);
    }
}

/// <summary><c>"No" uncoded "reason follows" then text adherence_reason "Why not?" …</c></summary>
public sealed class OptionSyntax(Token label, ImmutableArray<AttributeSyntax> attributes, ClauseSyntax? then) : ClauseSyntax
{
    public Token Label => label;

    /// <summary>Codes and reasons for having none.</summary>
    public ImmutableArray<AttributeSyntax> Attributes => attributes;

    /// <summary>A field, or what is shown or said.</summary>
    public ClauseSyntax? Then => then;

    protected internal override void AddChildren(NodeList to) => to.All(attributes).Add(then);
}

/// <summary>What is said of a field after its title.</summary>
public abstract class AttributeSyntax : SyntaxNode;

/// <summary><c>required</c>, <c>required when bloods_due ticked</c>, <c>required when adherence is "No"</c></summary>
public sealed class RequiredSyntax(Token keyword, Token? when, Token? isOption) : AttributeSyntax
{
    public Token Keyword => keyword;

    /// <summary>The field that decides; null when it is always required.</summary>
    public Token? When => when;

    /// <summary>The option that must be chosen; null when the field must be ticked.</summary>
    public Token? IsOption => isOption;
}

/// <summary><c>code 27113001 |Body weight|</c></summary>
public sealed class CodedSyntax(Token keyword, CodeSyntax code) : AttributeSyntax
{
    public Token Keyword => keyword;

    public CodeSyntax Code => code;

    protected internal override void AddChildren(NodeList to) => to.Add(code);
}

/// <summary><c>uncoded "patient's own words"</c></summary>
public sealed class UncodedSyntax(Token keyword, Token why) : AttributeSyntax
{
    public Token Keyword => keyword;

    public Token Why => why;
}

/// <summary><c>unit kg</c></summary>
public sealed class FieldUnitSyntax(Token keyword, Token unit) : AttributeSyntax
{
    public Token Keyword => keyword;

    public Token Unit => unit;
}

/// <summary><c>expect 20 to 300</c></summary>
public sealed class FieldRangeSyntax(Token keyword, QuantitySyntax low, QuantitySyntax high) : AttributeSyntax
{
    public Token Keyword => keyword;

    public QuantitySyntax Low => low;

    public QuantitySyntax High => high;

    protected internal override void AddChildren(NodeList to) => to.Add(low).Add(high);
}

/// <summary><c>on completion</c></summary>
public sealed class OnCompletionSyntax(Token keyword) : AttributeSyntax
{
    public Token Keyword => keyword;
}
