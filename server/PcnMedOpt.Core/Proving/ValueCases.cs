using System.Numerics;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core.Proving;

/// <summary>Results just below, at and above each value that is asked for, in another unit, with a comparator, without a number, and two of one day.</summary>
internal static class ValueCases
{
    public static IEnumerable<(string What, ExamplePatient Patient)> Of(
        SearchSpace space, Matching matching, string set, ValueRange range, ExamplePatient patient, IEnumerable<string> otherUnits)
    {
        if (matching.Latest(patient, [set], Happened.Recorded) is not SetEvent record) yield break;
        var declared = space.Project.Definition(set)?.Unit;
        ExamplePatient With(ExampleValue? value) => patient with { Records = patient.Records.Replace(record, record with { Value = value }) };
        foreach (var quantity in range.Quantities())
        {
            var unit = quantity.Unit.IsNone ? SearchSpace.UnitOf(declared) : quantity.Unit.Text;
            var step = SearchSpace.Step(quantity.Value);
            ExampleValue At(decimal value) => new(null, value, unit);
            yield return ($"{set} just below {quantity}", With(At(quantity.Value - step)));
            yield return ($"{set} at {quantity}", With(At(quantity.Value)));
            yield return ($"{set} just above {quantity}", With(At(quantity.Value + step)));
            yield return ($"{set} reported as less than {quantity}", With(At(quantity.Value) with { Comparator = Comparison.LessThan }));
            yield return ($"{set} reported as more than {quantity}", With(At(quantity.Value) with { Comparator = Comparison.MoreThan }));
            yield return ($"two results of one day, just below and just above {quantity}", patient with
            {
                Records = patient.Records.Replace(record, record with { Value = At(quantity.Value - step) }).Add(record with { Value = At(quantity.Value + step) }),
            });
            if (unit is null || Ucum.Find(unit) is not { } known) continue;
            foreach (var other in otherUnits.Where(u => u != unit && Ucum.Find(u) is { } o && o.ConvertsTo(known)).Take(1))
                if (Ucum.Find(other) is { } into && Converted(quantity.Value, known, into) is { } number)
                    yield return ($"{set} at {quantity}, reported in {other}", With(new ExampleValue(null, number, other)));
            foreach (var other in otherUnits.Where(u => Ucum.Find(u) is { } o && !o.ConvertsTo(known)).Take(1))
                yield return ($"{set} in a unit that does not convert ({other})", With(new ExampleValue(null, quantity.Value, other)));
            yield return ($"{set} without a unit", With(new ExampleValue(null, quantity.Value, null)));
        }
        yield return ($"{set} without a result", With(null));
    }

    /// <summary>A change just less than asked for, exactly as much, and just more.</summary>
    public static IEnumerable<(string What, ExamplePatient Patient)> Changes(SearchSpace space, Matching matching, ChangeTest test, ExamplePatient patient)
    {
        var all = patient.Records.Where(r => matching.IsOf(r, [test.Set], Happened.Recorded)).OfType<SetEvent>().OrderBy(r => r.Date).ToList();
        if (all is not [{ Value: { } earlier }, .., { } last]) yield break;
        var by = test.Percent ? earlier.Number * test.Amount.Value / 100m : test.Amount.Value;
        var step = SearchSpace.Step(by);
        foreach (var (moved, word) in new[] { (by - step, "just less than"), (by, "exactly"), (by + step, "just more than") })
        {
            var to = test.Rose ? earlier.Number + moved : earlier.Number - moved;
            yield return ($"{(test.Rose ? "a rise" : "a fall")} of {word} {Numbers.Shown(test.Amount.Value)}{(test.Percent ? " %" : "")}",
                patient with { Records = patient.Records.Replace(last, last with { Value = earlier with { Number = to } }) });
        }
        yield return ("one result alone", patient with { Records = patient.Records.Remove(all[0]) });
    }

    /// <summary>The same value in another unit, where it can be written with at most twelve digits; else null.</summary>
    private static decimal? Converted(decimal value, Unit from, Unit into)
    {
        var ratio = Ratio.Of(value) * from.Size;
        var number = (ratio.Numerator * into.Size.Denominator, ratio.Denominator * into.Size.Numerator);
        for (var decimals = 0; decimals <= 9; decimals++)
        {
            var scaled = number.Item1 * BigInteger.Pow(10, decimals);
            if (scaled % number.Item2 == 0 && scaled / number.Item2 is var whole && BigInteger.Abs(whole) < 1_000_000_000_000) return (decimal)whole / (decimal)BigInteger.Pow(10, decimals);
        }
        return null;
    }
}
