using System.Collections.Immutable;
using PcnMedOpt.Core.Syntax;
using Sprache;
using static PcnMedOpt.Core.Parsing.Combinators;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Core.Parsing;

/// <summary>What every declaration is made of. Read with docs/grammar.ebnf: one parser a production, in its words.</summary>
internal static class SharedGrammar
{
    private static readonly TokenKind[] DayUnits = [DayWord, DaysWord, WeekWord, WeeksWord, MonthWord, MonthsWord, YearWord, YearsWord];

    /// <summary>A name; one with capitals is read, and reported when it is used.</summary>
    public static readonly Parser<Token> NameToken = NameOf(Slot.NewName);

    public static readonly Parser<Token> SetName = NameOf(Slot.CodeSet);

    public static readonly Parser<Token> MedicinesName = NameOf(Slot.Medicines);

    public static readonly Parser<Token> ResultsName = NameOf(Slot.Results);

    public static readonly Parser<Token> RoleName = NameOf(Slot.Role);

    public static readonly Parser<Token> Title = Tok(TokenKind.String, "a text in quotation marks");

    public static readonly Parser<Token> StringText = Tok(TokenKind.String, "a text in quotation marks");

    public static readonly Parser<Token> AnyText = TextFor(Slot.None);

    public static readonly Parser<Token> BlockText = Tok(TokenKind.Text, "a block of text between \"\"\" and \"\"\"");

    public static readonly Parser<Token> Day = Tok(Date, "a date, such as 2026-11-20");

    public static readonly Parser<Token> WholeNumber = Tok(Number, "a number");

    public static readonly Parser<Token> Open = Tok(OpenBrace);

    /// <summary>The closing brace; when the text ends instead, it is missing, and that is reported once.</summary>
    public static readonly Parser<Token?> Close = input =>
        ((Token)input).Kind == End ? new Success<Token?>(null, input) : (IResult<Token?>)CloseToken!(input);

    private static readonly Parser<Token> CloseToken = Tok(CloseBrace);

    public static readonly Parser<CiteSyntax> Cite = After(
        Tok(OpenBracket),
        Tok(EvidenceWord),
        Seq(NameOf(Slot.Evidence), Optional(TokenKind.String), Tok(CloseBracket), (name, section, _) => new CiteSyntax(name, section)));

    public static readonly Parser<ImmutableArray<CiteSyntax>> Cites = Many(Switch("a citation", Slot.Citation, (OpenBracket, Cite)));

    public static readonly Parser<RefSyntax> Ref = RefTo(Slot.Cohort);

    public static readonly Parser<PopulationSyntax> Population = Switch<PopulationSyntax>(
        "registered, everyone or the name of a cohort",
        Slot.Population,
        [
            .. Names(Seq(Ref, cohort => new PopulationSyntax(null, cohort))),
            (RegisteredWord, Seq(Tok(RegisteredWord), word => new PopulationSyntax(word, null))),
            (EveryoneWord, Seq(Tok(EveryoneWord), word => new PopulationSyntax(word, null))),
        ]);

    public static readonly Parser<Token> DayUnit = OneOf("days, weeks, months or years", Slot.Duration, DayUnits);

    public static readonly Parser<DurationSyntax> Duration = DurationFor(Slot.Duration);

    public static readonly Parser<DurationSyntax> PlainDuration =
        Seq(Tok(Number, "a duration, such as 7 days", Slot.Duration), DayUnit, (number, unit) => new DurationSyntax(number, unit));

    private static readonly Parser<(Token? Working, Token Unit)> TimeUnit = Switch<(Token? Working, Token Unit)>(
        "minutes, hours, days, working days, weeks, months or years",
        Slot.Time,
        [
            .. DayUnits.Concat([MinuteWord, MinutesWord, HourWord, HoursWord]).Select(k => (k, Seq(Tok(k), unit => ((Token?)null, unit)))),
            (WorkingWord, Seq(Tok(WorkingWord), OneOf("day or days", DayWord, DaysWord), (working, unit) => ((Token?)working, unit))),
        ]);

    /// <summary>A time that is printed and never computed in a condition.</summary>
    public static readonly Parser<TimeSpanSyntax> Time = Switch<TimeSpanSyntax>(
        "a time, such as 30 minutes, 48 hours, 1 working day or 7 days",
        Slot.Time,
        [
            .. Names(Seq(NameToken, name => new TimeSpanSyntax(name, null, null))),
            (Number, Seq(Tok(Number), TimeUnit, (number, unit) => new TimeSpanSyntax(number, unit.Working, unit.Unit))),
        ]);

    /// <summary>A number, or the name of a parameter.</summary>
    public static readonly Parser<Token> NumberOrName = Switch<Token>("a number", Slot.Count, [.. Names(Itself), (Number, Tok(Number))]);

    public static readonly Choice<Token> UnitMark = Switch("a unit", Slot.Unit, (Unit, Tok(Unit)), (Percent, Tok(Percent)));

    /// <summary>After "unit", where nothing else can stand.</summary>
    public static readonly Parser<Token> UnitName =
        Switch<Token>("a unit, such as 10*9/L, or none", Slot.Unit, [.. Names(Itself), (CasedWord, Tok(CasedWord)), (Unit, Tok(Unit)), (Percent, Tok(Percent)), (NoneWord, Tok(NoneWord))]);

    public static readonly Parser<QuantitySyntax> Signed = Seq(Optional(Minus), Tok(Number, "a number"), (minus, number) => new QuantitySyntax(minus, number, null));

    public static readonly Parser<QuantitySyntax> Quantity = Switch<QuantitySyntax>(
        "a value with its unit, such as 3.5 10*9/L",
        Slot.Quantity,
        [.. Names(Seq(NameToken, name => new QuantitySyntax(null, name, null))), .. Signs(SignedQuantity)]);

    public static readonly Parser<AmountSyntax> Amount = Seq(
        Optional(Minus),
        Tok(Number, "a duration, a number or a value with its unit"),
        Optional(Switch<Token>("a unit", Slot.Amount, [.. DayUnits.Select(k => (k, Tok(k))), (Unit, Tok(Unit)), (Percent, Tok(Percent))])),
        (minus, number, unit) => new AmountSyntax(minus, number, unit));

    public static readonly Parser<Token> Comparison = Switch<Token>(
        "a comparison: >=, >, <=, < or =",
        Slot.Comparison,
        (GreaterOrEqual, Tok(GreaterOrEqual)), (Greater, Tok(Greater)), (LessOrEqual, Tok(LessOrEqual)), (Less, Tok(Less)), (Equal, Tok(Equal)));

    public static readonly Parser<AgeRangeSyntax> AgeRange = Seq(Comparison, DurationFor(Slot.Age), (comparison, duration) => new AgeRangeSyntax(comparison, duration));

    public static readonly Parser<SetsSyntax> Sets = SetsFor(SetName);

    public static readonly Parser<CodeSyntax> Code =
        Seq(OneOf("a SNOMED CT or dm+d identifier", Slot.Code, Number, Damaged), Optional(Term, Slot.Code), (id, term) => new CodeSyntax(id, term));

    public static readonly Parser<GuideSyntax> Guide =
        Seq(Tok(GuideWord), Optional(TokenKind.String), BlockText, (keyword, title, text) => new GuideSyntax(keyword, title, text));

    private static IResult<Token> Itself(IInput input) => (Token)input;

    /// <summary>A name, and whose it is.</summary>
    public static Parser<Token> NameOf(Slot slot) => Switch<Token>("a name", slot, [.. Names(Itself), (CasedWord, Itself)]);

    /// <summary>A text, and what it says.</summary>
    public static Parser<Token> StringFor(Slot slot) => Tok(TokenKind.String, "a text in quotation marks", slot);

    public static Parser<Token> TextFor(Slot slot) =>
        Switch<Token>("a text in quotation marks", slot, (TokenKind.String, Tok(TokenKind.String)), (TokenKind.Text, Tok(TokenKind.Text)));

    public static Parser<RefSyntax> RefTo(Slot slot) => Seq(Separated(NameOf(slot), Dot), parts => new RefSyntax(parts));

    public static Parser<SetsSyntax> SetsFor(Parser<Token> name) => Seq(Separated(name, OrWord), names => new SetsSyntax(names));

    private static Parser<DurationSyntax> DurationFor(Slot slot) => Switch<DurationSyntax>(
        "a duration, such as 6 months",
        slot,
        [
            .. Names(Seq(NameToken, name => new DurationSyntax(name, null))),
            (Number, Seq(Tok(Number), OneOf("days, weeks, months or years", slot, DayUnits), (number, unit) => new DurationSyntax(number, unit))),
        ]);

    private static Parser<QuantitySyntax> SignedQuantity =>
        Seq(Optional(Minus), Tok(Number, "a number"), Optional(UnitMark), (minus, number, unit) => new QuantitySyntax(minus, number, unit));

    /// <summary>A clause with the citations that end it.</summary>
    public static Parser<ClauseSyntax> Cited<T>(Parser<T> clause)
        where T : ClauseSyntax => Seq(clause, Cites, ClauseSyntax (c, cites) =>
    {
        c.Cites = cites;
        return c;
    });

    private static (TokenKind Kind, Parser<T> Parser)[] Signs<T>(Parser<T> parser) => [(Number, parser), (Minus, parser)];
}
