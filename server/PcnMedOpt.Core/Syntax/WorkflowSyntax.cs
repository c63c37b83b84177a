namespace PcnMedOpt.Core.Syntax;

/// <summary><c>workflow discharge_reconciliation "Discharge medicines reconciliation" { … }</c></summary>
public sealed class WorkflowSyntax(Token keyword, Token name, Token? title, Body body) : BodySyntax(keyword, name, title, body);

/// <summary><c>start when discharge_received recorded in last 7 days</c></summary>
public sealed class StartWhenSyntax(Token keyword, ConditionSyntax condition) : ClauseSyntax
{
    public Token Keyword => keyword;

    public ConditionSyntax Condition => condition;

    protected internal override void AddChildren(NodeList to) => to.Add(condition);
}

/// <summary><c>step reconcile "Reconcile" by pharmacist within 7 days of start and before "…" code … -> next</c></summary>
public sealed class WorkflowStepSyntax(Token keyword, Token name, Token title, Token role, DeadlineSyntax? deadline, CodeSyntax? code, Token? next) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Name => name;

    public Token Title => title;

    public Token Role => role;

    public DeadlineSyntax? Deadline => deadline;

    public CodeSyntax? Code => code;

    /// <summary>The clause that follows; null for the next one in the text.</summary>
    public Token? NextStep => next;

    protected internal override void AddChildren(NodeList to) => to.Add(deadline).Add(code);
}

/// <summary><c>within 7 days of start and before "any prescription or new supply is issued"</c></summary>
public sealed class DeadlineSyntax(TimeSpanSyntax time, Token of, Token? before) : SyntaxNode
{
    public TimeSpanSyntax Time => time;

    /// <summary>start, or the name of a step.</summary>
    public Token Of => of;

    /// <summary>An event that it must also precede.</summary>
    public Token? Before => before;

    protected internal override void AddChildren(NodeList to) => to.Add(time);
}

/// <summary><c>decision changes "Medicines changed?" { "Yes" -> update "No" -> close }</c></summary>
public sealed class DecisionSyntax(Token keyword, Token name, Token title, Body body) : ClauseSyntax, IBlockSyntax
{
    public Token Keyword => keyword;

    public Token Name => name;

    public Token Title => title;

    public Token Open => body.Open;

    /// <summary>Branches, and what could not be read.</summary>
    public System.Collections.Immutable.ImmutableArray<ClauseSyntax> Branches => body.Clauses;

    public Token? Close => body.Close;

    protected internal override void AddChildren(NodeList to) => to.All(Branches);
}

/// <summary><c>"Yes" -> update</c></summary>
public sealed class BranchSyntax(Token label, Token next) : ClauseSyntax
{
    public Token Label => label;

    public Token NextStep => next;
}

/// <summary><c>end close "Closed"</c></summary>
public sealed class EndSyntax(Token keyword, Token name, Token? title) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Name => name;

    public Token? Title => title;
}
