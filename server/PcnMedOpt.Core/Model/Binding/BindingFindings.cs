using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Core.Model.Binding;

/// <summary>What can be wrong with a value where it stands.</summary>
public static class BindingFindings
{
    public static readonly DiagnosticKind NotWhole = new("MO3001", "not-a-whole-number", Severity.Error, "A whole number is needed");

    public static readonly DiagnosticKind TooLarge = new("MO3002", "number-too-large", Severity.Error, "A number or duration is too large");

    public static readonly DiagnosticKind ParameterKind = new("MO3003", "parameter-kind", Severity.Error, "A parameter of another kind stands here");

    public static readonly DiagnosticKind UnitDimension = new("MO4001", "unit-dimension", Severity.Error, "A unit measures something else");

    public static readonly DiagnosticKind UnitMissing = new("MO4002", "unit-missing", Severity.Error, "A value has no unit where its set has one");

    public static readonly DiagnosticKind RangeReversed = new("MO4003", "range-reversed", Severity.Error, "A range ends before it begins");
}
