using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core.Semantics;

/// <summary>What a parameter holds: a duration, or a number with or without a unit.</summary>
public abstract record Amount
{
    private protected Amount()
    {
    }

    /// <summary>Both are of one kind and can be compared.</summary>
    public abstract bool IsLike(Amount other);

    /// <summary>Compares two amounts that are alike.</summary>
    public abstract int CompareTo(Amount other);
}

public sealed record DurationAmount(Duration Value) : Amount
{
    public override bool IsLike(Amount other) => other is DurationAmount;

    public override int CompareTo(Amount other) => Value.ApproximateDays.CompareTo(((DurationAmount)other).Value.ApproximateDays);

    public override string ToString() => Value.ToString();
}

public sealed record QuantityAmount(decimal Value, Unit Unit) : Amount
{
    public override bool IsLike(Amount other) => other is QuantityAmount quantity && quantity.Unit.ConvertsTo(Unit);

    public override int CompareTo(Amount other) => Unit.Compare(Value, ((QuantityAmount)other).Value, ((QuantityAmount)other).Unit);

    public override string ToString() => Unit.IsNone ? Numbers.Shown(Value) : $"{Numbers.Shown(Value)} {Unit}";
}

/// <summary><c>parameter x "…" = 12 months allow 6 months to 12 months</c>; an amount that cannot be read is null.</summary>
public sealed record ParameterDefinition(string Name, Amount? Value, Amount? Low, Amount? High, TextSpan ValueSpan, TextSpan LowSpan, TextSpan HighSpan)
{
    public static ParameterDefinition Read(ParameterSyntax syntax) => new(
        Codes.CodeSetReader.NameOf(syntax.Name!),
        Amount(syntax.Value),
        Amount(syntax.Low),
        Amount(syntax.High),
        syntax.Value.Span,
        syntax.Low.Span,
        syntax.High.Span);

    private static Amount? Amount(AmountSyntax syntax)
    {
        if (syntax.Minus is null && syntax.Unit is { } word && Durations.UnitOf(word.Kind) is { } unit)
            return Numbers.Whole(syntax.Number) is { } count ? new DurationAmount(new Duration(count, unit)) : null;
        if (Numbers.Of(syntax.Number) is not { } value) return null;
        var read = syntax.Unit is null ? Unit.None : UnitSpellings.Read(syntax.Unit.Text);
        return read is null ? null : new QuantityAmount(syntax.Minus is null ? value : -value, read);
    }
}

public static class Durations
{
    public static DurationUnit? UnitOf(TokenKind word) => word switch
    {
        TokenKind.DayWord or TokenKind.DaysWord => DurationUnit.Days,
        TokenKind.WeekWord or TokenKind.WeeksWord => DurationUnit.Weeks,
        TokenKind.MonthWord or TokenKind.MonthsWord => DurationUnit.Months,
        TokenKind.YearWord or TokenKind.YearsWord => DurationUnit.Years,
        _ => null,
    };
}
