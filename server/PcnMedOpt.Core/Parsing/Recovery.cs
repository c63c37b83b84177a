using System.Collections.Immutable;
using PcnMedOpt.Core.Syntax;
using Sprache;

namespace PcnMedOpt.Core.Parsing;

/// <summary>Parsing never fails: a clause that cannot be read becomes a node that owns its text and says what was expected.</summary>
internal static class Recovery
{
    /// <summary>
    /// Clauses up to the closing brace, which stays unread. After a clause that fails, what follows is skipped to a token that starts a
    /// clause, or to the brace; whole pairs of braces are skipped together.
    /// </summary>
    public static Parser<ImmutableArray<T>> Clauses<T>(Choice<T> clause)
        where T : SyntaxNode => Clauses(
            clause,
            clause.Starts(TokenKind.Name) ? (token, startsLine) => startsLine && clause.Starts(token.Kind) : (token, _) => clause.Starts(token.Kind));

    /// <summary>The same, where more than its kind tells whether a token starts a clause.</summary>
    /// <param name="clause">One clause.</param>
    /// <param name="restarts">Whether a token, which stands first on its line or not, starts a clause.</param>
    /// <param name="outer">What starts a clause of the enclosing body: first on its line it shows that the closing brace is missing before it.</param>
    public static Parser<ImmutableArray<T>> Clauses<T>(Choice<T> clause, Func<Token, bool, bool> restarts, params TokenKind[] outer)
        where T : SyntaxNode => input =>
    {
        var clauses = ImmutableArray.CreateBuilder<T>();
        var token = (Token)input;
        while (token.Kind is not (TokenKind.CloseBrace or TokenKind.End))
        {
            if (outer.Contains(token.Kind) && (clauses.Count == 0 || EndsLine(clauses[^1].Last))) break;
            var result = clause.Parse(token);
            if (!result.WasSuccessful)
            {
                var failure = (IFailure)result;
                var stop = SkipFrom(token, failure.At, restarts, outer);
                var skipped = new SkippedSyntax(failure.At, failure.Expected, failure.Words);
                skipped.Place(token, stop);
                clauses.Add((T)(SyntaxNode)skipped);
                token = stop;
                continue;
            }
            clauses.Add(result.Value);
            token = (Token)result.Remainder;
        }
        return new Success<ImmutableArray<T>>(clauses.DrainToImmutable(), token);
    };

    private static bool EndsLine(Token token) => token.Trivia.AsSpan().ContainsAny('\r', '\n');

    private static Token SkipFrom(Token first, Token failed, Func<Token, bool, bool> restarts, TokenKind[] outer)
    {
        var depth = 0;
        var startsLine = false;
        for (var token = first; ; token = token.Next)
        {
            if (token.Kind == TokenKind.End) return token;
            if (depth == 0 && token.Kind == TokenKind.CloseBrace) return token;
            var isPast = depth == 0 && token != first && token.Start >= failed.Start;
            if (isPast && (restarts(token, startsLine) || (startsLine && outer.Contains(token.Kind)))) return token;
            if (token.Kind == TokenKind.OpenBrace) depth++;
            else if (token.Kind == TokenKind.CloseBrace) depth--;
            startsLine = EndsLine(token);
        }
    }
}
