using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Pages;

/// <summary>A code: its identifier as text, and its term.</summary>
public sealed record CodeView(string Id, string Term);

/// <summary>An EMIS code that stands for a code: how EMIS shows it, for what it stands, and what says so.</summary>
public sealed record EmisCodeView(string Id, string Term, string For, string Source);

/// <summary>Codes that come from one place and are meant in one way.</summary>
public sealed record CodeGroupView(string What, string Source, string Descendants, string Count, ImmutableArray<CodeView> Codes);

/// <summary>A reference set that a code set takes in, with what the NHS calls it, and SystmOne probably.</summary>
public sealed record RefsetView(string Id, string? Cluster, string? InSystmone);

/// <summary>A code set for the cluster table and the code appendix.</summary>
/// <param name="Id">Where it stands on the page.</param>
/// <param name="Title">Its title.</param>
/// <param name="Name">Its name in the protocol.</param>
/// <param name="Description">What it is, and where it is from.</param>
/// <param name="Cluster">The published cluster that it is; null for another set.</param>
/// <param name="System">SNOMED CT or dm+d.</param>
/// <param name="Refsets">The reference sets that it takes in.</param>
/// <param name="HasList">It has codes beside them.</param>
/// <param name="Size">How many codes, in words.</param>
/// <param name="HowIn">How it goes into the clinical system.</param>
/// <param name="IsShort">Short enough to stand open on a screen.</param>
/// <param name="Groups">Its codes.</param>
/// <param name="Notes">What a reader must know of it.</param>
public sealed record CodeSetView(
    string Id,
    string Title,
    string Name,
    GuidanceHtml? Description,
    string? Cluster,
    string System,
    ImmutableArray<RefsetView> Refsets,
    bool HasList,
    string Size,
    string HowIn,
    bool IsShort,
    ImmutableArray<CodeGroupView> Groups,
    ImmutableArray<string> Notes)
{
    private const int MostOpen = 30;

    /// <summary>The EMIS codes of its codes, with what says so; of a set that needs no word of it none.</summary>
    public ImmutableArray<EmisCodeView> Emis { get; init; } = [];

    public ImmutableArray<string> NameParts => Breaks.Of(Name);

    public ImmutableArray<string> ShownParts => Breaks.Of(Cluster ?? Name);

    public static ImmutableArray<CodeSetView> Of(PageContents contents, Func<ResolvedCodeSet, string> howIn) => Of(contents.CodeSets, contents, howIn);

    public static ImmutableArray<CodeSetView> Of(IEnumerable<string> sets, PageContents contents, Func<ResolvedCodeSet, string> howIn)
    {
        var clusters = new ClusterNames(contents.Project);
        return [.. sets.Where(s => contents.Project.CodeSet(s) is not null).Order(StringComparer.Ordinal).Select(s => Of(s, contents, clusters, howIn))];
    }

    private static CodeSetView Of(string name, PageContents contents, ClusterNames clusters, Func<ResolvedCodeSet, string> howIn)
    {
        var whole = contents.Project.CodeSet(name) ?? throw new ArgumentException($"There is no code set '{name}'.", nameof(name));
        var set = whole.InSystems;
        var groups = CodeGroups.Of(name, set, contents);
        return new CodeSetView(
            PageIds.OfCodes(name),
            contents.TitleOf(name) ?? name,
            name,
            contents.DescriptionOf(name) is { } description ? GuidanceText.Html(description) : null,
            clusters.ClusterOf(name),
            set.System == CodeSystem.Dmd ? "dm+d" : "SNOMED CT",
            [.. set.Opaque.Where(o => o.Kind == OpaqueKind.Refset).Select(o => new RefsetView(o.Text, o.Cluster, o.Cluster is null ? null : ClusterNames.InSystmone(o.Cluster)))],
            set.Codes.Length > 0 || set.Opaque.Any(o => o.Kind != OpaqueKind.Refset),
            Sized(set),
            howIn(set),
            groups.Sum(g => g.Codes.Length) <= MostOpen,
            groups,
            [.. NotesOf(set, contents.Project.Definition(name)), .. WorkedOut(whole)]);
    }

    /// <summary>With the first codes of each list alone, where it has more, and how many there are: for a page beside the text, which is made at every change of it.</summary>
    public CodeSetView Shortened(int most)
    {
        var all = Groups.Sum(g => g.Codes.Length);
        if (Groups.All(g => g.Codes.Length <= most)) return this;
        var note = string.Create(CultureInfo.InvariantCulture, $"This preview shows the first {most:N0} codes of each list; the set has {all:N0}, and what is built holds every one.");
        return this with { Groups = [.. Groups.Select(g => g with { Codes = [.. g.Codes.Take(most)] })], Notes = [note, .. Notes] };
    }

    private static string Sized(ResolvedCodeSet set)
    {
        var parts = new List<string>();
        var below = set.Opaque.Count(o => o.Kind is OpaqueKind.Descendants or OpaqueKind.Below);
        if (set.Codes.Length > 0)
        {
            var some = string.Create(CultureInfo.InvariantCulture, $", {below:N0} with descendants");
            parts.Add(Counted(set.Codes.Length, "code") + (below == 0 ? "" : below == set.Codes.Length ? " with descendants" : some));
        }
        else if (below > 0) parts.Add($"descendants of {Counted(below, "concept")}");
        var refsets = set.Opaque.Count(o => o.Kind == OpaqueKind.Refset);
        if (refsets > 0) parts.Add($"the members of {Counted(refsets, "reference set")}");
        var ecl = set.Opaque.Count(o => o.Kind == OpaqueKind.Ecl);
        if (ecl > 0) parts.Add(Counted(ecl, "ECL expression"));
        return set.Awaiting is not null && parts.Count == 0 ? "no codes yet" : parts.Count == 0 ? "no codes" : string.Join(" and ", parts);
    }

    internal static string Counted(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    private static IEnumerable<string> NotesOf(ResolvedCodeSet set, CodeSetDefinition? definition)
    {
        if (set.Awaiting is { } awaiting) yield return $"UNFINISHED: {awaiting}";
        if (set.IsUncertain) yield return "Its parts are combined in a way that only a terminology release can settle.";
        if (definition?.Unit is { } unit) yield return Units(unit);
        if (definition?.History is { } history && history != "none") yield return $"With inactive codes of the past: history {history}.";
        if (set.Opaque.Length > 0) yield return "Members and descendants are those of the release that the clinical system holds; they are not listed here.";
    }

    private static IEnumerable<string> WorkedOut(ResolvedCodeSet set)
    {
        if (set.Written is null) yield break;
        if (set.IsWrittenOut)
        {
            yield return "No clinical system is known to hold it as the protocol has it. Its codes are therefore listed one by one, as the terminology release has them that the project was checked with: a code that comes later is found when the pack is made anew.";
            foreach (var ecl in set.Written.Opaque.Where(o => o.Kind == OpaqueKind.Ecl)) yield return $"The protocol has it as this ECL expression: {ecl.Text}";
            yield break;
        }
        yield return string.Create(CultureInfo.InvariantCulture, $"In the terminology release that the project was checked with it stands for {Counted(set.Codes.Length, "code")}{(set.NeedsRelease ? ", as far as that release can tell" : "")}.");
    }

    private static string Units(UnitClause unit)
    {
        var read = unit.Unit is null || unit.IsNone ? "Results have no unit" : $"Results are in {Core.Units.UnitText.Of(unit.Unit)}";
        return (unit.Low, unit.High) is ({ } low, { } high) ? $"{read}; plausible from {Core.Semantics.Numbers.Shown(low)} to {Core.Semantics.Numbers.Shown(high)}." : read + ".";
    }
}
