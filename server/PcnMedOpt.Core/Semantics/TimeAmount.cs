using System.Globalization;

namespace PcnMedOpt.Core.Semantics;

public enum TimeUnit
{
    Minutes,
    Hours,
    Days,

    /// <summary>Monday to Friday, no English bank holiday.</summary>
    WorkingDays,
    Weeks,
    Months,
    Years,
}

/// <summary>A time that people keep: printed, and never computed in a condition (language §1).</summary>
/// <param name="Count">How many.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Parameter">The parameter that it was written as, when it was one.</param>
public sealed record TimeAmount(int Count, TimeUnit Unit, string? Parameter = null)
{
    /// <summary>Its length in minutes when a month has 30.4375 days and a working day is one of five in a week, to compare two times.</summary>
    public decimal ApproximateMinutes => Count * Unit switch
    {
        TimeUnit.Minutes => 1m,
        TimeUnit.Hours => 60m,
        TimeUnit.Days => 1440m,
        TimeUnit.WorkingDays => 2016m,
        TimeUnit.Weeks => 10080m,
        TimeUnit.Months => 43830m,
        _ => 525960m,
    };

    /// <summary>As the language writes it: <c>30 minutes</c>, <c>1 working day</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} {UnitWord}");

    private string UnitWord => (Unit switch
    {
        TimeUnit.Minutes => "minute",
        TimeUnit.Hours => "hour",
        TimeUnit.Days => "day",
        TimeUnit.WorkingDays => "working day",
        TimeUnit.Weeks => "week",
        TimeUnit.Months => "month",
        _ => "year",
    }) + (Count == 1 ? "" : "s");
}
