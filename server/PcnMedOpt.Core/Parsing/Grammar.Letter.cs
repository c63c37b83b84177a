using PcnMedOpt.Core.Syntax;
using Sprache;
using static PcnMedOpt.Core.Parsing.Combinators;
using static PcnMedOpt.Core.Parsing.SharedGrammar;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Core.Parsing;

/// <summary>Letters and messages to patients.</summary>
internal static class LetterGrammar
{
    private static readonly Choice<ClauseSyntax> Clause = Switch(
        "to, body or guide",
        Slot.LetterClause,
        (ToWord, Cited(Seq(Tok(ToWord), Ref, (keyword, cohort) => new LetterToSyntax(keyword, cohort)))),
        (BodyWord, Cited(Seq(
            Tok(BodyWord), OneOf("letter, sms or email", LetterWord, SmsWord, EmailWord), TextFor(Slot.LetterText), (keyword, medium, text) => new LetterBodySyntax(keyword, medium, text)))),
        (GuideWord, Cited(Guide)));

    public static readonly Parser<DeclarationSyntax> Letter =
        Declarations.Bodied(LetterWord, Clause, (keyword, name, title, body) => new LetterSyntax(keyword, name, title, body));
}
