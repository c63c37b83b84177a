using PcnMedOpt.Core.Syntax;
using Sprache;
using static PcnMedOpt.Core.Parsing.Combinators;
using static PcnMedOpt.Core.Parsing.SharedGrammar;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Core.Parsing;

/// <summary>Limits of results and their bands.</summary>
internal static class LimitGrammar
{
    private static readonly Choice<Token> ActionChoice =
        Switch("what is done, in quotation marks", (TokenKind.String, Tok(TokenKind.String)), (TokenKind.Text, Tok(TokenKind.Text)));

    private static readonly Parser<Ends> Below = Seq(Tok(BelowWord), Signed, (word, high) => new Ends(null, null, high, word));

    private static readonly Parser<Ends> Above = Seq(
        Tok(AboveWord),
        Signed,
        Optional(Switch("to", (ToWord, After(Tok(ToWord), Signed)))),
        (word, low, high) => new Ends(low, word, high, null));

    private static readonly Parser<(bool ToBelow, Token Word, QuantitySyntax? High)> Continued = Switch<(bool ToBelow, Token Word, QuantitySyntax? High)>(
        "to below, and above or and below",
        (ToWord, After(Tok(ToWord), Seq(Tok(BelowWord), Signed, (word, high) => (true, word, (QuantitySyntax?)high)))),
        (AndWord, After(Tok(AndWord), Seq(OneOf("above or below", AboveWord, BelowWord), word => (false, word, (QuantitySyntax?)null)))));

    private static readonly Parser<Ends> From = Seq(Signed, Continued, (value, rest) => rest switch
    {
        { ToBelow: true } => new Ends(value, null, rest.High, rest.Word),
        { Word.Kind: AboveWord } => new Ends(value, null, null, null),
        _ => new Ends(null, null, value, null),
    });

    private static readonly Choice<Ends> RangeOfBand = Switch(
        "below, above, a value, rise of or fall of", Slot.Band, (BelowWord, Below), (AboveWord, Above), (Number, From), (Minus, From));

    private static readonly Parser<Token> Colour = OneOf("red, amber or green", RedWord, AmberWord, GreenWord);

    private static readonly Parser<BandSyntax> RangeBand = Seq(
        Colour,
        RangeOfBand.Parse,
        Optional(ActionChoice),
        BandSyntax (colour, ends, action) => new RangeBandSyntax(colour, ends.Low, ends.LowWord, ends.High, ends.HighWord, action));

    private static readonly Parser<BandSyntax> ChangeBand = Seq(
        Colour,
        Seq(OneOf("rise or fall", RiseWord, FallWord), After(Tok(OfWord), StatusGrammar.MoreThan), StatusGrammar.ByAmount, (word, more, amount) => (word, more, amount)),
        WindowGrammar.Window,
        Optional(ActionChoice),
        BandSyntax (colour, change, window, action) => new ChangeBandSyntax(colour, change.word, change.more, change.amount, window, action));

    private static readonly Parser<ClauseSyntax> AnyBand = Cited((Parser<BandSyntax>)(input =>
    {
        var next = ((Token)input).Next;
        Probe.NoteAt(next, Slot.Band, RiseWord, FallWord);
        return next.Kind is RiseWord or FallWord ? ChangeBand(input) : RangeBand(input);
    }));

    private static readonly Choice<ClauseSyntax> Band = Switch("red, amber or green", Slot.Band, (RedWord, AnyBand), (AmberWord, AnyBand), (GreenWord, AnyBand));

    public static readonly Parser<LimitSyntax> Limit = Seq(
        Seq(Tok(LimitWord), NameToken, Title, (keyword, name, title) => (keyword, name, title)),
        After(Tok(OfWord), ResultsName),
        Optional(Switch("in and a unit", (InWord, After(Tok(InWord), UnitName)))),
        Declarations.InnerBody(Band, PhaseWord, AlsoWord, IntervalWord, LimitWord, LimitsWord, StepWord, RecallWord, SectionWord, GuideWord),
        (head, set, unit, body) => new LimitSyntax(head.keyword, head.name, head.title, set, unit, body));

    private readonly record struct Ends(QuantitySyntax? Low, Token? LowWord, QuantitySyntax? High, Token? HighWord);
}
