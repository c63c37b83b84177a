using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core.Evaluation;

/// <summary>A usable result: a number, or a bound, in a unit that is known.</summary>
/// <param name="Number">The number, or where the bound is.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Comparator">Null for an exact result; else the result stands for every value that satisfies it.</param>
public sealed record UsableResult(decimal Number, Unit Unit, Comparison? Comparator)
{
    /// <summary>The values that it can stand for have a lower end.</summary>
    public bool HasLeast => Comparator is null or Comparison.AtLeast or Comparison.MoreThan;

    /// <summary>They have an upper end.</summary>
    public bool HasGreatest => Comparator is null or Comparison.AtMost or Comparison.LessThan;

    /// <summary>The bound itself is not among the values that it can stand for.</summary>
    public bool IsStrict => Comparator is Comparison.MoreThan or Comparison.LessThan;
}

/// <summary>Reads results and compares them, exactly (language §4.2).</summary>
public static class Results
{
    /// <summary>
    /// The result when it is usable: a number whose unit is known, within what is plausible. A result without unit is read in the set's unit; on
    /// a set without unit it is a bare number.
    /// </summary>
    public static UsableResult? Usable(ResultValue? value, UnitClause? declared)
    {
        if (value?.Number is not { } number) return null;
        var unit = value.Unit is null ? declared?.Unit ?? Unit.None : UnitSpellings.Read(value.Unit);
        if (unit is null) return null;
        if (declared?.Unit is { } known)
        {
            if (!unit.ConvertsTo(known)) return null;
            if (declared.Low is { } low && unit.Compare(number, low, known) < 0) return null;
            if (declared.High is { } high && unit.Compare(number, high, known) > 0) return null;
        }
        return new UsableResult(number, unit, value.Comparator == Comparison.Equal ? null : value.Comparator);
    }

    public static bool Satisfies(UsableResult result, ValueRange range) => range switch
    {
        ValueCompared compared => Satisfies(result, compared.Comparison, compared.Quantity),
        ValueInBand band => Satisfies(result, band.FromLow, band.Low) && Satisfies(result, band.ToHigh, band.High),
        ValueBetween { Not: false } between => Satisfies(result, Comparison.AtLeast, between.Low) && Satisfies(result, Comparison.AtMost, between.High),
        ValueBetween between => Satisfies(result, Comparison.LessThan, between.Low) || Satisfies(result, Comparison.MoreThan, between.High),
        _ => throw new System.Diagnostics.UnreachableException($"No comparison for {range}"),
    };

    /// <summary>Every value that the result can stand for compares so with the quantity.</summary>
    private static bool Satisfies(UsableResult result, Comparison comparison, Quantity quantity)
    {
        if (Compared(result, quantity) is not { } order) return false;
        return comparison switch
        {
            Comparison.AtLeast => result.HasLeast && order >= 0,
            Comparison.MoreThan => result.HasLeast && (order > 0 || (order == 0 && result.IsStrict)),
            Comparison.AtMost => result.HasGreatest && order <= 0,
            Comparison.LessThan => result.HasGreatest && (order < 0 || (order == 0 && result.IsStrict)),
            _ => result.Comparator is null && order == 0,
        };
    }

    /// <summary>How the result's number stands to the quantity; null when their units do not convert.</summary>
    private static int? Compared(UsableResult result, Quantity quantity)
    {
        if (quantity.AsRecorded) return result.Number.CompareTo(quantity.Value);
        return result.Unit.ConvertsTo(quantity.Unit) ? result.Unit.Compare(result.Number, quantity.Value, quantity.Unit) : null;
    }

    /// <summary>
    /// Whatever values the two stand for, the later is above (or, for a fall, below) the earlier, and by enough: percent of the earlier, or an
    /// amount.
    /// </summary>
    public static bool Changed(UsableResult later, UsableResult earlier, ChangeTest test)
    {
        if (!later.Unit.ConvertsTo(earlier.Unit) && !test.Amount.AsRecorded) return false;
        if (test.Rose ? !(later.HasLeast && earlier.HasGreatest) : !(later.HasGreatest && earlier.HasLeast)) return false;
        var strict = later.IsStrict || earlier.IsStrict;
        var (to, from) = test.Amount.AsRecorded
            ? (Ratio.Of(later.Number), Ratio.Of(earlier.Number))
            : (Ratio.Of(later.Number) * later.Unit.Size, Ratio.Of(earlier.Number) * earlier.Unit.Size);
        var moved = test.Rose ? Minus(to, from) : Minus(from, to);
        var nothing = Ratio.Of(0);
        if (moved < nothing || (moved.CompareTo(nothing) == 0 && !strict)) return false;
        if (!test.Percent && !test.Amount.AsRecorded && !test.Amount.Unit.ConvertsTo(later.Unit)) return false;
        var enough = test.Percent ? Ratio.Of(test.Amount.Value / 100m) * from
            : test.Amount.AsRecorded ? Ratio.Of(test.Amount.Value) : Ratio.Of(test.Amount.Value) * test.Amount.Unit.Size;
        var order = moved.CompareTo(enough);
        return order > 0 || (order == 0 && (!test.MoreThan || strict));
    }

    private static Ratio Minus(Ratio a, Ratio b) => new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);
}
