using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Packs;

namespace PcnMedOpt.Emit.Pages;

/// <summary>The cohorts that a pack holds: its members, and of a member that is a procedure all the cohorts that it declares.</summary>
internal static class PackCohorts
{
    public static ImmutableArray<Cohort> Of(Compilation compilation, Pack pack) =>
    [
        .. pack.Members.SelectMany(member => Of(compilation, member)).Select(compilation.Cohort).OfType<Cohort>().DistinctBy(c => c.Name),
    ];

    private static IEnumerable<string> Of(Compilation compilation, PackMember member) =>
        member.Part is { } part ? [$"{member.Name}.{part}"]
        : compilation.CohortsOf(member.Name) is { } derived ? derived.Main.Select(p => $"{member.Name}.{p}")
        : [member.Name];
}
