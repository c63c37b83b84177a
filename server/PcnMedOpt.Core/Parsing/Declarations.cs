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

    /// <summary>A declaration that is read as balanced text (templates, procedures, letters, workflows, registers and checklists).</summary>
    public static Parser<DeclarationSyntax> Opaque(TokenKind keyword) => Headed(
        keyword,
        Seq(Open, Balanced, Close, (open, body, close) => (open, body, close)),
        (head, body) => new OpaqueSyntax(head.Keyword, head.Name, head.Title, body.open, body.body, body.close));

    private static IResult<ImmutableArray<Token>> Balanced(IInput input)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var depth = 0;
        for (var token = (Token)input; ; token = token.Next)
        {
            if (token.Kind == End || (depth == 0 && token.Kind == CloseBrace)) return new Success<ImmutableArray<Token>>(tokens.DrainToImmutable(), token);
            if (token.Kind == OpenBrace) depth++;
            else if (token.Kind == CloseBrace) depth--;
            tokens.Add(token);
        }
    }
}
