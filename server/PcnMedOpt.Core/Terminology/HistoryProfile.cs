using System.Collections.Frozen;

namespace PcnMedOpt.Core.Terminology;

/// <summary>
/// Which historical associations bring retired concepts into a search (SNOMED International, Expression Constraint Language, "History
/// Supplements": HISTORY-MIN, HISTORY-MOD, HISTORY-MAX). The more, the more patients are found, and the more of them wrongly.
/// </summary>
public static class HistoryProfile
{
    private static readonly FrozenSet<AssociationKind> Minimum = FrozenSet.ToFrozenSet([AssociationKind.SameAs]);

    private static readonly FrozenSet<AssociationKind> Moderate =
        FrozenSet.ToFrozenSet([AssociationKind.SameAs, AssociationKind.ReplacedBy, AssociationKind.WasA, AssociationKind.PartiallyEquivalentTo]);

    private static readonly FrozenSet<AssociationKind> Maximum = FrozenSet.ToFrozenSet(Enum.GetValues<AssociationKind>());

    /// <summary>The associations of <c>minimum</c>, <c>moderate</c> and <c>maximum</c>; null for <c>none</c> and for any other word.</summary>
    public static FrozenSet<AssociationKind>? Of(string? extent) => extent switch
    {
        "minimum" => Minimum,
        "moderate" => Moderate,
        "maximum" => Maximum,
        _ => null,
    };

    /// <summary>As SNOMED CT writes it, such as <c>SAME AS</c>.</summary>
    public static string Name(AssociationKind kind) => kind switch
    {
        AssociationKind.SameAs => "SAME AS",
        AssociationKind.ReplacedBy => "REPLACED BY",
        AssociationKind.PossiblyEquivalentTo => "POSSIBLY EQUIVALENT TO",
        AssociationKind.WasA => "WAS A",
        AssociationKind.MovedTo => "MOVED TO",
        AssociationKind.Alternative => "ALTERNATIVE",
        AssociationKind.PartiallyEquivalentTo => "PARTIALLY EQUIVALENT TO",
        AssociationKind.PossiblyReplacedBy => "POSSIBLY REPLACED BY",
        _ => "another association",
    };
}
