using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Core.Comparing;

/// <summary>What changed between two measures: over whom they count, whom they count, and how that is reported.</summary>
internal static class MeasureChanges
{
    public static IEnumerable<ChangeLine> Of(Sides sides, Measure old, Measure now)
    {
        var (was, becomes) = (MeasuredPeople.From(sides.Old, old), MeasuredPeople.From(sides.New, now));
        var (of, oldOf) = (MeasureWords.Of(now.Of, sides.New.English), MeasureWords.Of(old.Of, sides.Old.English));
        if (was.Of.Text != becomes.Of.Text)
            yield return new ChangeLine(of == oldOf ? $"It counts over others: {of}." : $"It counts over: {of}. Was: {oldOf}.", sides.Compared(was.Of, becomes.Of, was.OfCohort, becomes.OfCohort));
        var (counted, oldCounted) = (Counted(now, sides.New), Counted(old, sides.Old));
        if (was.Counted.Text != becomes.Counted.Text)
            yield return new ChangeLine(
                counted == oldCounted ? $"It counts others: {counted}." : $"It counts: {counted}. Was: {oldCounted}.", sides.Compared(was.Counted, becomes.Counted, was.CountedCohort, becomes.CountedCohort));
        else if (counted != oldCounted) yield return new ChangeLine($"Who is counted is written otherwise: {counted}. Was: {oldCounted}.");
        if (Words(old.Target) != Words(now.Target)) yield return new ChangeLine($"Target: {Words(now.Target)}. Was: {Words(old.Target)}.");
        if (By(old) != By(now)) yield return new ChangeLine($"By {By(now)}. Was: by {By(old)}.");
        if (Reported(old) != Reported(now)) yield return new ChangeLine($"Reported {Reported(now)}. Was: {Reported(old)}.");
    }

    /// <summary>Over whom and whom it counts, together.</summary>
    public static Verdict Whole(Sides sides, MeasuredPeople was, MeasuredPeople becomes)
    {
        var (of, counted) = (sides.Compared(was.Of, becomes.Of, was.OfCohort, becomes.OfCohort), sides.Compared(was.Counted, becomes.Counted, was.CountedCohort, becomes.CountedCohort));
        var basis = new[] { of.Basis, counted.Basis }.Max();
        return new Verdict(Verdict.Joined([of.Effect, counted.Effect]), basis, $"Over whom it counts: {Effects.Words(of)}. Whom it counts: {Effects.Words(counted)}") { Counts = counted.Counts.IsEmpty ? of.Counts : counted.Counts };
    }

    /// <summary>More than its wording changed.</summary>
    public static bool ReportsOtherwise(Measure old, Measure now) => Words(old.Target) != Words(now.Target) || By(old) != By(now) || Reported(old) != Reported(now);

    private static string Counted(Measure measure, Side side) => measure.Numerator is { } numerator ? side.English.Of(numerator) : "all of them";

    private static string Words(Target? target) => target is null ? "none" : MeasureWords.Of(target);

    private static string By(Measure measure) => measure.By.IsEmpty ? "nothing" : string.Join(", ", measure.By.Select(MeasureWords.Of));

    private static string Reported(Measure measure) => measure.Reported.IsEmpty ? "at no fixed time" : string.Join(", ", measure.Reported).ToLowerInvariant();
}
