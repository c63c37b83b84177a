using System.Collections.Immutable;
using PcnMedOpt.Core.Syntax;
using Sprache;
using static PcnMedOpt.Core.Parsing.Combinators;
using static PcnMedOpt.Core.Parsing.SharedGrammar;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Core.Parsing;

/// <summary>Examples: patients and expectations.</summary>
internal static class ExampleGrammar
{
    private static readonly Parser<Token> Comparator = OneOf(">, >=, < or <=", Greater, GreaterOrEqual, Less, LessOrEqual);

    private static readonly Choice<Token> OptionalComparator =
        Switch(">, >=, < or <=", (Greater, Comparator), (GreaterOrEqual, Comparator), (Less, Comparator), (LessOrEqual, Comparator));

    private static readonly Parser<QuantitySyntax> Result =
        Seq(Optional(Minus), Tok(Number, "a number", Slot.Quantity), Optional(UnitMark), (minus, number, unit) => new QuantitySyntax(minus, number, unit));

    private static readonly Parser<EventPartSyntax> As = Seq(
        Tok(AsWord),
        OneOf("first, new, review, ended, flare or unmarked", FirstWord, NewWord, ReviewWord, EndedWord, FlareWord, UnmarkedWord),
        (keyword, episode) => new EventPartSyntax(keyword, null, null, episode));

    private static readonly Choice<EventPartSyntax> RecordedPart = Switch(
        "value or as",
        (ValueWord, Seq(Tok(ValueWord), Optional(OptionalComparator), Result, (keyword, comparator, value) => new EventPartSyntax(keyword, comparator, value, null))),
        (AsWord, As));

    private static readonly Parser<Token?> Until = Optional(Switch("until", (UntilWord, After(Tok(UntilWord), Day))));

    private static readonly Parser<EventSyntax> Event = Switch(
        "recorded, issued or on repeat, and a date",
        Slot.Event,
        (RecordedWord, Seq(Tok(RecordedWord), Day, Many(RecordedPart), (word, date, parts) => new EventSyntax(word, date, null, parts))),
        (IssuedWord, Seq(Tok(IssuedWord), Day, Many(Switch("as", (AsWord, As))), (word, date, parts) => new EventSyntax(word, date, null, parts))),
        (OnWord, Seq(
            Seq(Tok(OnWord), Tok(RepeatWord), Tok(SinceWord), (on, _, _) => on), Day, Until, (word, date, until) => new EventSyntax(word, date, until, []))));

    private static readonly Parser<ClauseSyntax> CodeRecord = Seq(
        OneOf("code or medicine", CodeWord, MedicineWord), Code, Event, ClauseSyntax (keyword, code, what) => new RecordSyntax(null, keyword, code, what));

    private static readonly Parser<ClauseSyntax> LifeDate =
        Seq(OneOf("born or died", BornWord, DiedWord), Day, ClauseSyntax (keyword, date) => new LifeDateSyntax(keyword, date));

    private static readonly Parser<ClauseSyntax> SetRecord = Seq(SetName, Event, ClauseSyntax (set, what) => new RecordSyntax(set, null, null, what));

    private static readonly Choice<ClauseSyntax> Line = Switch(
        "born, died, sex, registered, a code set, code, medicine or a number of distinct medicines",
        Slot.PatientLine,
        [
            .. Names(SetRecord),
            (CasedWord, SetRecord),
            (BornWord, LifeDate),
            (DiedWord, LifeDate),
            (SexWord, Seq(
                Tok(SexWord),
                OneOf("female, male, indeterminate or unknown", FemaleWord, MaleWord, IndeterminateWord, UnknownWord),
                ClauseSyntax (keyword, value) => new PatientSexSyntax(keyword, value))),
            (RegisteredWord, Seq(
                Tok(RegisteredWord), After(Tok(SinceWord), Day), Until, ClauseSyntax (keyword, since, until) => new RegisteredSinceSyntax(keyword, since, until))),
            (CodeWord, CodeRecord),
            (MedicineWord, CodeRecord),
            (Number, Seq(
                WholeNumber,
                After(Tok(DistinctWord), Tok(MedicinesWord)),
                After(Tok(IssuedWord), Day),
                ClauseSyntax (number, _, date) => new DistinctMedicinesSyntax(number, date))),
        ]);

    private static readonly Parser<ClauseSyntax> Patient = Seq(
        Tok(PatientWord),
        Optional(TokenKind.String),
        Open,
        Recovery.Clauses(Line, (token, startsLine) => startsLine && Line.Starts(token.Kind), OnWord, PatientWord, ExpectWord),
        Optional(CloseBrace),
        ClauseSyntax (keyword, name, open, lines, close) => new PatientSyntax(keyword, name, open, lines, close));

    private static readonly Parser<ImmutableArray<Token>> Labels = Separated(StringFor(Slot.Label), Comma);

    private static readonly Parser<(ImmutableArray<Token> Labels, bool Given)> Because = input =>
    {
        if (((Token)input).Kind != BecauseWord)
        {
            Probe.NoteAt((Token)input, Slot.None, BecauseWord);
            return new Success<(ImmutableArray<Token>, bool)>(([], false), input);
        }
        var labels = Labels(input.Advance());
        return labels.WasSuccessful
            ? new Success<(ImmutableArray<Token>, bool)>((labels.Value, true), labels.Remainder)
            : Fail<ImmutableArray<Token>, (ImmutableArray<Token>, bool)>(labels);
    };

    private static readonly Parser<ClauseSyntax> Expect = Seq(
        Tok(ExpectWord),
        Optional(TokenKind.String, Slot.Patient),
        Optional(NotWord),
        After(Tok(InWord), Ref),
        Because,
        ClauseSyntax (keyword, patient, not, cohort, because) => new ExpectSyntax(keyword, patient, not, cohort, because.Labels, because.Given));

    private static readonly Choice<ClauseSyntax> Clause = Switch(
        "on and the reference date, patient or expect",
        Slot.ExampleClause,
        (OnWord, Seq(Tok(OnWord), Day, ClauseSyntax (keyword, date) => new OnDateSyntax(keyword, date))),
        (PatientWord, Patient),
        (ExpectWord, Expect));

    public static readonly Parser<DeclarationSyntax> Example = Seq(
        Tok(ExampleWord),
        StringText,
        Open,
        Recovery.Clauses(Clause),
        Close,
        DeclarationSyntax (keyword, title, open, clauses, close) => new ExampleSyntax(keyword, title, open, clauses, close));
}
