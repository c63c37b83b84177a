using System.Collections.Immutable;
using PcnMedOpt.Core.Syntax;
using Sprache;
using static PcnMedOpt.Core.Parsing.Combinators;
using static PcnMedOpt.Core.Parsing.SharedGrammar;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Core.Parsing;

/// <summary>Filters, windows and anchors.</summary>
internal static class WindowGrammar
{
    private const string AnAnchor = "registration, it, or latest, earliest or any of a code set, such as latest asthma recorded";

    /// <summary>After "recorded", "or" belongs here only when "issued" follows: the one place that looks two tokens ahead.</summary>
    public static readonly Choice<HappenedSyntax> HappenedChoice = Switch<HappenedSyntax>(
        "recorded or issued",
        Slot.Happened,
        (IssuedWord, Seq(Tok(IssuedWord), word => new HappenedSyntax(word, null))),
        (RecordedWord, Seq(Tok(RecordedWord), OrIssued, (word, or) => new HappenedSyntax(word, or))));

    public static readonly Parser<HappenedSyntax> Happened = HappenedChoice.Parse;

    private static readonly Parser<AnchorSyntax> Records = Seq(
        OneOf("latest, earliest or any", LatestWord, EarliestWord, AnyWord), Sets, Happened, (word, sets, happened) => new AnchorSyntax(word, sets, happened, []));

    /// <summary>An anchor has filters, and a filter may have an anchor.</summary>
    private static readonly Parser<ImmutableArray<FilterSyntax>> AnyFilters = input => Filters!(input);

    private static readonly Parser<AnchorSyntax> FilteredRecords = After(
        Tok(OpenParen),
        Seq(
            OneOf("latest, earliest or any", LatestWord, EarliestWord, AnyWord),
            Sets,
            Happened,
            AnyFilters,
            Tok(CloseParen),
            (word, sets, happened, filters, _) => new AnchorSyntax(word, sets, happened, filters)));

    public static readonly Parser<AnchorSyntax> Anchor = Switch<AnchorSyntax>(
        AnAnchor,
        Slot.Anchor,
        (RegistrationWord, Seq(Tok(RegistrationWord), word => new AnchorSyntax(word, null, null, []))),
        (ItWord, Seq(Tok(ItWord), word => new AnchorSyntax(word, null, null, []))),
        (LatestWord, Records),
        (EarliestWord, Records),
        (AnyWord, Records),
        (OpenParen, Seq(FilteredRecords, anchor => anchor)));

    private static readonly Parser<Token> FinancialYear = Seq(Tok(FinancialWord), Tok(YearWord), (financial, _) => financial);

    private static readonly Parser<Token> Period = Switch<Token>(
        "month, quarter or financial year",
        Slot.Window,
        (MonthWord, Tok(MonthWord)),
        (QuarterWord, Tok(QuarterWord)),
        (FinancialWord, FinancialYear));

    private static readonly Parser<WindowSyntax> InWhat = Switch<WindowSyntax>(
        "last, this or previous, such as in last 6 months",
        Slot.Window,
        (LastWord, After(Tok(LastWord), Seq(Duration, duration => new InLastSyntax(duration)))),
        (ThisWord, Seq(Tok(ThisWord), Period, (which, period) => new PeriodSyntax(which, period))),
        (PreviousWord, Seq(Tok(PreviousWord), Period, (which, period) => new PeriodSyntax(which, period))));

    private static readonly Parser<WindowSyntax> In = After(Tok(InWord), InWhat);

    private static readonly Parser<WindowSyntax> Between = Switch<WindowSyntax>(
        "two dates, or two durations with ago, such as between 3 months and 6 months ago",
        Slot.Duration,
        [
            (Date, Seq(Day, Tok(AndWord), Day, (from, _, to) => new BetweenDatesSyntax(from, to))),
            .. Durations(Seq(Duration, Tok(AndWord), Duration, Tok(AgoWord), (near, _, far, _) => (WindowSyntax)new BetweenAgoSyntax(near, far))),
        ]);

    private static readonly Parser<(Token? Date, AnchorSyntax? Anchor)> DateOrAnchor = Switch<(Token? Date, AnchorSyntax? Anchor)>(
        "a date, or the day of another record, such as latest asthma recorded",
        Slot.Anchor,
        [(Date, Seq(Day, date => ((Token?)date, (AnchorSyntax?)null))), .. Anchors(Seq(Anchor, anchor => ((Token?)null, (AnchorSyntax?)anchor)))]);

    private static readonly Parser<WindowSyntax> Point = Seq(
        OneOf("since, until, before, after or on", SinceWord, UntilWord, BeforeWord, AfterWord, OnWord),
        DateOrAnchor,
        WindowSyntax (word, point) => new PointSyntax(word, point.Date, point.Anchor));

    private static readonly Parser<WindowSyntax> SinceAgo = Seq(Duration, Tok(AgoWord), WindowSyntax (duration, _) => new SinceAgoSyntax(duration));

    /// <summary>"since" may also be followed by a duration and "ago".</summary>
    private static readonly Parser<WindowSyntax> Since = input =>
    {
        var next = ((Token)input).Next;
        Probe.NoteAt(next, Slot.Ago, Number, Name);
        return next.Kind == Number || (next.IsName && next.Kind is not (RegistrationWord or ItWord)) ? After(Tok(SinceWord), SinceAgo)(input) : Point(input);
    };

    private static readonly Parser<WindowSyntax> Within = After(
        Tok(WithinWord),
        Seq(Duration, OneOf("before, after or of", BeforeWord, AfterWord, OfWord), Anchor, WindowSyntax (duration, word, anchor) => new WithinSyntax(duration, word, anchor)));

    public static readonly Choice<WindowSyntax> WindowChoice = Switch<WindowSyntax>(
        "a period, such as in last 6 months",
        Slot.Window,
        (EverWord, Seq(Tok(EverWord), keyword => new EverSyntax(keyword))),
        (InWord, Placed(In)),
        (MoreWord, Placed(After(Tok(MoreWord), Tok(ThanWord), Seq(Duration, Tok(AgoWord), WindowSyntax (duration, _) => new MoreThanAgoSyntax(duration))))),
        (BetweenWord, Placed(After(Tok(BetweenWord), Between))),
        (SinceWord, Placed(Since)),
        (UntilWord, Point),
        (BeforeWord, Point),
        (AfterWord, Point),
        (OnWord, Point),
        (WithinWord, Placed(Within)));

    public static readonly Parser<WindowSyntax> Window = WindowChoice.Parse;

    public static readonly Parser<RangeSyntax> Range = Switch<RangeSyntax>(
        "a comparison or between, such as >= 3.5 10*9/L",
        Slot.Range,
        [
            (BetweenWord, Seq(Tok(BetweenWord), Quantity, Tok(AndWord), Quantity, (word, low, _, high) => new RangeSyntax(word, low, high))),
            .. Comparisons(Seq(Comparison, Quantity, (word, low) => new RangeSyntax(word, low, null))),
        ]);

    private static readonly Parser<Token> Episode = OneOf(
        "first, new, review, ended, flare or unmarked", FirstWord, NewWord, ReviewWord, EndedWord, FlareWord, UnmarkedWord);

    /// <summary>Every filter but "at age", which needs a second look where "at least" may follow too.</summary>
    public static readonly Choice<FilterSyntax> PlainFilter = Switch<FilterSyntax>(
        "a period, a value, an age or an episode",
        Slot.Filter,
        [
            (EverWord, Window), (InWord, Window), (MoreWord, Window), (BetweenWord, Window), (SinceWord, Window),
            (UntilWord, Window), (BeforeWord, Window), (AfterWord, Window), (OnWord, Window), (WithinWord, Window),
            (WithWord, Placed(After(Tok(WithWord), Tok(ValueWord), Seq(Range, range => new WithValueSyntax(range))))),
            (NotWord, Seq(Tok(NotWord), Tok(AsWord), Separated(Episode, Comma), (not, _, kinds) => new EpisodeSyntax(not, kinds))),
            (AsWord, Placed(After(Tok(AsWord), Seq(Separated(Episode, Comma), kinds => new EpisodeSyntax(null, kinds))))),
        ]);

    private static readonly Parser<FilterSyntax> AtAge = Placed(After(Tok(AtWord), Tok(AgeWord), Seq(AgeRange, FilterSyntax (range) => new AtAgeSyntax(range))));

    public static readonly Choice<FilterSyntax> Filter = Switch(
        "a period, a value, an age or an episode",
        Slot.Filter,
        [.. Enumerable.Range(0, 256).Select(k => (TokenKind)k).Where(PlainFilter.Starts).Select(k => (k, PlainFilter.Parse)), (AtWord, AtAge)]);

    public static readonly Parser<ImmutableArray<FilterSyntax>> Filters = Many(Filter);

    private static readonly Parser<AtLeastSyntax> AtLeast = Placed(After(
        Tok(AtWord),
        Tok(LeastWord),
        Seq(
            NumberOrName,
            Tok(TimesWord),
            Optional(Switch("a duration, such as 7 days apart", (Number, Seq(PlainDuration, Tok(ApartWord), (duration, _) => duration)))),
            (number, _, apart) => new AtLeastSyntax(number, apart))));

    /// <summary>Filters, and at the end perhaps "at least n times": after "at", the next word tells which.</summary>
    public static IResult<(ImmutableArray<FilterSyntax> Filters, AtLeastSyntax? AtLeast)> FiltersTimes(IInput input)
    {
        var filters = ImmutableArray.CreateBuilder<FilterSyntax>();
        while (true)
        {
            var token = (Token)input;
            if (token.Kind == AtWord && token.Next.Kind == LeastWord)
            {
                var times = AtLeast(input);
                return times.WasSuccessful
                    ? new Success<(ImmutableArray<FilterSyntax>, AtLeastSyntax?)>((filters.DrainToImmutable(), times.Value), times.Remainder)
                    : Fail<AtLeastSyntax, (ImmutableArray<FilterSyntax>, AtLeastSyntax?)>(times);
            }
            if (token.Kind == AtWord) Probe.NoteAt(token.Next, Slot.Times, LeastWord);
            Probe.NoteAt(token, Slot.Times, AtWord);
            if (!Filter.Starts(token)) return new Success<(ImmutableArray<FilterSyntax>, AtLeastSyntax?)>((filters.DrainToImmutable(), null), input);
            var filter = Filter.Parse(input);
            if (!filter.WasSuccessful) return Fail<FilterSyntax, (ImmutableArray<FilterSyntax>, AtLeastSyntax?)>(filter);
            filters.Add(filter.Value);
            input = filter.Remainder;
        }
    }

    /// <summary>Places the node from the first token of all that was read, not only of its last part.</summary>
    public static Parser<T> Placed<T>(Parser<T> parser) => Seq(parser, node => node);

    public static (TokenKind Kind, Parser<T> Parser)[] Comparisons<T>(Parser<T> parser) =>
        [(GreaterOrEqual, parser), (Greater, parser), (LessOrEqual, parser), (Less, parser), (Equal, parser)];

    private static (TokenKind Kind, Parser<T> Parser)[] Durations<T>(Parser<T> parser) => [.. Names(parser), (Number, parser)];

    private static (TokenKind Kind, Parser<T> Parser)[] Anchors<T>(Parser<T> parser) =>
        [(RegistrationWord, parser), (ItWord, parser), (LatestWord, parser), (EarliestWord, parser), (AnyWord, parser), (OpenParen, parser)];

    private static IResult<Token?> OrIssued(IInput input)
    {
        var or = (Token)input;
        Probe.NoteAt(or, Slot.Happened, OrWord);
        if (or.Kind == OrWord) Probe.NoteAt(or.Next, Slot.Happened, IssuedWord);
        return or.Kind == OrWord && or.Next.Kind == IssuedWord ? new Success<Token?>(or, or.Next.Next) : new Success<Token?>(null, input);
    }
}
