using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Emis;

/// <summary>EMIS's words for units of time.</summary>
internal static class EmisUnits
{
    public static string Word(DurationUnit unit) => unit switch { DurationUnit.Days => "DAY", DurationUnit.Weeks => "WEEK", DurationUnit.Months => "MONTH", _ => "YEAR" };

    /// <summary>Null for a unit that the language has not: hours, quarters, financial years.</summary>
    public static DurationUnit? Of(string? word) => word switch
    {
        "DAY" => DurationUnit.Days,
        "WEEK" => DurationUnit.Weeks,
        "MONTH" => DurationUnit.Months,
        "YEAR" => DurationUnit.Years,
        _ => null,
    };
}
