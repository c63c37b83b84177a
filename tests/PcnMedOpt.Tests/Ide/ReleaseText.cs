using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Ide;

/// <summary>A small release, and projects that are told by it.</summary>
internal static class ReleaseText
{
    public static readonly WrittenRelease Release = new("""
        50043002 |Disorder of respiratory system (disorder)|
        195967001 |Asthma (disorder)|; synonym Bronchial asthma; synonym Asthmatic; below 50043002; in 999012891000230104
        304527002 |Acute asthma (disorder)|; below 195967001; in 999012891000230104
        370218001 |Mild asthma (disorder)|; below 195967001
        31387002 |Exercise-induced asthma (disorder)|; below 195967001
        55570000 |Asthma without status asthmaticus (disorder)|; inactive; same as 195967001
        999012891000230104 |Asthma diagnosis codes (foundation metadata concept)|; cluster AST_COD
        7947003 |Aspirin (product)|; level vtm
        319775004 |Aspirin 75mg tablets (product)|; level vmp; under 7947003; previous 322236009
        329652003 |Ibuprofen 200mg tablets (product)|; level vmp
        ecl << 31387002: 31387002
        """);

    public const string Project = """

        --- codes.medopt
        codes asthma "Asthma" snomed { << 195967001 |Asthma| except 304527002 |Acute asthma| }
        codes acute "Acute" snomed { 304527002 |Asthma attack| }
        codes old "Old" snomed { 55570000 |Asthma without status asthmaticus| 109006 |Anxiety disorder of childhood| }
        codes clusters "Clusters" snomed { ^ 999012891000230104 |Asthma diagnosis codes| }
        codes exercise "Exercise" snomed ecl "<< 31387002"
        codes aspirin "Aspirin" dmd { vtm 7947003 |Aspirin| }
        """;

    /// <summary>A text with a cursor beside <see cref="Project"/>, told by the release or by nothing.</summary>
    public static IdeText Of(string text, CodeKnowledge? knowledge = null)
    {
        var read = IdeText.Of(text + Project);
        return read with { Compilation = read.Compilation.WithKnowledge(knowledge ?? new CodeKnowledge(Release, null, false)) };
    }

    /// <summary>What a lock of <see cref="Project"/> holds that was written with the release.</summary>
    public static CodeKnowledge Lock
    {
        get
        {
            var compilation = Of("").Compilation;
            var sets = compilation.Names.Declarations.Select(compilation.PinnedByRelease).OfType<PinnedSet>();
            return new CodeKnowledge(
                null, new TerminologyLock("Example release", Release.Release.Hash, Release.Release.Date, new DateOnly(2026, 11, 2), ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, sets.Select(s => KeyValuePair.Create(s.Name, s)))), false);
        }
    }
}
