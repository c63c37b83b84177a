using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Model.Binding;

/// <summary>Filters, windows and anchors.</summary>
public static class FilterBinder
{
    /// <summary>The filters of a test; a value among them is compared in the unit of the set.</summary>
    public static ImmutableArray<Filter> Filters(ValueBinder values, IEnumerable<FilterSyntax> filters, string set) => [.. filters.Select(f => Filter(values, f, set))];

    public static Window Window(ValueBinder values, WindowSyntax window) => window switch
    {
        EverSyntax => new Ever(),
        InLastSyntax last => new InLast(values.Duration(last.Duration)),
        SinceAgoSyntax ago => new SinceAgo(values.Duration(ago.Duration)),
        MoreThanAgoSyntax ago => new MoreThanAgo(values.Duration(ago.Duration)),
        BetweenAgoSyntax between => new BetweenAgo(values.Duration(between.Near), values.Duration(between.Far)),
        BetweenDatesSyntax between => new BetweenDates(Day(between.From), Day(between.To)),
        PointSyntax { Date: { } date } point => new RelativeToDate(PrepositionOf(point.Word.Kind), Day(date)),
        PointSyntax point => new RelativeToAnchor(PrepositionOf(point.Word.Kind), Anchor(values, point.Anchor!)),
        WithinSyntax within => new WithinOfAnchor(values.Duration(within.Duration), AroundOf(within.Word.Kind), Anchor(values, within.Anchor)),
        PeriodSyntax period => new InPeriod(PeriodOf(period.Period.Kind), period.Which.Kind == TokenKind.PreviousWord),
        _ => throw new System.Diagnostics.UnreachableException($"No window for {window}"),
    };

    public static AgeRange AgeRange(ValueBinder values, AgeRangeSyntax range)
    {
        var duration = values.Duration(range.Duration);
        return range.Comparison.Kind is TokenKind.GreaterOrEqual or TokenKind.Greater or TokenKind.Equal ? new AgeAtLeast(duration) : new AgeUnder(duration);
    }

    public static ValueRange Range(ValueBinder values, RangeSyntax range, string set, bool not)
    {
        if (range.High is null) return new ValueCompared(ComparisonOf(range.Word.Kind), values.Quantity(range.Low, set));
        var low = values.Quantity(range.Low, set);
        var high = values.Quantity(range.High, set);
        if (low.Unit.ConvertsTo(high.Unit) && low.Unit.Compare(low.Value, high.Value, high.Unit) > 0)
            values.Report(BindingFindings.RangeReversed.At(
                TextSpan.FromBounds(range.Low.Span.Start, range.High.Span.End),
                $"{low} is more than {high}: nothing lies between them.",
                $"Write between {high} and {low}.",
                Diagnostics.Fix.Changes(
                    $"Write between {high} and {low}",
                    new Diagnostics.TextEdit(range.Low.Span, high.ToString()),
                    new Diagnostics.TextEdit(range.High.Span, low.ToString()))));
        return new ValueBetween(low, high, not);
    }

    public static Comparison ComparisonOf(TokenKind mark) => mark switch
    {
        TokenKind.GreaterOrEqual => Comparison.AtLeast,
        TokenKind.Greater => Comparison.MoreThan,
        TokenKind.LessOrEqual => Comparison.AtMost,
        TokenKind.Less => Comparison.LessThan,
        _ => Comparison.Equal,
    };

    public static Happened HappenedOf(HappenedSyntax? happened) =>
        happened is null ? Happened.Recorded : happened.Either ? Happened.Either : happened.Word.Kind == TokenKind.IssuedWord ? Happened.Issued : Happened.Recorded;

    public static Pick PickOf(TokenKind word) => word switch { TokenKind.LatestWord => Pick.Latest, TokenKind.EarliestWord => Pick.Earliest, _ => Pick.Any };

    public static Episode EpisodeOf(TokenKind word) => word switch
    {
        TokenKind.FirstWord => Episode.First,
        TokenKind.NewWord => Episode.New,
        TokenKind.ReviewWord => Episode.Review,
        TokenKind.EndedWord => Episode.Ended,
        TokenKind.FlareWord => Episode.Flare,
        _ => Episode.Unmarked,
    };

    private static Filter Filter(ValueBinder values, FilterSyntax filter, string set) => filter switch
    {
        WindowSyntax window => new WindowFilter(Window(values, window)),
        AtAgeSyntax age => new AtAgeFilter(AgeRange(values, age.Range)),
        WithValueSyntax value => new ValueFilter(Range(values, value.Range, set, false)),
        EpisodeSyntax episode => new EpisodeFilter([.. episode.Kinds.Select(k => EpisodeOf(k.Kind)).Distinct().Order()], episode.Not is not null),
        _ => throw new System.Diagnostics.UnreachableException($"No filter for {filter}"),
    };

    private static Anchor Anchor(ValueBinder values, AnchorSyntax anchor)
    {
        if (anchor.Word.Kind == TokenKind.RegistrationWord) return new RegistrationAnchor();
        if (anchor.Word.Kind == TokenKind.ItWord) return new ItAnchor();
        ImmutableArray<string> sets = [.. anchor.Sets!.Names.Select(CodeSetReader.NameOf)];
        return new RecordAnchor(PickOf(anchor.Word.Kind), sets, HappenedOf(anchor.Happened), Filters(values, anchor.Filters, sets[0]));
    }

    /// <summary>A day that is none is reported by the lexer; the earliest day stands for it.</summary>
    private static DateOnly Day(Token date) => Numbers.Date(date) ?? DateOnly.MinValue;

    private static Preposition PrepositionOf(TokenKind word) => word switch
    {
        TokenKind.SinceWord => Preposition.Since,
        TokenKind.UntilWord => Preposition.Until,
        TokenKind.BeforeWord => Preposition.Before,
        TokenKind.AfterWord => Preposition.After,
        _ => Preposition.On,
    };

    private static Around AroundOf(TokenKind word) => word switch { TokenKind.BeforeWord => Around.Before, TokenKind.AfterWord => Around.After, _ => Around.Of };

    private static PeriodKind PeriodOf(TokenKind word) => word switch
    {
        TokenKind.MonthWord => PeriodKind.Month,
        TokenKind.QuarterWord => PeriodKind.Quarter,
        _ => PeriodKind.FinancialYear,
    };
}
