using System.Collections.Immutable;

namespace PcnMedOpt.Core.Syntax;

/// <summary>A test in the language: patients, and which cohorts they are in.</summary>
public sealed class ExampleSyntax(Token keyword, Token title, Token open, ImmutableArray<ClauseSyntax> clauses, Token? close)
    : DeclarationSyntax(keyword, null, title), IBlockSyntax
{
    public Token Open => open;

    public ImmutableArray<ClauseSyntax> Clauses => clauses;

    public Token? Close => close;

    protected internal override void AddChildren(NodeList to) => to.All(clauses);
}

/// <summary><c>on 2026-11-20</c>: the reference date.</summary>
public sealed class OnDateSyntax(Token keyword, Token date) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Date => date;
}

public sealed class PatientSyntax(Token keyword, Token? name, Token open, ImmutableArray<ClauseSyntax> lines, Token? close) : ClauseSyntax, IBlockSyntax
{
    public Token Keyword => keyword;

    public Token? Name => name;

    public Token Open => open;

    public ImmutableArray<ClauseSyntax> Lines => lines;

    public Token? Close => close;

    protected internal override void AddChildren(NodeList to) => to.All(lines);
}

/// <summary><c>born 1944-03-02</c>, <c>died 2026-01-01</c></summary>
public sealed class LifeDateSyntax(Token keyword, Token date) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Date => date;
}

/// <summary><c>sex female</c></summary>
public sealed class PatientSexSyntax(Token keyword, Token value) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Value => value;
}

/// <summary><c>registered since 2010-05-01 until 2020-01-01</c></summary>
public sealed class RegisteredSinceSyntax(Token keyword, Token since, Token? until) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Since => since;

    public Token? Until => until;
}

/// <summary><c>apixaban issued 2026-10-01</c>, <c>medicine 319775004 |…| issued 2026-10-03</c></summary>
public sealed class RecordSyntax(Token? set, Token? codeKeyword, CodeSyntax? code, EventSyntax @event) : ClauseSyntax
{
    /// <summary>The code set, when the line begins with one.</summary>
    public Token? Set => set;

    /// <summary><c>code</c> or <c>medicine</c></summary>
    public Token? CodeKeyword => codeKeyword;

    public CodeSyntax? Code => code;

    public EventSyntax Event => @event;

    protected internal override void AddChildren(NodeList to) => to.Add(code).Add(@event);
}

/// <summary><c>8 distinct medicines issued 2026-10-01</c></summary>
public sealed class DistinctMedicinesSyntax(Token number, Token date) : ClauseSyntax
{
    public Token Number => number;

    public Token Date => date;
}

/// <summary><c>recorded 2026-11-01 value 3.1 10*9/L</c>, <c>issued 2026-10-01</c>, <c>on repeat since 2026-01-01</c></summary>
public sealed class EventSyntax(Token word, Token date, Token? until, ImmutableArray<EventPartSyntax> parts) : SyntaxNode
{
    /// <summary><c>recorded</c>, <c>issued</c> or <c>on</c> (repeat)</summary>
    public Token Word => word;

    public Token Date => date;

    public Token? Until => until;

    public ImmutableArray<EventPartSyntax> Parts => parts;

    protected internal override void AddChildren(NodeList to) => to.All(parts);
}

/// <summary><c>value >90 mL/min</c> or <c>as first</c></summary>
public sealed class EventPartSyntax(Token keyword, Token? comparator, QuantitySyntax? value, Token? episode) : SyntaxNode
{
    public Token Keyword => keyword;

    public Token? Comparator => comparator;

    public QuantitySyntax? Value => value;

    public Token? Episode => episode;

    protected internal override void AddChildren(NodeList to) => to.Add(value);
}

/// <summary><c>expect "First" not in smr_eligible because "Lives in a care home"</c></summary>
public sealed class ExpectSyntax(Token keyword, Token? patient, Token? not, RefSyntax cohort, ImmutableArray<Token> because, bool hasBecause) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token? Patient => patient;

    public Token? Not => not;

    public RefSyntax Cohort => cohort;

    public ImmutableArray<Token> Because => because;

    public bool HasBecause => hasBecause;

    protected internal override void AddChildren(NodeList to) => to.Add(cohort);
}
