using System.Collections.Immutable;

namespace PcnMedOpt.Core.Counting;

/// <summary>Why a count may be wrong though nothing is wrong in the data.</summary>
/// <param name="Incomplete">The code sets it depends on that are not wholly known: the count may be too low, or for an exclusion too high.</param>
/// <param name="HasMedicinesByCode">It depends on a number of different medicines, and each dm+d identifier is counted as a medicine of its own: of which substance a product is, nothing tells here.</param>
public sealed record Caveats(ImmutableArray<string> Incomplete, bool HasMedicinesByCode)
{
    public static readonly Caveats None = new([], false);

    public bool IsNone => Incomplete.IsEmpty && !HasMedicinesByCode;
}
