using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Tool.Project;

/// <summary>Where a project is told about its codes, beside its own lock.</summary>
/// <param name="Release">The release that is used, by the name that the project's settings give, or the one at hand; null where there is none.</param>
/// <param name="IsLockRequired">What the lock does not hold is an error.</param>
public sealed record CodeSources(Func<string?, ITerminology?> Release, bool IsLockRequired)
{
    public static readonly CodeSources None = new(_ => null, false);
}
