namespace PcnMedOpt.Data.Columns;

/// <summary>A day as a number of 16 bits, counted from 1 January 1900: to 5 June 2079. A record of another day is none that a GP system holds.</summary>
internal static class Day
{
    /// <summary>Stands where there is no day: later than every day that there is.</summary>
    public const ushort None = ushort.MaxValue;

    private const int Epoch = 693_595;

    /// <summary>The number of a day; null outside what can be held.</summary>
    public static ushort? Of(DateOnly day) => day.DayNumber - Epoch is >= 0 and < None and var number ? (ushort)number : null;

    public static DateOnly Date(int day) => DateOnly.FromDayNumber(day + Epoch);

    /// <summary>The number of a day for comparing, which may lie before the first or after the last that can be held.</summary>
    public static int Number(DateOnly day) => day.DayNumber - Epoch;
}
