namespace PcnMedOpt.Core.Ecl;

/// <summary>What is wrong with an ECL expression, and at which offset of its text.</summary>
public sealed record EclFault(int Offset, string Message);

/// <summary>An ECL expression that was read: what it says, or what is wrong with it; one of the two.</summary>
public sealed record EclReading(EclExpression? Expression, EclFault? Fault);
