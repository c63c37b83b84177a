using System.Collections.Immutable;
using Sprache;
using static PcnMedOpt.Core.Ecl.EclCombinators;
using static PcnMedOpt.Core.Ecl.EclTokenKind;

namespace PcnMedOpt.Core.Ecl;

/// <summary>Signs of comparison, and the values of attributes and of fields.</summary>
internal static class EclComparisonGrammar
{
    private const string SecondExpression = " If a second expression is meant, put brackets round the first, with its attributes.";

    private static readonly Parser<ImmutableArray<SearchTerm>> Terms = OneOrBracketed(EclValues.SearchTerm);

    private static readonly Parser<ImmutableArray<int>> Days = OneOrBracketed(EclValues.Day);

    /// <summary>Any sign of comparison.</summary>
    public static IResult<EclOrder> ReadOrder(IInput input)
    {
        var token = (EclToken)input;
        return token.Kind switch
        {
            Equal => new EclSuccess<EclOrder>(EclOrder.Equal, token.Next),
            NotEqual => new EclSuccess<EclOrder>(EclOrder.NotEqual, token.Next),
            Not when token.Next.Kind == Equal => new EclSuccess<EclOrder>(EclOrder.NotEqual, token.Next.Next),
            Less => new EclSuccess<EclOrder>(EclOrder.Less, token.Next),
            LessOrEqual => new EclSuccess<EclOrder>(EclOrder.LessOrEqual, token.Next),
            Greater => new EclSuccess<EclOrder>(EclOrder.Greater, token.Next),
            GreaterOrEqual => new EclSuccess<EclOrder>(EclOrder.GreaterOrEqual, token.Next),
            _ => Unexpected<EclOrder>(token, "'=' or '!='"),
        };
    }

    /// <summary>Equal or not; true for not.</summary>
    public static IResult<bool> ReadIsNot(IInput input)
    {
        var order = ReadOrder(input);
        if (!order.WasSuccessful) return Fail<EclOrder, bool>(order);
        return order.Value is EclOrder.Equal or EclOrder.NotEqual
            ? new EclSuccess<bool>(order.Value == EclOrder.NotEqual, order.Remainder)
            : Fail<bool>((EclToken)input, "Only '=' and '!=' can stand here: there is no order among these.");
    }

    public static IResult<EclComparison> OfAttribute(IInput input)
    {
        var token = (EclToken)input;
        if (token.Kind is End or Comma or And or Or or Close or CloseBrace or Colon or Dot)
            return Fail<EclComparison>(token, EclMessages.Expected(token, "'=' or '!=' and a value after the attribute") + (token.Kind is CloseBrace ? "" : SecondExpression));
        return Read(input, withDays: false);
    }

    public static IResult<EclComparison> OfField(IInput input) => Read(input, withDays: true);

    public static IResult<TimeComparison> OfDays(IInput input)
    {
        var order = ReadOrder(input);
        if (!order.WasSuccessful) return Fail<EclOrder, TimeComparison>(order);
        return Seq(Days, days => new TimeComparison(order.Value, days))(order.Remainder);
    }

    public static IResult<TextComparison> OfTerms(IInput input)
    {
        var isNot = ReadIsNot(input);
        return isNot.WasSuccessful ? Seq(Terms, terms => new TextComparison(isNot.Value, terms))(isNot.Remainder) : Fail<bool, TextComparison>(isNot);
    }

    /// <summary>
    /// What the value is shows its first token. Text that could be an identifier of another scheme is one; text after an order is days, where
    /// there are days.
    /// </summary>
    private static IResult<EclComparison> Read(IInput input, bool withDays)
    {
        var order = ReadOrder(input);
        if (!order.WasSuccessful) return Fail<EclOrder, EclComparison>(order);
        var value = (EclToken)order.Remainder;
        if (order.Value == EclOrder.Equal && value is { Kind: Less or Greater, Next.Kind: Value })
            return Fail<EclComparison>((EclToken)input, $"'={value.Text}' is written '{value.Text}='.");
        if (value.Kind == Value) return new EclSuccess<EclComparison>(new NumberComparison(order.Value, EclValues.NumberOf(value)), value.Next);
        var isNot = order.Value == EclOrder.NotEqual;
        var first = value.Kind == Open ? value.Next : value;
        if (order.Value is not (EclOrder.Equal or EclOrder.NotEqual)) return withDays && first.Kind == Quoted ? AsComparison(OfDays(input)) : NoOrder((EclToken)input, value);
        if (value.Is("true") || value.Is("false")) return new EclSuccess<EclComparison>(new BooleanComparison(isNot, value.Is("true")), value.Next);
        if (first.Is("match") || first.Is("wild") || (first.Kind == Quoted && !EclValues.IsAlternate(first))) return AsComparison(OfTerms(input));
        return Seq(EclGrammar.ReadSub, EclComparison (concepts) => new ConceptComparison(isNot, concepts))(value);
    }

    private static IResult<EclComparison> NoOrder(EclToken sign, EclToken value)
    {
        if (value.Kind != Number)
            return Fail<EclComparison>(sign, $"'{sign.Text}' compares numbers, which are written with '#', such as #500; concepts are compared with '=' or '!='.");
        if (value.Chars.Length < 6) return Fail<EclComparison>(value, $"Numbers are written with '#': write #{value.Text}.");
        return Fail<EclComparison>(
            sign,
            $"'{sign.Text}' compares numbers here, which are written with '#', such as #{value.Text}. What is below or above a concept is written after '=': = < {value.Text}.");
    }

    private static IResult<EclComparison> AsComparison<T>(IResult<T> result)
        where T : EclComparison => result.WasSuccessful ? new EclSuccess<EclComparison>(result.Value, result.Remainder) : Fail<T, EclComparison>(result);
}
