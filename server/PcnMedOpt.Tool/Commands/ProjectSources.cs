using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Commands;

/// <summary>Where the commands are told about codes: the release that is at hand on this machine. Where nobody looks (CI), the lock must hold what is needed.</summary>
internal static class ProjectSources
{
    public static CodeSources Here() => CodeSources.None with { IsLockRequired = Environment.GetEnvironmentVariable("CI") == "true" };
}
