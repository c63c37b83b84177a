using System.Collections.Immutable;
using PcnMedOpt.Core.Syntax;
using Sprache;
using static PcnMedOpt.Core.Parsing.Combinators;
using static PcnMedOpt.Core.Parsing.SharedGrammar;
using static PcnMedOpt.Core.Parsing.WindowGrammar;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Core.Parsing;

/// <summary>Tests that begin with latest or earliest: values, changes of values, and status pairs.</summary>
internal static class StatusGrammar
{
    private static readonly Parser<ImmutableArray<Token>> StatusSets = After(Tok(OfWord), Separated(SetName, Comma));

    private static readonly Parser<(Token? Kept, ImmutableArray<FilterSyntax> Keep)> Kept = Switch(
        "the code set that the record is from, or what it must satisfy",
        Slot.CodeSet,
        [
            .. Names(Seq(SetName, Filters, (kept, keep) => ((Token?)kept, keep))),
            .. Enumerable.Range(0, 256).Select(k => (TokenKind)k).Where(Filter.Starts).Select(k => (k, KeptByFilter)),
        ]);

    /// <summary>How much a result changed.</summary>
    public static readonly Parser<QuantitySyntax> ByAmount = Switch<QuantitySyntax>(
        "how much, such as 30 % or 20 umol/L",
        Slot.Quantity,
        [
            .. Names(Seq(NameToken, Optional(Percent), (name, percent) => new QuantitySyntax(null, name, percent))),
            (Number, Quantity),
            (Minus, Quantity),
        ]);

    /// <summary>"more than", or nothing: the word "more".</summary>
    public static readonly Parser<Token?> MoreThan = input =>
    {
        var more = (Token)input;
        if (more.Kind != MoreWord)
        {
            Probe.NoteAt(more, Slot.None, MoreWord);
            return new Success<Token?>(null, input);
        }
        var than = Tok(ThanWord)(more.Next);
        return than.WasSuccessful ? new Success<Token?>(more, than.Remainder) : Fail<Token, Token?>(than);
    };

    private static readonly Parser<(Token? More, QuantitySyntax Amount, WindowSyntax Window)> Change =
        After(Tok(ByWord), Seq(MoreThan, ByAmount, Window, (more, amount, window) => (more, amount, window)));

    private static Parser<(Token? Kept, ImmutableArray<FilterSyntax> Keep)> KeptByFilter => Seq(Filters, keep => ((Token?)null, keep));

    private static readonly Parser<StatusParts> StatusOf = Seq(
        StatusSets,
        Optional(HappenedChoice),
        Filters,
        Tok(IsWord, "is, and the code set that the record is from"),
        Kept,
        (sets, happened, choose, _, kept) => new StatusParts(sets, happened, choose, kept.Kept, kept.Keep));

    public static IResult<ConditionSyntax> LatestOrEarliest(IInput input)
    {
        var order = (Token)input;
        return order.Next.Kind == OfWord ? Status(order) : Value(order);
    }

    private static IResult<ConditionSyntax> Status(Token order)
    {
        var read = StatusOf(order.Next);
        if (!read.WasSuccessful) return Fail<StatusParts, ConditionSyntax>(read);
        var (sets, happened, choose, kept, keep) = read.Value;
        return new Success<ConditionSyntax>(new StatusTestSyntax(order, sets, happened, choose, kept, keep), read.Remainder);
    }

    private readonly record struct StatusParts(
        ImmutableArray<Token> Sets, HappenedSyntax? Happened, ImmutableArray<FilterSyntax> Choose, Token? Kept, ImmutableArray<FilterSyntax> Keep);

    private static IResult<ConditionSyntax> Value(Token order)
    {
        Probe.NoteAt(order.Next, Slot.CodeSet, OfWord);
        var set = ResultsName(order.Next);
        if (!set.WasSuccessful) return Fail<Token, ConditionSyntax>(set);
        var value = Tok(ValueWord, "value, or of and the code sets")(set.Remainder);
        if (!value.WasSuccessful) return Fail<Token, ConditionSyntax>(value);
        var word = (Token)value.Remainder;
        if (order.Kind == LatestWord) Probe.NoteAt(word, Slot.Range, RoseWord, FellWord);
        Probe.NoteAt(word, Slot.Range, NotWord);
        if (order.Kind == LatestWord && word.Kind is RoseWord or FellWord)
        {
            var change = Change(word.Next);
            return change.WasSuccessful
                ? new Success<ConditionSyntax>(
                    new ChangeTestSyntax(set.Value, word, change.Value.More, change.Value.Amount, change.Value.Window), change.Remainder)
                : Fail<(Token?, QuantitySyntax, WindowSyntax), ConditionSyntax>(change);
        }
        var not = word.Kind == NotWord ? word : null;
        var range = Range(not is null ? word : word.Next);
        if (!range.WasSuccessful) return Fail<RangeSyntax, ConditionSyntax>(range);
        var filters = Filters(range.Remainder);
        return filters.WasSuccessful
            ? new Success<ConditionSyntax>(new ValueTestSyntax(order, set.Value, not, range.Value, filters.Value), filters.Remainder)
            : Fail<ImmutableArray<FilterSyntax>, ConditionSyntax>(filters);
    }
}

/// <summary>Two groups of sets joined by "and": issued within so many days of each other.</summary>
internal static class PairGrammar
{
    public static IResult<ConditionSyntax> Pair(SetsSyntax first, Token afterAnd)
    {
        var second = Sets(afterAnd);
        if (!second.WasSuccessful) return new Failure<ConditionSyntax>(first.After, "recorded, issued or on repeat", [RecordedWord, IssuedWord]);
        var happened = Happened(second.Remainder);
        if (!happened.WasSuccessful) return new Failure<ConditionSyntax>(first.After, "recorded, issued or on repeat", [RecordedWord, IssuedWord]);
        DurationSyntax? within = null;
        var rest = happened.Remainder;
        if (EachOther((Token)rest) is { } each)
        {
            within = Duration(rest.Advance()).Value;
            var other = Tok(OtherWord)(each.Next);
            if (!other.WasSuccessful) return Fail<Token, ConditionSyntax>(other);
            rest = other.Remainder;
        }
        var filters = Filters(rest);
        return filters.WasSuccessful
            ? new Success<ConditionSyntax>(new PairSyntax(first, second.Value, happened.Value, within, filters.Value), filters.Remainder)
            : Fail<ImmutableArray<FilterSyntax>, ConditionSyntax>(filters);
    }

    /// <summary>The word "each" when "within … of each" stands here, and not a window such as "within 28 days of latest …".</summary>
    private static Token? EachOther(Token token)
    {
        if (token.Kind != WithinWord)
        {
            Probe.NoteAt(token, Slot.EachOther, WithinWord);
            return null;
        }
        var duration = Duration(token.Next);
        if (!duration.WasSuccessful) return null;
        var of = (Token)duration.Remainder;
        if (of.Kind == OfWord) Probe.NoteAt(of.Next, Slot.EachOther, EachWord);
        return of.Kind == OfWord && of.Next.Kind == EachWord ? of.Next : null;
    }
}
