using System.Collections.Frozen;

namespace PcnMedOpt.Core.Semantics.Codes;

/// <summary>A code that asks for a test, and the one that its result is recorded with, where a source names it.</summary>
public sealed record OrderCode(string Term, long? Result, string? ResultTerm);

/// <summary>
/// NHS pathology requests are procedures, and results observable entities or findings, so that a set of requests never finds a result.
/// Requests with their terms: FHIR $lookup against the UK Edition of 2023-04-12, as public code reports it; results: the lists pincer/fbc/v1.8,
/// pincer/electro/v1.8 and the OpenSAFELY study of direct oral anticoagulants.
/// </summary>
public static class OrderCodes
{
    public static readonly FrozenDictionary<long, OrderCode> All = new Dictionary<long, OrderCode>
    {
        [440685005] = new("Calculation of international normalized ratio", 165581004, "International normalised ratio"),
        [26604007] = new("Complete blood count", 1022441000000101, "Full blood count"),
        [252167001] = new("Measurement of urea and electrolytes", 1000971000000107, "Urea and electrolytes level"),
        [35650009] = new("Thyroid panel", null, null),
        [43396009] = new("Hemoglobin A1c measurement", null, null),
    }.ToFrozenDictionary();
}
