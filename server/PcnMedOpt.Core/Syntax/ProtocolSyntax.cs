using System.Collections.Immutable;

namespace PcnMedOpt.Core.Syntax;

/// <summary>What a file is, and who answers for it.</summary>
public sealed class ProtocolSyntax(Token keyword, Token name, Token? title, Body body) : BodySyntax(keyword, name, title, body);

/// <summary><c>version 2026.2</c></summary>
public sealed class VersionSyntax(Token keyword, Token version) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Version => version;
}

/// <summary><c>status active</c></summary>
public sealed class StatusClauseSyntax(Token keyword, Token status) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Status => status;
}

/// <summary><c>owner "…"</c>, <c>author "…"</c>, <c>reviewer "…"</c></summary>
public sealed class PersonSyntax(Token role, Token text) : ClauseSyntax
{
    public Token Role => role;

    public Token Text => text;
}

/// <summary><c>approved 2026-04-02 by "…"</c></summary>
public sealed class ApprovedSyntax(Token date, Token by) : ClauseSyntax
{
    public Token Date => date;

    public Token By => by;
}

/// <summary><c>review by 2027-03-31</c></summary>
public sealed class ReviewBySyntax(Token date) : ClauseSyntax
{
    public Token Date => date;
}

/// <summary><c>evidence pcn_des "…" dated 2026-04-01 url "…"</c></summary>
public sealed class EvidenceSyntax(Token name, Token text, ImmutableArray<EvidencePartSyntax> parts) : ClauseSyntax
{
    public Token Name => name;

    public Token Text => text;

    public ImmutableArray<EvidencePartSyntax> Parts => parts;

    protected internal override void AddChildren(NodeList to) => to.All(parts);
}

/// <summary><c>dated 2026-04-01</c>, <c>read 2026-11-20</c>, <c>url "…"</c></summary>
public sealed class EvidencePartSyntax(Token keyword, Token value) : SyntaxNode
{
    public Token Keyword => keyword;

    public Token Value => value;
}

/// <summary><c>change 2026.2 on 2026-04-01 "…"</c></summary>
public sealed class ChangeLogSyntax(Token version, Token date, Token text) : ClauseSyntax
{
    public Token Version => version;

    public Token Date => date;

    public Token Text => text;
}
