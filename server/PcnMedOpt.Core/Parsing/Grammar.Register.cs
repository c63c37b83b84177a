using System.Collections.Immutable;
using PcnMedOpt.Core.Syntax;
using Sprache;
using static PcnMedOpt.Core.Parsing.Combinators;
using static PcnMedOpt.Core.Parsing.SharedGrammar;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Core.Parsing;

/// <summary>Registers and checklists.</summary>
internal static class RegisterGrammar
{
    private static readonly Parser<(Token Kind, ImmutableArray<Token> Options)> ColumnKind = Switch<(Token Kind, ImmutableArray<Token> Options)>(
        "text, date, number or one of",
        Slot.ColumnKind,
        [
            .. new[] { TextWord, DateWord, NumberWord }.Select(k => (k, Seq(Tok(k), kind => (kind, ImmutableArray<Token>.Empty)))),
            (OneWord, Seq(Tok(OneWord), After(Tok(OfWord), Separated(StringText, Comma)), (one, options) => (one, options))),
        ]);

    private static readonly Choice<ColumnRuleSyntax> ColumnRule = Switch(
        "required, unique or not before",
        (RequiredWord, Seq(Tok(RequiredWord), keyword => new ColumnRuleSyntax(keyword, null))),
        (UniqueWord, Seq(Tok(UniqueWord), keyword => new ColumnRuleSyntax(keyword, null))),
        (NotWord, Seq(Tok(NotWord), After(Tok(BeforeWord), NameOf(Slot.Column)), (keyword, column) => new ColumnRuleSyntax(keyword, column))));

    private static readonly Parser<(Token? By, TimeSpanSyntax? Within, Token? None)> When = Switch<(Token? By, TimeSpanSyntax? Within, Token? None)>(
        "by and a column, within and a time, or none and why",
        (ByWord, After(Tok(ByWord), Seq(NameOf(Slot.Column), by => ((Token?)by, (TimeSpanSyntax?)null, (Token?)null)))),
        (WithinWord, After(Tok(WithinWord), Seq(Time, within => ((Token?)null, (TimeSpanSyntax?)within, (Token?)null)))),
        (NoneWord, After(Tok(NoneWord), Seq(StringText, none => ((Token?)null, (TimeSpanSyntax?)null, (Token?)none)))));

    private static readonly Choice<ClauseSyntax> DeadlineCase = Switch<ClauseSyntax>(
        "a class in quotation marks and its deadline",
        Slot.Class,
        (TokenKind.String, Seq(StringText, When, ClauseSyntax (option, when) => new DeadlineCaseSyntax(option, when.By, when.Within, when.None))));

    private static readonly Choice<ClauseSyntax> RegisterClause = Switch(
        "column, deadline of or guide",
        Slot.RegisterClause,
        (ColumnWord, Cited(Seq(
            Tok(ColumnWord),
            NameToken,
            Title,
            ColumnKind,
            Many(ColumnRule),
            (keyword, name, title, kind, rules) => new ColumnSyntax(keyword, name, title, kind.Kind, kind.Options, rules)))),
        (DeadlineWord, Cited(Seq(
            Tok(DeadlineWord),
            After(Tok(OfWord), NameOf(Slot.Column)),
            After(Tok(FromWord), NameOf(Slot.Column)),
            Declarations.InnerBody(DeadlineCase, ColumnWord, DeadlineWord, GuideWord),
            (keyword, of, from, body) => new DeadlinesSyntax(keyword, of, from, body)))),
        (GuideWord, Cited(Guide)));

    public static readonly Parser<DeclarationSyntax> Register =
        Declarations.Bodied(RegisterWord, RegisterClause, (keyword, name, title, body) => new RegisterSyntax(keyword, name, title, body));

    private static readonly Choice<ItemSource> Source = Switch(
        "evidence or from",
        (EvidenceWord, After(Tok(EvidenceWord), Seq(OneOf("file, note or link", FileWord, NoteWord, LinkWord), evidence => new ItemSource(evidence, null)))),
        (FromWord, After(Tok(FromWord), Seq(RefTo(Slot.Proof), from => new ItemSource(null, from)))));

    private static readonly Choice<Token> Period =
        Switch("monthly, quarterly or yearly", (MonthlyWord, Tok(MonthlyWord)), (QuarterlyWord, Tok(QuarterlyWord)), (YearlyWord, Tok(YearlyWord)));

    private static readonly Choice<ClauseSyntax> ChecklistClause = Switch(
        "item or guide",
        Slot.ChecklistClause,
        (ItemWord, Cited(Seq(
            Tok(ItemWord), StringText, Optional(Source), Optional(Period), (keyword, text, source, period) => new ItemSyntax(keyword, text, source?.Evidence, source?.From, period)))),
        (GuideWord, Cited(Guide)));

    public static readonly Parser<DeclarationSyntax> Checklist =
        Declarations.Bodied(ChecklistWord, ChecklistClause, (keyword, name, title, body) => new ChecklistSyntax(keyword, name, title, body));

    private sealed record ItemSource(Token? Evidence, RefSyntax? From);
}
