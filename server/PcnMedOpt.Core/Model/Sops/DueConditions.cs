using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Model.Sops;

/// <summary>
/// When a test is due or overdue (language §7): due on its latest result (never tested: on start) plus the interval, overdue the day after the day due
/// plus grace. As with every window of the language, the days are counted back from the reference date.
/// </summary>
internal sealed class DueConditions(Monitoring monitoring)
{
    /// <summary>Intervals worked out from a result are looked at up to so many weeks or months, when no schedule of the test is longer.</summary>
    private const int LongestStep = 24;

    /// <summary>The test is due by a schedule; whoever it holds for takes the medicine, or for the tail stopped it.</summary>
    public Condition Due(Obligation obligation) => Missing(obligation, new InLast(obligation.Every), obligation.Every);

    public Condition Overdue(Obligation obligation)
    {
        var time = obligation.Grace is null ? obligation.Every : obligation.Every.Plus(obligation.Grace);
        return Missing(obligation, new SinceAgo(time), time);
    }

    /// <summary>The test is due by an interval that follows from a result. Without a usable result it is due now.</summary>
    public Condition Due(ValueInterval interval)
    {
        var steps = Steps(interval, duration => new InLast(duration)).ToList();
        var condition = Any([.. steps, .. AsksForItsValue(interval) ? Array.Empty<Condition>() : [new Not(HasUsable(interval))]]);
        return new AllOf([interval.When, condition]);
    }

    public Condition Overdue(ValueInterval interval) => new AllOf([interval.When, Any([.. Steps(interval, duration => new SinceAgo(duration))])]);

    private static Condition Any(ImmutableArray<Condition> conditions) => conditions.Length == 1 ? conditions[0] : new AnyOf(conditions);

    private Condition Missing(Obligation obligation, Window window, Duration time)
    {
        var missing = None(obligation.Test, window);
        // A phase that begins no sooner after start than the window reaches back: whoever is in it started long enough ago.
        if (obligation.After is { } after && time.IsAtMost(after) && (window is InLast || !after.IsAtMost(time))) return new AllOf([.. obligation.When, missing]);
        return new AllOf([.. obligation.When, missing, StartedBefore(obligation.Test, window)]);
    }

    /// <summary>Tested at some time, or never tested and started before the window.</summary>
    private Condition StartedBefore(string test, Window window) => new AnyOf(
    [
        new HappenedTest([test], Happened.Recorded, [new WindowFilter(new Ever())], null),
        new Not(new CourseBeganTest(monitoring.Drug, monitoring.Gap, window)),
    ]);

    private static NoSuchTest None(string test, Window window) => new(test, Happened.Recorded, [new WindowFilter(window)]);

    /// <summary>
    /// The result divided by the divisor, rounded down, gives n weeks or months: it is under (n + 1) times the divisor for that n and every longer
    /// one, and of several intervals the shortest counts.
    /// </summary>
    private IEnumerable<Condition> Steps(ValueInterval interval, Func<Duration, Window> window)
    {
        for (var count = 1; count <= Longest(interval); count++)
        {
            var time = new Duration(count, interval.In);
            yield return new AllOf(
            [
                new ValueTest(Pick.Latest, interval.Value, new ValueCompared(Comparison.LessThan, Value(interval, count + 1)), []),
                None(interval.Test, window(time)),
                StartedBefore(interval.Test, window(time)),
            ]);
        }
    }

    private int Longest(ValueInterval interval)
    {
        var schedules = monitoring.Obligations.Where(o => o.Test == interval.Test && !o.IsTail).Select(o => o.Every.ApproximateDays).ToList();
        if (Bound(interval) is { } bound) return bound;
        if (schedules.Count == 0) return LongestStep;
        var step = new Duration(1, interval.In).ApproximateDays;
        return Math.Clamp((int)decimal.Ceiling(schedules.Max() / step) - 1, 1, LongestStep);
    }

    /// <summary>The longest interval that a result below the bound of "when" can give.</summary>
    private static int? Bound(ValueInterval interval)
    {
        var tests = (interval.When is AllOf all ? all.Operands : [interval.When]).OfType<ValueTest>();
        var bounds =
            from test in tests
            where test.Pick == Pick.Latest && test.Set == interval.Value && test.Filters.IsEmpty
            let compared = test.Range as ValueCompared
            where compared?.Comparison == Comparison.LessThan && compared.Quantity.Unit.Text == (interval.Unit?.Text ?? "")
            select Math.Max(1, (int)decimal.Ceiling(compared.Quantity.Value / interval.Divisor) - 1);
        return bounds.Cast<int?>().Min();
    }

    /// <summary>"When" already asks for a value of the same results, so that it is never true without a usable one.</summary>
    private static bool AsksForItsValue(ValueInterval interval) =>
        (interval.When is AllOf all ? all.Operands : [interval.When]).Any(c => c is ValueTest { Pick: Pick.Latest } test && test.Set == interval.Value);

    private static AnyOf HasUsable(ValueInterval interval)
    {
        var value = Value(interval, 1);
        return new AnyOf(
        [
            new ValueTest(Pick.Latest, interval.Value, new ValueCompared(Comparison.AtLeast, value), []),
            new ValueTest(Pick.Latest, interval.Value, new ValueCompared(Comparison.LessThan, value), []),
        ]);
    }

    private static Quantity Value(ValueInterval interval, int times) =>
        new((decimal)interval.Divisor * times, interval.Unit ?? Units.Unit.None, interval.Unit is null);
}
