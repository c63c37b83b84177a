using System.Collections.Immutable;

namespace PcnMedOpt.Core.Semantics.Pinning;

/// <summary>What differs between what two releases say of the codes of one declaration.</summary>
/// <param name="Enter">Codes that an entry stands for now, and did not.</param>
/// <param name="Leave">Codes that an entry stood for, and does no more.</param>
/// <param name="Retired">Codes that are written or listed, were active, and are retired or unknown now.</param>
public sealed record PinnedChange(ImmutableArray<PinnedCode> Enter, ImmutableArray<PinnedCode> Leave, ImmutableArray<PinnedCode> Retired)
{
    public bool IsNone => Enter.IsEmpty && Leave.IsEmpty && Retired.IsEmpty;

    public static PinnedChange Of(PinnedSet then, PinnedSet now) => new(
        [.. Expanded(now).ExceptBy(Expanded(then).Select(c => c.Id), c => c.Id)],
        [.. Expanded(then).ExceptBy(Expanded(now).Select(c => c.Id), c => c.Id)],
        [.. now.Codes.Where(c => c.Status is CodeStatus.Inactive or CodeStatus.Unknown && IsNamed(c) && then.Find(c.Id) is null or { Status: CodeStatus.Active })]);

    /// <summary>The codes that are there because an entry was expanded.</summary>
    private static IEnumerable<PinnedCode> Expanded(PinnedSet set) => set.Codes.Where(c => c.Why.Any(PinnedWhy.IsExpansion));

    private static bool IsNamed(PinnedCode code) => code.Why.Any(w => !PinnedWhy.IsExpansion(w));
}
