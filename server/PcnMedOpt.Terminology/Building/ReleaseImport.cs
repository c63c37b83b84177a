using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Rf2;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Building;

/// <summary>How far an import has come.</summary>
/// <param name="What">What is done at the moment.</param>
/// <param name="Part">How much of it, from 0 to 1; null where that is not known.</param>
public readonly record struct ImportProgress(string What, double? Part);

/// <summary>What an import took, and what it could not.</summary>
/// <param name="Release">What the store says of itself.</param>
/// <param name="Concepts">How many concepts have a row or an entry of dm+d.</param>
/// <param name="Files">The files of RF2 with rows at fault, and how many of each fault.</param>
/// <param name="BadRows">The first rows of each file and fault.</param>
/// <param name="Notes">What else a person has to know, in sentences.</param>
public sealed record ImportReport(
    ReleaseInfo Release, int Concepts, IReadOnlyList<FileFaults> Files, IReadOnlyList<BadRow> BadRows, IReadOnlyList<string> Notes);

/// <summary>How many rows of a file have a fault.</summary>
/// <param name="File">Its path inside the folder or zip.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Count">How many rows.</param>
public sealed record FileFaults(string File, RowFault Fault, long Count);

/// <summary>Makes a store of what was downloaded.</summary>
public static class ReleaseImport
{
    private const int CirclesNamed = 10;

    /// <summary>Reads RF2, adds the other parts, and writes the store; a store of this path is replaced when all went well.</summary>
    /// <param name="path">The store.</param>
    /// <param name="name">What a person calls the release; null for the name of the topmost package.</param>
    /// <param name="rf2">Folders or zips with RF2 packages; none is fine.</param>
    /// <param name="parts">What else goes into it.</param>
    /// <param name="tell">Told how far it has come.</param>
    /// <param name="cancellation">Ends the import; the old store stays.</param>
    /// <exception cref="IOException">Something cannot be read, or written.</exception>
    public static ImportReport Run(
        string path, string? name, IReadOnlyList<ReleaseFiles> rf2, IReadOnlyList<IReleasePart> parts, Action<ImportProgress> tell, CancellationToken cancellation)
    {
        void Step(string what)
        {
            cancellation.ThrowIfCancellationRequested();
            tell(new ImportProgress(what, null));
            Memory.Release();
        }
        Memory.Release();
        var content = Rf2Reading.Read(rf2, (done, of) =>
        {
            cancellation.ThrowIfCancellationRequested();
            tell(new ImportProgress("reading", Math.Min((double)done / of, 1)));
        });
        if (content.Files.Count == 0 && parts.Count == 0) throw new Rf2Exception($"{string.Join(", ", rf2.Select(r => r.Name))}: there is no release of SNOMED CT in it.");
        Step("concepts");
        var (modules, modulePlaces) = content.Pools.Modules.Sort();
        var (statuses, statusPlaces) = content.Pools.Statuses.Sort();
        var (values, valuePlaces) = content.Pools.Values.Sort();
        var (targets, targetPlaces) = content.Pools.MapTargets.Sort();
        var members = Latest.Of(content.Rows.Members, content.Ranks);
        var concepts = new ConceptColumns(Latest.Of(content.Rows.Concepts, content.Ranks), Named(members), parts, modulePlaces, statusPlaces);
        Step("hierarchy and words");
        var hierarchy = Task.Run(() => (Relationships: Relationships.Of(content, concepts, valuePlaces), Refsets: new Refsets(members, parts, concepts, modulePlaces, targetPlaces)), cancellation);
        var terms = new Terms(content, concepts);
        Memory.Release();
        var search = SearchIndex.Of(terms);
        var (relationships, refsets) = hierarchy.GetAwaiter().GetResult();
        Step("writing");
        IReadOnlyList<ReleaseSource> sources = [.. content.Sources, .. parts.Select(p => p.Source)];
        var title = name ?? (sources.Count > 0 ? sources.LastOrDefault(s => s.Kind == SourceKind.Rf2, sources[0]).Name : "");
        using var writer = new StoreWriter(path);
        writer.AddTexts(StoreNames.Release, ReleaseText.Write(title, concepts.Namespaces(), sources));
        writer.Add<long>(StoreNames.Modules, modules);
        writer.Add<long>(StoreNames.Statuses, statuses);
        concepts.Write(writer);
        relationships.Write(writer);
        writer.AddTexts(StoreNames.ConcreteValues, values);
        refsets.Write(writer);
        writer.AddTexts(StoreNames.MapTargets, targets);
        terms.Write(writer, modulePlaces);
        search.Write(writer);
        foreach (var part in parts) part.Write(writer, concepts.Numbers);
        cancellation.ThrowIfCancellationRequested();
        var hash = writer.Finish();
        var release = new ReleaseInfo(title, hash, sources.Max(s => s.Date), [.. sources], [.. concepts.Namespaces()]);
        return new ImportReport(
            release, concepts.Flags.Count(f => (f & (byte)ConceptFlags.Held) != 0),
            [.. content.Files.SelectMany(f => f.Faults.Counts.Select(c => new FileFaults(f.Path, c.Fault, c.Count)))],
            [.. content.Files.SelectMany(f => f.Faults.Rows)],
            [.. content.Notes, .. Notes(content, concepts, relationships, terms)]);
    }

    /// <summary>Concepts that members name, whether they have a row or not.</summary>
    private static IEnumerable<long> Named(RowList<MemberRow> members)
    {
        for (var i = 0; i < members.Count; i++)
        {
            yield return members[i].Concept;
            if (members[i].Target > 0) yield return members[i].Target;
        }
    }

    private static IEnumerable<string> Notes(Rf2Content content, ConceptColumns concepts, Relationships relationships, Terms terms)
    {
        foreach (var file in content.Files.Where(f => f.IsHeadless)) yield return $"{file.Path} has no header; its columns were taken in the order of the specification.";
        var circle = relationships.Hierarchy.Circle;
        if (circle.Count > 0)
            yield return $"{circle.Count} concepts are above themselves, or between such: {string.Join(", ", circle.Take(CirclesNamed).Select(concepts.Numbers.IdOf))}{(circle.Count > CirclesNamed ? ", and more" : "")}.";
        if (terms.LanguagesOfNothing > 0) yield return $"Rows of language reference sets that speak of descriptions not among what was brought in, and so say nothing: {terms.LanguagesOfNothing}.";
        var named = concepts.Flags.Count(f => (f & (byte)ConceptFlags.Held) == 0);
        if (named > 0) yield return $"{named} concepts are named by reference sets or by history and have no row of their own: of them nothing is known.";
    }
}
