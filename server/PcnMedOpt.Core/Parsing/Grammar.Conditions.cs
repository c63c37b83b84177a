using System.Collections.Immutable;
using PcnMedOpt.Core.Syntax;
using Sprache;
using static PcnMedOpt.Core.Parsing.Combinators;
using static PcnMedOpt.Core.Parsing.SharedGrammar;
using static PcnMedOpt.Core.Parsing.WindowGrammar;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Core.Parsing;

/// <summary>
/// Conditions. Sentences with two readings are read here and refused by a rule each, with their fixes: "and" mixed with "or", "no a or
/// b", "not" without brackets, "age > 75 years", two sets joined by "and" without "within".
/// </summary>
internal static class ConditionGrammar
{
    private static readonly Parser<ConditionSyntax> Condition = Conditions;

    private static readonly Parser<Token> AgeUnit =
        OneOf("days, weeks, months or years", Slot.Age, DayWord, DaysWord, WeekWord, WeeksWord, MonthWord, MonthsWord, YearWord, YearsWord);

    private static readonly Parser<ConditionSyntax> Bracket =
        Seq(Tok(OpenParen), Condition, Tok(CloseParen), ConditionSyntax (open, inner, close) => new BracketSyntax(open, inner, close));

    private static readonly Parser<ConditionSyntax> Age = Switch<ConditionSyntax>(
        "a comparison or between, such as age >= 75 years",
        Slot.Comparison,
        [
            (BetweenWord, After(Tok(BetweenWord), Seq(
                NumberOrName, Tok(AndWord), NumberOrName, AgeUnit, (from, _, to, unit) => new AgeBetweenSyntax(from, to, unit)))),
            .. Comparisons(Seq(AgeRange, ConditionSyntax (range) => new AgeSyntax(range))),
        ]);

    private static readonly Parser<ConditionSyntax> Born = Switch<ConditionSyntax>(
        "since, until, before, after, on or between, and a date",
        [
            (BetweenWord, Seq(Tok(BetweenWord), Day, Tok(AndWord), Day, (word, from, _, to) => new BornSyntax(word, from, to))),
            .. new[] { SinceWord, UntilWord, BeforeWord, AfterWord, OnWord }
                .Select(k => (k, Seq(Tok(k), Day, ConditionSyntax (word, date) => new BornSyntax(word, date, null)))),
        ]);

    private static readonly Parser<ConditionSyntax> Sex = After(Tok(SexWord), Tok(IsWord), Seq(
        OneOf("female, male, indeterminate or unknown", FemaleWord, MaleWord, IndeterminateWord, UnknownWord), ConditionSyntax (value) => new SexSyntax(value)));

    private static readonly Parser<ConditionSyntax> Registered = Switch<ConditionSyntax>(
        "for or at age, such as registered for >= 6 months",
        (ForWord, After(Tok(ForWord), Seq(AgeRange, range => new RegisteredForSyntax(range)))),
        (AtWord, After(Tok(AtWord), Tok(AgeWord), Seq(AgeRange, range => new RegisteredAtAgeSyntax(range)))));

    private static readonly Parser<ConditionSyntax> InCohort = Seq(Tok(InWord), Ref, ConditionSyntax (keyword, cohort) => new InCohortSyntax(keyword, cohort));

    private static readonly Parser<ConditionSyntax> No = input =>
    {
        var no = (Token)input;
        var sets = Sets(no.Next);
        return sets.WasSuccessful ? SetTest(no, sets.Value, sets.Remainder) : Fail<SetsSyntax, ConditionSyntax>(sets);
    };

    private static readonly Parser<ConditionSyntax> Set = input =>
    {
        var sets = Sets(input);
        return sets.WasSuccessful ? SetTest(null, sets.Value, sets.Remainder) : Fail<SetsSyntax, ConditionSyntax>(sets);
    };

    private static readonly Parser<SetsSyntax> Except = After(Tok(ExceptWord), SetsFor(MedicinesName));

    private static readonly Parser<ConditionSyntax> Count = input => Counting!(input);

    private static readonly Parser<ConditionSyntax> Test = Switch<ConditionSyntax>(
        "a condition, such as age >= 75 years or smr_done recorded in last 12 months",
        Slot.Condition,
        [
            .. Names(Set),
            (CasedWord, Set),
            (AgeWord, After(Tok(AgeWord), Age)),
            (BornWord, After(Tok(BornWord), Born)),
            (SexWord, Sex),
            (RegisteredWord, After(Tok(RegisteredWord), Registered)),
            (InWord, InCohort),
            (NoWord, No),
            (LatestWord, StatusGrammar.LatestOrEarliest),
            (EarliestWord, StatusGrammar.LatestOrEarliest),
            (CountWord, Count),
            (OpenParen, Bracket),
            (NotWord, Seq(Tok(NotWord), input => Operand!(input), ConditionSyntax (keyword, operand) => new NotSyntax(keyword, operand))),
        ]);

    private static readonly Parser<ConditionSyntax> Operand = Placed(Test);

    private static readonly Parser<(Token What, SetsSyntax? Except)> Counted = Switch(
        "medicines or the name of a code set",
        Slot.Medicines,
        [
            (MedicinesWord, Seq(Tok(MedicinesWord), Optional(Switch("except", (ExceptWord, Except))), (what, except) => (what, except))),
            .. Names(Seq(NameToken, what => (what, (SetsSyntax?)null))),
        ]);

    private static readonly Parser<(Token? Repeat, WindowSyntax? Window)> CountedWhen = Switch(
        "issued and a period, or on repeat",
        (IssuedWord, After(Tok(IssuedWord), Seq(Optional(WindowChoice), window => ((Token?)null, window)))),
        (OnWord, Seq(Tok(OnWord), Tok(RepeatWord), (_, repeat) => ((Token?)repeat, (WindowSyntax?)null))));

    private static readonly Parser<ConditionSyntax> Counting = Seq(
        Seq(Tok(CountWord), Tok(OfWord), Tok(DistinctWord), (count, _, _) => count),
        Counted,
        After(Tok(ByWord), OneOf("substance or product", SubstanceWord, ProductWord)),
        CountedWhen,
        Seq(Comparison, NumberOrName, (comparison, number) => (comparison, number)),
        ConditionSyntax (count, what, by, when, limit) => new CountTestSyntax(count, what.What, what.Except, by, when.Repeat, when.Window, limit.comparison, limit.number));

    public static IResult<ConditionSyntax> Conditions(IInput input)
    {
        var first = Operand(input);
        if (!first.WasSuccessful) return first;
        if (((Token)first.Remainder).Kind is not (AndWord or OrWord))
        {
            Probe.NoteAt((Token)first.Remainder, Slot.Condition, AndWord, OrWord);
            return first;
        }
        var operands = ImmutableArray.CreateBuilder<ConditionSyntax>();
        var operators = ImmutableArray.CreateBuilder<Token>();
        operands.Add(first.Value);
        var rest = first.Remainder;
        while (((Token)rest).Kind is AndWord or OrWord)
        {
            operators.Add((Token)rest);
            var next = Operand(rest.Advance());
            if (!next.WasSuccessful) return next;
            operands.Add(next.Value);
            rest = next.Remainder;
        }
        Probe.NoteAt((Token)rest, Slot.Condition, operators[^1].Kind);
        var joined = new JoinedSyntax(operands.DrainToImmutable(), operators.DrainToImmutable());
        joined.Place((Token)input, (Token)rest);
        return new Success<ConditionSyntax>(joined, rest);
    }

    /// <summary>What may follow the sets: happened, "on repeat", or "and" with a second group of sets.</summary>
    private static IResult<ConditionSyntax> SetTest(Token? no, SetsSyntax sets, IInput rest)
    {
        var token = (Token)rest;
        if (token.Kind == OnWord && token.Next.Kind == RepeatWord) return new Success<ConditionSyntax>(new OnRepeatSyntax(no, sets), token.Next.Next);
        if (token.Kind == AndWord && no is null) return PairGrammar.Pair(sets, token.Next);
        Probe.NoteAt(token, Slot.Happened, OnWord);
        if (no is null) Probe.NoteAt(token, Slot.EachOther, AndWord);
        if (token.Kind == OnWord) Probe.NoteAt(token.Next, Slot.Happened, RepeatWord);
        var happened = Happened(rest);
        if (!happened.WasSuccessful)
            return new Failure<ConditionSyntax>(token, "recorded, issued or on repeat", [RecordedWord, IssuedWord]);
        var filters = FiltersTimes(happened.Remainder);
        if (!filters.WasSuccessful) return Fail<(ImmutableArray<FilterSyntax>, AtLeastSyntax?), ConditionSyntax>(filters);
        return new Success<ConditionSyntax>(new HappenedTestSyntax(no, sets, happened.Value, filters.Value.Filters, filters.Value.AtLeast), filters.Remainder);
    }
}
