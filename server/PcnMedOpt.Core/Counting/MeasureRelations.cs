namespace PcnMedOpt.Core.Counting;

/// <summary>What a reader can work out from the numbers of one measure, as equations.</summary>
internal static class MeasureRelations
{
    public static void Add(Ledger ledger, MeasureCount count)
    {
        var (over, counted) = (CountNames.Denominator(count.Measure), CountNames.Numerator(count.Measure));
        var numerator = ledger.Shown(counted, count.Numerator);
        int? denominator = count.Denominator is { } all ? ledger.Shown(over, all) : null;
        if (denominator is { } of) PartRelations.Rest(ledger, numerator, of);
        PartRelations.Add(ledger, count.Parts, counted, numerator, over, denominator);
    }
}
