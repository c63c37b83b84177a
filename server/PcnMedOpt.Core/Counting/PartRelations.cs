using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Core.Counting;

/// <summary>What ties the parts of a number: those of a practice, an age band or a sex add up to it, reasons do not; and each is a part of what it is out of.</summary>
internal static class PartRelations
{
    /// <param name="ledger">Where they are written.</param>
    /// <param name="parts">The parts, by any dimensions.</param>
    /// <param name="counted">The name of the number that they are parts of.</param>
    /// <param name="numerator">That number.</param>
    /// <param name="over">The name of what it is out of.</param>
    /// <param name="denominator">What it is out of; null for a count.</param>
    public static void Add(Ledger ledger, ImmutableArray<PartCount> parts, string counted, int numerator, string over, int? denominator)
    {
        foreach (var dimension in parts.GroupBy(p => p.Dimension))
        {
            Add(ledger, counted, numerator, dimension.Key, [.. dimension.Select(p => (p.Value, p.Numerator))]);
            if (denominator is { } all) Add(ledger, over, all, dimension.Key, [.. dimension.Where(p => p.Denominator is not null).Select(p => (p.Value, p.Denominator ?? 0))]);
            foreach (var part in dimension)
                if (part.Denominator is { } of)
                    Rest(ledger, ledger.Shown(CountNames.Part(counted, dimension.Key, part.Value), part.Numerator), ledger.Shown(CountNames.Part(over, dimension.Key, part.Value), of));
        }
    }

    /// <summary>Those of the denominator who are not counted.</summary>
    public static void Rest(Ledger ledger, int numerator, int denominator)
    {
        if (denominator == numerator) return;
        ledger.Equal([denominator], [numerator, ledger.Implied(Math.Max(0, ledger.ValueOf(denominator) - ledger.ValueOf(numerator)))]);
    }

    private static void Add(Ledger ledger, string of, int whole, Dimension dimension, ImmutableArray<(string Value, long Count)> parts)
    {
        var numbers = parts.Select(p => ledger.Shown(CountNames.Part(of, dimension, p.Value), p.Count)).ToImmutableArray();
        if (numbers.IsEmpty) return;
        if (ledger.IsSmall(whole)) WithholdAll(ledger, numbers);
        if (dimension == Dimension.Reason)
        {
            foreach (var number in numbers) ledger.AtMost([number], [whole]);
            return;
        }
        var rest = ledger.ValueOf(whole) - parts.Sum(p => p.Count);
        ledger.Equal(rest > 0 ? [.. numbers, ledger.Slack(rest)] : numbers, [whole]);
    }

    /// <summary>Of a small number no part is shown: where 1 to 5 patients are is not told even where none are.</summary>
    private static void WithholdAll(Ledger ledger, ImmutableArray<int> numbers)
    {
        foreach (var number in numbers) ledger.Publish(number, FigureKind.Withheld);
    }
}
