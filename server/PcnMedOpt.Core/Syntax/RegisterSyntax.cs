using System.Collections.Immutable;

namespace PcnMedOpt.Core.Syntax;

/// <summary><c>register mhra_alerts "MHRA alert closure" { … }</c></summary>
public sealed class RegisterSyntax(Token keyword, Token name, Token? title, Body body) : BodySyntax(keyword, name, title, body);

/// <summary><c>column class "Class" one of "NatPSA", "Class 2" required</c></summary>
public sealed class ColumnSyntax(Token keyword, Token name, Token title, Token kind, ImmutableArray<Token> options, ImmutableArray<ColumnRuleSyntax> rules) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Name => name;

    public Token Title => title;

    /// <summary>text, date, number, or one (of the options)</summary>
    public Token Kind => kind;

    public ImmutableArray<Token> Options => options;

    public ImmutableArray<ColumnRuleSyntax> Rules => rules;

    protected internal override void AddChildren(NodeList to) => to.All(rules);
}

/// <summary><c>required</c>, <c>unique</c>, <c>not before received</c></summary>
public sealed class ColumnRuleSyntax(Token keyword, Token? column) : SyntaxNode
{
    /// <summary>required, unique or not</summary>
    public Token Keyword => keyword;

    /// <summary>With "not before": the column whose day it may not precede.</summary>
    public Token? Column => column;
}

/// <summary><c>deadline of class from received { "NatPSA" by cas_deadline … }</c></summary>
public sealed class DeadlinesSyntax(Token keyword, Token of, Token from, Body body) : ClauseSyntax, IBlockSyntax
{
    public Token Keyword => keyword;

    /// <summary>The column that decides.</summary>
    public Token Of => of;

    /// <summary>The column with the day that it runs from.</summary>
    public Token From => from;

    public Token Open => body.Open;

    /// <summary>A deadline for each option, and what could not be read.</summary>
    public ImmutableArray<ClauseSyntax> Cases => body.Clauses;

    public Token? Close => body.Close;

    protected internal override void AddChildren(NodeList to) => to.All(Cases);
}

/// <summary><c>"Class 2" within 48 hours</c>, <c>"NatPSA" by cas_deadline</c>, <c>"Class 4" none "no national limit"</c></summary>
public sealed class DeadlineCaseSyntax(Token option, Token? byColumn, TimeSpanSyntax? within, Token? none) : ClauseSyntax
{
    public Token Option => option;

    public Token? ByColumn => byColumn;

    public TimeSpanSyntax? Within => within;

    /// <summary>Why there is none.</summary>
    public Token? None => none;

    protected internal override void AddChildren(NodeList to) => to.Add(within);
}

/// <summary><c>checklist des_quarterly "DES quarterly evidence" { … }</c></summary>
public sealed class ChecklistSyntax(Token keyword, Token name, Token? title, Body body) : BodySyntax(keyword, name, title, body);

/// <summary><c>item "Named lead pharmacist" evidence file quarterly</c>, <c>item "Activity extract" from smr_delivery monthly</c></summary>
public sealed class ItemSyntax(Token keyword, Token text, Token? evidence, RefSyntax? from, Token? period) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Text => text;

    /// <summary>file, note or link</summary>
    public Token? Evidence => evidence;

    /// <summary>The measure, register or other declaration that shows it.</summary>
    public RefSyntax? From => from;

    public Token? Period => period;

    protected internal override void AddChildren(NodeList to) => to.Add(from);
}
