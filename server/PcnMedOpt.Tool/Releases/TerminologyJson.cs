using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Releases;

/// <summary>The answers of a terminology as JSON. Identifiers are texts: they have more digits than a number of JSON keeps.</summary>
internal static class TerminologyJson
{
    public static void Stores(ImmutableArray<StoreOnDisk> stores, StoreOnDisk? used, Output output) => Write(output, stores.Select(s => new
    {
        name = s.Release?.Name ?? s.FileName,
        file = s.Path,
        date = Day(s.Release?.Date),
        hash = s.Release?.Hash,
        used = s == used,
        fault = s.Fault,
        sources = s.Release?.Sources.Select(p => new { kind = p.Kind.ToString(), name = p.Name, date = Day(p.Date), rows = p.Rows, refused = p.BadRows }),
    }));

    public static void Concepts(ITerminology release, IEnumerable<LookedUp> found, Output output) => Write(output, found.Select(f => new
    {
        asked = f.Asked,
        said = f.Said,
        concept = f.Concept is { } concept ? Concept(release, concept) : null,
    }));

    public static void Hits(ImmutableArray<SearchHit> hits, Output output) => Write(output, hits.Select(h => new
    {
        id = Text(h.Concept.Id),
        term = h.Concept.Term,
        tag = h.Concept.SemanticTag,
        active = h.Concept.IsActive,
        matched = h.Matched,
    }));

    private static object Concept(ITerminology release, ConceptEntry concept) => new
    {
        id = Text(concept.Id),
        active = concept.IsActive,
        term = concept.Term,
        fullName = concept.FullName,
        tag = concept.SemanticTag,
        module = Text(concept.Module),
        since = Day(concept.EffectiveTime),
        terms = release.Descriptions(concept.Id).Select(d => new
        {
            id = Text(d.Id),
            term = d.Term,
            active = d.IsActive,
            fullName = d.IsFullName,
            acceptability = d.Acceptability.ToString().ToLowerInvariant(),
            language = d.Language,
        }),
        parents = Texts(release.Parents(concept.Id)),
        children = release.Children(concept.Id).Length,
        descendants = release.Descendants(concept.Id).Length,
        refsets = Texts(release.RefsetsWith(concept.Id)),
        successors = release.Successors(concept.Id).Select(Association),
        predecessors = release.Predecessors(concept.Id).Select(Association),
        dmd = release.Dmd(concept.Id) is { } dmd
            ? new { level = dmd.Level.ToString().ToUpperInvariant(), name = dmd.Name, invalid = dmd.IsInvalid, above = Texts(dmd.Above), below = Texts(dmd.Below), previous = Texts(dmd.Previous) }
            : null,
        emis = release.EmisCodes(concept.Id).Select(e => new { id = Text(e.Id), term = e.Term }),
    };

    private static object Association(AssociationEntry association) => new { kind = association.Kind.ToString(), refset = Text(association.Refset), concept = Text(association.Concept) };

    private static IEnumerable<string> Texts(ImmutableArray<long> ids) => ids.Select(Text);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Write(Output output, object value)
    {
        using var writer = new JsonTextWriter(output.Data) { Formatting = Formatting.Indented, CloseOutput = false };
        new JsonSerializer { Culture = CultureInfo.InvariantCulture }.Serialize(writer, value);
        writer.Flush();
        output.Data.WriteLine();
    }
}
