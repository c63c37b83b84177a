using System.Collections.Immutable;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Semantics;

/// <summary>
/// Looks for NHS numbers of real patients in texts, terms and comments. A number that stands where the language has numbers is none, and
/// neither is one that is the identifier of a SNOMED CT concept, such as one in a comment or an ECL expression.
/// </summary>
public static class PersonalData
{
    public static ImmutableArray<TextSpan> In(ParsedSlice slice)
    {
        var text = slice.Lexed.Text;
        return
        [
            .. NhsNumber.FindReal(text).Select(n => new TextSpan(n.Start, n.Length))
                .Where(span => !IsConcept(span.Of(text)) && !slice.Lexed.Tokens.Any(t => IsNoText(t) && t.Start < span.End && t.EndOffset > span.Start)),
        ];
    }

    private static bool IsConcept(string digits) => Sctid.Check(digits) == SctidProblem.None && Sctid.KindOf(digits) == ComponentKind.Concept;

    private static bool IsNoText(Token token) => token.Kind is not (TokenKind.String or TokenKind.Text or TokenKind.Term or TokenKind.Name or TokenKind.CasedWord);
}
