using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Core.Semantics.Pinning;

/// <summary>
/// What a project can know of its codes. The lock goes before the release, so that every machine checks and builds the same; the release tells
/// of what the lock does not hold, or what was edited since.
/// </summary>
/// <param name="Release">The release at hand; null where there is none.</param>
/// <param name="Lock">The project's lock; null where there is none.</param>
/// <param name="IsLockRequired">What the lock does not hold is an error: nobody is there to look at it.</param>
public sealed record CodeKnowledge(ITerminology? Release, TerminologyLock? Lock, bool IsLockRequired)
{
    public static readonly CodeKnowledge None = new(null, null, false);

    public bool IsNone => Release is null && Lock is null;
}
