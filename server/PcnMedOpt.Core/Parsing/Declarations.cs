using System.Collections.Immutable;
using PcnMedOpt.Core.Syntax;
using Sprache;
using static PcnMedOpt.Core.Parsing.Combinators;
using static PcnMedOpt.Core.Parsing.SharedGrammar;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Core.Parsing;

/// <summary>The beginning that declarations share: keyword, name, title.</summary>
internal readonly record struct Head(Token Keyword, Token Name, Token? Title);

/// <summary>What the declarations of every kind share.</summary>
internal static class Declarations
{
    /// <summary>A declaration with its head and the body that follows.</summary>
    public static Parser<DeclarationSyntax> Headed<B>(TokenKind keyword, Parser<B> body, Func<Head, B, DeclarationSyntax> make)
    {
        var head = Seq(Tok(keyword), NameToken, Optional(TokenKind.String), (word, name, title) => new Head(word, name, title));
        return Seq(head, body, make);
    }

    /// <summary>A declaration whose body is clauses between braces.</summary>
    public static Parser<DeclarationSyntax> Bodied(TokenKind keyword, Choice<ClauseSyntax> clause, Func<Token, Token, Token?, Body, DeclarationSyntax> make) =>
        Headed(keyword, BodyOf(Recovery.Clauses(clause)), (head, body) => make(head.Keyword, head.Name, head.Title, body));

    /// <summary>Clauses between braces.</summary>
    public static Parser<Body> BodyOf(Parser<ImmutableArray<ClauseSyntax>> clauses) => Seq(Open, clauses, Close, (open, read, close) => new Body(open, read, close));

    /// <summary>Clauses between braces, inside a declaration: where a clause of the enclosing body begins, the brace before it is missing.</summary>
    public static Parser<Body> InnerBody(Choice<ClauseSyntax> clause, params TokenKind[] outer) => Seq(
        Open,
        Recovery.Clauses(
            clause,
            clause.Starts(Name) ? (token, startsLine) => startsLine && clause.Starts(token.Kind) : (token, _) => clause.Starts(token.Kind),
            outer),
        Optional(CloseBrace),
        (open, read, close) => new Body(open, read, close));
}
