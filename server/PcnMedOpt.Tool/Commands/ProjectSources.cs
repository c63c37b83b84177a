using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Releases;

namespace PcnMedOpt.Tool.Commands;

/// <summary>Where the commands are told about codes: the release that is at hand on this machine. Where nobody looks (CI), the lock must hold what is needed.</summary>
internal static class ProjectSources
{
    public static readonly TerminologyStores Stores = TerminologyStores.Of(null);

    public static CodeSources Here() => new(Stores.Open, Environment.GetEnvironmentVariable("CI") == "true");
}
