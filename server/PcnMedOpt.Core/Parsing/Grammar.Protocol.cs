using PcnMedOpt.Core.Syntax;
using Sprache;
using static PcnMedOpt.Core.Parsing.Combinators;
using static PcnMedOpt.Core.Parsing.SharedGrammar;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Core.Parsing;

/// <summary>The protocol block and parameters.</summary>
internal static class ProtocolGrammar
{
    private static readonly Parser<Token> Version = OneOf("a version, such as 2026.1", Number, Dotted);

    private static readonly Parser<EvidencePartSyntax> Dated = Seq(OneOf("dated or read", DatedWord, ReadWord), Day, (keyword, date) => new EvidencePartSyntax(keyword, date));

    private static readonly Choice<EvidencePartSyntax> EvidencePart = Switch(
        "dated, read or url",
        (DatedWord, Dated),
        (ReadWord, Dated),
        (UrlWord, Seq(Tok(UrlWord), StringText, (keyword, url) => new EvidencePartSyntax(keyword, url))));

    private static readonly Parser<ClauseSyntax> Person = Cited(Seq(
        OneOf("owner, author or reviewer", OwnerWord, AuthorWord, ReviewerWord), StringText, (role, text) => new PersonSyntax(role, text)));

    private static readonly Parser<Token> Status = OneOf("draft, active or withdrawn", DraftWord, ActiveWord, WithdrawnWord);

    private static readonly Choice<ClauseSyntax> Clause = Switch(
        "version, status, owner, author, reviewer, approved, review by, evidence, change or guide",
        Slot.ProtocolClause,
        (VersionWord, Cited(Seq(Tok(VersionWord), Version, (keyword, version) => new VersionSyntax(keyword, version)))),
        (StatusWord, Cited(Seq(Tok(StatusWord), Status, (keyword, status) => new StatusClauseSyntax(keyword, status)))),
        (OwnerWord, Person),
        (AuthorWord, Person),
        (ReviewerWord, Person),
        (ApprovedWord, Cited(After(Tok(ApprovedWord), Seq(Day, Tok(ByWord), StringText, (date, _, by) => new ApprovedSyntax(date, by))))),
        (ReviewWord, Cited(After(Tok(ReviewWord), Tok(ByWord), Seq(Day, date => new ReviewBySyntax(date))))),
        (EvidenceWord, Cited(After(Tok(EvidenceWord), Seq(NameToken, StringText, Many(EvidencePart), (name, text, parts) => new EvidenceSyntax(name, text, parts))))),
        (ChangeWord, Cited(After(Tok(ChangeWord), Seq(Version, Tok(OnWord), Day, AnyText, (version, _, date, text) => new ChangeLogSyntax(version, date, text))))),
        (GuideWord, Cited(Guide)));

    public static readonly Parser<DeclarationSyntax> Protocol =
        Declarations.Bodied(ProtocolWord, Clause, (keyword, name, title, body) => new ProtocolSyntax(keyword, name, title, body));

    public static readonly Parser<DeclarationSyntax> Parameter = Declarations.Headed(
        ParameterWord,
        Seq(
            After(Tok(Equal), Amount), After(Tok(AllowWord), Amount), After(Tok(ToWord), Amount), Cites, (value, low, high, cites) => (value, low, high, cites)),
        (head, body) => new ParameterSyntax(head.Keyword, head.Name, head.Title, body.value, body.low, body.high) { Cites = body.cites });
}
