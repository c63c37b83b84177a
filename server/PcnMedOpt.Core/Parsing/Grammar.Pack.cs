using PcnMedOpt.Core.Syntax;
using Sprache;
using static PcnMedOpt.Core.Parsing.Combinators;
using static PcnMedOpt.Core.Parsing.SharedGrammar;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Core.Parsing;

/// <summary>Packs.</summary>
internal static class PackGrammar
{
    private static readonly Parser<Token> Target = OneOf("emis, systmone, print or workbook", EmisWord, SystmoneWord, PrintWord, WorkbookWord);

    private static readonly Choice<ClauseSyntax> Clause = Switch(
        "contains, targets, for practice or guide",
        Slot.PackClause,
        (ContainsWord, Cited(After(Tok(ContainsWord), Seq(Separated(RefTo(Slot.PackMember), Comma), members => new ContainsSyntax(members))))),
        (TargetsWord, Cited(After(Tok(TargetsWord), Seq(Separated(Target, Comma), targets => new TargetsSyntax(targets))))),
        (ForWord, Cited(After(Tok(ForWord), Tok(PracticeWord), Seq(StringText, text => new ForPracticeSyntax(text))))),
        (GuideWord, Cited(Guide)));

    public static readonly Parser<DeclarationSyntax> Pack =
        Declarations.Bodied(PackWord, Clause, (keyword, name, title, body) => new PackSyntax(keyword, name, title, body));
}
