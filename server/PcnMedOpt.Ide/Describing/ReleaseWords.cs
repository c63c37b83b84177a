using System.Globalization;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Ide.Describing;

/// <summary>Who says what is said of codes, and whether they are known to be right, in plain English.</summary>
public static class ReleaseWords
{
    /// <summary>What stands where neither a lock nor a release tells.</summary>
    public const string NotVerified = "Not verified: no terminology release is loaded.";

    /// <summary>"the release SnomedCT_Monolith of 11 March 2026"</summary>
    public static string Of(ReleaseInfo release) => $"the release {release.Name}{(release.Date is { } date ? $" of {EnglishDates.Of(date)}" : "")}";

    /// <summary>"the release SnomedCT_Monolith (by the lock of 20 November 2026)"</summary>
    public static string Of(TerminologyLock pinned) => $"the release {pinned.Release} (by the lock of {EnglishDates.Of(pinned.Locked)})";

    /// <summary>The lock or the release that tells of a declaration's codes; null where neither does.</summary>
    public static string? Witness(Compilation compilation, PlacedDeclaration declaration)
    {
        if (compilation.Pinned(declaration) is not { } pinned) return null;
        var (held, release) = (compilation.Knowledge.Lock, compilation.Knowledge.Release);
        return held is not null && ReferenceEquals(held.Sets.GetValueOrDefault(pinned.Name), pinned) ? Of(held) : release is null ? null : Of(release.Release);
    }

    /// <summary>What is known of all codes of a declaration, in a sentence or two.</summary>
    public static string OfAll(Compilation compilation, PlacedDeclaration declaration)
    {
        if (compilation.Pinned(declaration) is not { } pinned || Witness(compilation, declaration) is not { } witness) return Unverified(compilation);
        string[] faults =
        [
            .. Counted(pinned, CodeStatus.Inactive, "is retired", "are retired"),
            .. Counted(pinned, CodeStatus.Unknown, "is not in it", "are not in it"),
            .. Counted(pinned, CodeStatus.NotHeld, "is of a namespace of which it holds nothing", "are of namespaces of which it holds nothing"),
        ];
        var lacks = pinned.Lacks.Length == 0 ? "" : $" {ProjectWords.Count(pinned.Lacks.Length, "entry is not expanded", "entries are not expanded")}: {string.Join("; ", pinned.Lacks.Select(l => l.Reason).Distinct())}.";
        return $"Compared with {witness}: {(faults.Length == 0 ? "all codes that are written or listed here are active" : string.Join(", ", faults))}.{lacks}";
    }

    /// <summary>Why nothing is known of the codes of a declaration.</summary>
    public static string Unverified(Compilation compilation) => compilation.Knowledge.Lock is null
        ? NotVerified
        : "Not verified: the lock does not hold this as it is written now, and no terminology release is loaded.";

    /// <summary>"SAME AS 195967001 |Asthma|"</summary>
    public static string Of(Successor successor) =>
        $"{(successor.How == CodeFacts.ByDmd ? "now in dm+d" : successor.How)} {CodeSetLines.Code(successor.Id, successor.Term.Length == 0 ? null : successor.Term)}";

    /// <summary>What of a code is shown beside its term: its level in dm+d, else its semantic tag; empty where it has neither.</summary>
    public static string Kind(DmdLevel? level, string? tag) => level is { } known ? Name(known) : tag ?? "";

    public static string Name(DmdLevel level) => level.ToString().ToUpperInvariant();

    private static IEnumerable<string> Counted(PinnedSet pinned, CodeStatus status, string one, string many)
    {
        var count = pinned.Codes.Count(c => c.Status == status);
        if (count > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
    }
}
