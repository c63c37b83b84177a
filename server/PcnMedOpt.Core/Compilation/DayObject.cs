using System.Collections.Concurrent;

namespace PcnMedOpt.Core;

/// <summary>One object for each day, so that a day can stand among what a meaning depends on.</summary>
internal sealed record DayObject(DateOnly Day)
{
    private static readonly ConcurrentDictionary<DateOnly, DayObject> Days = new();

    public static DayObject Of(DateOnly day) => Days.GetOrAdd(day, d => new DayObject(d));
}
