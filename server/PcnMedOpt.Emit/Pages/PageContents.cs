using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Emit.Pages;

/// <summary>What the pages of a pack tell of.</summary>
/// <param name="Project">Cohorts, measures and code sets by name.</param>
/// <param name="Cohorts">The cohorts that the pack holds; those that they depend on come with them.</param>
/// <param name="Measures">The measures that the pack holds.</param>
/// <param name="TitleOf">The title of a name, or null.</param>
/// <param name="DescriptionOf">What a code set says of itself (Markdown), or null.</param>
/// <param name="ListOf">The codes of a file that a code set takes in, or null.</param>
/// <param name="EvidenceOf">The source that an id means in the file of a declaration (its name comes first), or null.</param>
/// <param name="Evidence">The sources that the protocols of the pack name.</param>
/// <param name="Changes">The change log, the newest first.</param>
/// <param name="Description">What the pack is for (Markdown).</param>
/// <param name="ForPractice">What a practice is told.</param>
/// <param name="Guides">Guidance of the pack.</param>
/// <param name="ProtocolGuides">Guidance of the protocols that its members stand in.</param>
public sealed record PageContents(
    ProjectModel Project,
    ImmutableArray<Cohort> Cohorts,
    ImmutableArray<Measure> Measures,
    Func<string, string?> TitleOf,
    Func<string, string?> DescriptionOf,
    Func<ListReference, CodeList?> ListOf,
    Func<string, string, Evidence?> EvidenceOf,
    ImmutableArray<Evidence> Evidence,
    ImmutableArray<ChangeEntry> Changes,
    string? Description,
    string? ForPractice,
    ImmutableArray<Guide> Guides,
    ImmutableArray<Guide> ProtocolGuides)
{
    private NeededByPack? known;

    /// <summary>The cohorts and measures among a pack's members, with the evidence and changes of the protocols that they stand in.</summary>
    public static PageContents Of(Compilation compilation, Pack pack)
    {
        var members = pack.Members.Select(m => m.Name).Distinct(StringComparer.Ordinal).ToList();
        var cohorts = PackCohorts.Of(compilation, pack);
        var contents = new PageContents(
            compilation.Project,
            cohorts,
            [.. members.Select(compilation.Model<Measure>).OfType<Measure>()],
            name => compilation.Names.Find(name)?.Facts.Title ?? compilation.Cohort(name)?.Title,
            name => compilation.Names.Find(name)?.Facts.Description,
            compilation.List,
            (name, id) => compilation.Names.Find(Declared(name))?.File.Protocol?.Evidence.FirstOrDefault(e => e.Id == id),
            [],
            [],
            pack.Description,
            pack.ForPractice,
            pack.Guides,
            []);
        var told = contents.AllCohorts.SelectMany(c => c.Criteria).SelectMany(c => c.Cites).Select(c => c.From).OfType<string>();
        var names = contents.AllCohorts.Select(c => c.Name).Concat(contents.Measures.Select(m => m.Name)).Prepend(pack.Name).Concat(told);
        var protocols = names.Select(n => compilation.Names.Find(Declared(n))?.File.Protocol).OfType<ProtocolHeader>().Distinct<ProtocolHeader>(ReferenceEqualityComparer.Instance).ToList();
        return contents with
        {
            Evidence = [.. protocols.SelectMany(p => p.Evidence).DistinctBy(e => e with { Id = "", IdSpan = default })],
            Changes = [.. protocols.SelectMany(p => p.Changes).Distinct().OrderByDescending(c => c.On ?? DateOnly.MinValue)],
            ProtocolGuides = [.. protocols.SelectMany(p => p.Guides).Distinct()],
        };
    }

    /// <summary>
    /// A declaration that is printed alone: the sources that it and the procedures it takes limits from cite, or where there are none those of its
    /// file, and the changes of its file.
    /// </summary>
    public static PageContents Of(Compilation compilation, PlacedDeclaration declaration, ImmutableArray<PlacedDeclaration> needed)
    {
        var protocol = declaration.File.Protocol;
        var cited = from each in needed.Where(d => d.Facts.Kind == DeclarationKind.Sop && d != declaration).Prepend(declaration)
                    from citation in each.Facts.Citations
                    let source = each.File.Protocol?.Evidence.FirstOrDefault(e => e.Id == citation.Evidence)
                    where source is not null
                    select source;
        ImmutableArray<Evidence> sources = [.. cited.DistinctBy(e => e with { Id = "", IdSpan = default })];
        return new PageContents(
            compilation.Project,
            [],
            [],
            name => compilation.Names.Find(name)?.Facts.Title,
            name => compilation.Names.Find(name)?.Facts.Description,
            compilation.List,
            (name, id) => compilation.Names.Find(name)?.File.Protocol?.Evidence.FirstOrDefault(e => e.Id == id),
            sources.IsEmpty ? protocol?.Evidence ?? [] : sources,
            [.. (protocol?.Changes ?? []).OrderByDescending(c => c.On ?? DateOnly.MinValue)],
            null,
            null,
            [],
            protocol?.Guides ?? []);
    }

    /// <summary>Worked out once for the cohorts and measures that it holds.</summary>
    private NeededByPack Needed => known?.IsOf(Cohorts, Measures) == true ? known : known = NeededByPack.Of(Project, Cohorts, Measures);

    /// <summary>The cohorts of the pack and those that they and the measures depend on, each after those that it depends on.</summary>
    public ImmutableArray<Cohort> AllCohorts => Needed.Cohorts;

    /// <summary>Every condition of the pack.</summary>
    public IEnumerable<Condition> Conditions =>
        AllCohorts.SelectMany(c => c.Criteria).Select(c => c.Condition).Concat(Measures.Select(m => m.Numerator).OfType<Condition>());

    /// <summary>The tests of all conditions: what is no group of others.</summary>
    public IEnumerable<Condition> Tests => Conditions.SelectMany(c => c.DescendantsAndSelf()).Where(c => c.Children().IsEmpty);

    /// <summary>The names of the code sets that the pack looks for, in the order of their first use.</summary>
    public ImmutableArray<string> CodeSets => Needed.CodeSets;

    /// <summary>Titles that tell the names of the pack apart: where two share one, each carries its name.</summary>
    public PlainEnglish English()
    {
        var names = CodeSets.Concat(AllCohorts.Select(c => c.Name)).Concat(Measures.Select(m => m.Name)).ToList();
        var titles = names.Distinct(StringComparer.Ordinal).GroupBy(n => TitleOf(n) ?? n, StringComparer.Ordinal);
        var shared = titles.Where(t => t.Count() > 1).Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        return new PlainEnglish(name => TitleOf(name) is { } title ? shared.Contains(title) ? $"{title} ({name})" : title : null);
    }

    /// <summary>The declaration that a cohort comes from: of a procedure's cohort the procedure.</summary>
    private static string Declared(string name) => name.Split('.')[0];
}
