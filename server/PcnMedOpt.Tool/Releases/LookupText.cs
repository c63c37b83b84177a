using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Store;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Releases;

/// <summary>What a release says of a code, in words, a line for each thing.</summary>
internal static class LookupText
{
    public static void Write(ReleaseStore release, LookedUp found, Output output)
    {
        if (found.Said is { } said) output.Data.WriteLine(said);
        if (found.Concept is not { } concept) return;
        var id = concept.Id;
        void Line(string head, string text) => output.Data.WriteLine($"  {head.PadRight(12)} {text}");
        void Lines(string head, IEnumerable<string> texts)
        {
            foreach (var text in texts) Line(head, text);
        }
        output.Data.WriteLine($"{id.ToString(CultureInfo.InvariantCulture)} |{output.Bold(concept.Term)}|");
        Line("status", concept.IsActive ? "active" : output.Bad("retired"));
        if (concept.EffectiveTime is { } day) Line("since", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (concept.FullName is { } full) Line("full name", full);
        if (concept.SemanticTag is { } tag) Line("kind", tag);
        Lines("term", release.Descriptions(id).Where(d => !d.IsFullName).Select(d => $"{d.Term}  ({(d.Id == 0 ? "dm+d" : d.Id.ToString(CultureInfo.InvariantCulture))}{How(d)})"));
        Lines("above", release.Parents(id).Select(c => Named(release, c)));
        var children = release.Children(id).Length;
        if (children > 0) Line("below", string.Create(CultureInfo.InvariantCulture, $"{children:N0} directly, {release.Descendants(id).Length:N0} in all"));
        Lines("in", release.RefsetsWith(id).Select(r => $"{Named(release, r)}{(release.Refsets.FirstOrDefault(e => e.Id == r)?.Cluster is { } cluster ? $" ({cluster})" : "")}"));
        Lines("history", release.Successors(id).Select(a => $"{Kind(a, release)} {Named(release, a.Concept)}"));
        Lines("replaces", release.Predecessors(id).Select(a => $"{Named(release, a.Concept)}, which history says {Kind(a, release)} this"));
        if (release.Dmd(id) is not { } dmd) return;
        Line("dm+d", $"{dmd.Level.ToString().ToUpperInvariant()}{(dmd.IsInvalid ? ", invalid" : "")}{(dmd.Name == concept.Term ? "" : $", {dmd.Name}")}");
        Lines("level above", dmd.Above.Select(c => Named(release, c)));
        if (!dmd.Below.IsEmpty) Line("level below", string.Create(CultureInfo.InvariantCulture, $"{dmd.Below.Length:N0}, such as {Named(release, dmd.Below[0])}"));
        Lines("earlier id", dmd.Previous.Select(p => p.ToString(CultureInfo.InvariantCulture)));
    }

    public static void Write(ImmutableArray<SearchHit> hits, Output output)
    {
        foreach (var hit in hits)
            output.Data.WriteLine($"{hit.Concept.Id.ToString(CultureInfo.InvariantCulture),-18} |{hit.Concept.Term}|{(hit.Concept.SemanticTag is { } tag ? $" ({tag})" : "")}{(hit.Concept.IsActive ? "" : " retired")}{(hit.Matched == hit.Concept.Term ? "" : $"  by '{hit.Matched}'")}");
    }

    /// <summary>An identifier with its term, as the language writes it.</summary>
    private static string Named(ReleaseStore release, long id) =>
        $"{id.ToString(CultureInfo.InvariantCulture)}{(release.Find(id) is { } entry ? $" |{entry.Term}|{(entry.IsActive ? "" : " retired")}" : "")}";

    private static string How(DescriptionEntry description) =>
        $"{(description.Acceptability == Acceptability.Preferred ? ", preferred" : "")}{(description.IsActive ? "" : ", retired")}";

    private static string Kind(AssociationEntry association, ReleaseStore release) => association.Kind switch
    {
        AssociationKind.SameAs => "is the same as",
        AssociationKind.ReplacedBy => "is replaced by",
        AssociationKind.PossiblyEquivalentTo => "is possibly equivalent to",
        AssociationKind.WasA => "was a",
        AssociationKind.MovedTo => "was moved to",
        AssociationKind.Alternative => "has as an alternative",
        AssociationKind.PartiallyEquivalentTo => "is partially equivalent to",
        AssociationKind.PossiblyReplacedBy => "is possibly replaced by",
        _ => $"is tied by {Named(release, association.Refset)} to",
    };
}
