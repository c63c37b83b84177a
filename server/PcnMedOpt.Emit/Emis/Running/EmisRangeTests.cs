using System.Globalization;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Emis.Reading;

namespace PcnMedOpt.Emit.Emis.Running;

/// <summary>Days, numbers and ages against the ranges of EMIS.</summary>
internal static class EmisRangeTests
{
    /// <summary>An end without a value is the day that is counted from; so is a relative one, and one of which nothing is said, moved by its value.</summary>
    public static bool IsIn(EmisRange range, DateOnly date, DateOnly from) => range.Ends().All(e => Compares(date.CompareTo(Day(e.Bound, from)), e.Bound, e.IsLower));

    public static bool IsIn(EmisRange range, decimal number) => range.Ends().All(e => Compares(number.CompareTo(Number(e.Bound)), e.Bound, e.IsLower));

    /// <summary>In full units: so old is who has had that birthday. Above an age is at least the next one.</summary>
    public static bool IsAge(EmisRange range, DateOnly born, DateOnly on) => range.Ends().All(e =>
    {
        var age = Count(e.Bound) + (e.IsLower == e.Bound.IsStrict ? 1 : 0);
        return (age < 0 || Clock.Contains(new AgeAtLeast(new Duration(age, Unit(e.Bound))), born, on)) == e.IsLower;
    });

    private static DateOnly Day(EmisBound bound, DateOnly from)
    {
        if (bound.Absent is { } absent) throw new InvalidDataException($"A range ends at {absent}, which is not run.");
        if (bound.Value is not { } value) return from;
        return bound.Relation == "ABSOLUTE" || bound.Unit == "DATE"
            ? DateOnly.TryParseExact(value, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new InvalidDataException($"'{value}' is no day.")
            : new Offset(Count(bound), Unit(bound)).From(from);
    }

    private static int Count(EmisBound bound) =>
        int.TryParse(bound.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count : throw new InvalidDataException($"'{bound.Value}' is no number.");

    private static decimal Number(EmisBound bound) =>
        decimal.TryParse(bound.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : throw new InvalidDataException($"'{bound.Value}' is no number.");

    private static DurationUnit Unit(EmisBound bound) => EmisUnits.Of(bound.Unit) ?? throw new InvalidDataException($"The unit {bound.Unit} is not run.");

    private static bool Compares(int order, EmisBound bound, bool isLower) => order == 0 ? !bound.IsStrict : order > 0 == isLower;
}
