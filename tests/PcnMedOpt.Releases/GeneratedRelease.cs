using System.Collections.Immutable;

namespace PcnMedOpt.Releases;

/// <summary>
/// A release that is made up, the same for the same shape: an international core, a UK clinical and a UK drug extension, and the dm+d that goes
/// with it. Concepts are numbered from 0, in an order in which each stands after those above it; a number is not an identifier.
/// </summary>
public sealed class GeneratedRelease
{
    internal GeneratedRelease(ReleaseShape shape, ConceptTable concepts)
    {
        Shape = shape;
        Table = concepts;
        Descriptions = DescriptionPlan.Of(shape, concepts);
        Relationships = RelationshipPlan.Of(shape, concepts);
        Refsets = RefsetPlan.Of(shape, concepts);
        Histories = HistoryPlan.Of(shape, concepts);
    }

    public ReleaseShape Shape { get; }

    /// <summary>How many concepts there are.</summary>
    public int Count => Table.Ids.Length;

    /// <summary>The concept above a subtree of known size, all of it active.</summary>
    public long Subtree => Table.Ids[Table.Subtree];

    /// <summary>How many concepts the subtree has, its top left out.</summary>
    public int SubtreeSize => Table.SubtreeSize;

    public DescriptionPlan Descriptions { get; }

    public RelationshipPlan Relationships { get; }

    public ImmutableArray<GeneratedRefset> Refsets { get; }

    public ImmutableArray<GeneratedHistory> Histories { get; }

    internal ConceptTable Table { get; }

    public static GeneratedRelease Of(ReleaseShape shape) => new(shape, ConceptBuilder.Build(shape));

    public long Id(int concept) => Table.Ids[concept];

    public ConceptKind Kind(int concept) => Table.Kinds[concept];

    public ReleaseLayer Layer(int concept) => Table.Layers[concept];

    /// <summary>Whether it is active when all layers are taken together.</summary>
    public bool IsActive(int concept) => Table.Active[concept];

    /// <summary>The preferred term.</summary>
    public string Term(int concept) => Table.Terms[concept];

    /// <summary>What stands in brackets at the end of the fully specified name.</summary>
    public string Tag(int concept) => Table.Tags[concept];

    /// <summary>The numbers of the concepts directly above: those of a retired concept are what it once had.</summary>
    public ImmutableArray<int> Above(int concept) => [.. Table.Above[concept]];

    /// <summary>The level of dm+d: vtm, vmp, amp, vmpp or ampp; null for what is no entry.</summary>
    public string? LevelOf(int concept) => Table.Kinds[concept] is >= ConceptKind.Vtm and <= ConceptKind.Ampp and var kind ? kind.ToString().ToLowerInvariant() : null;

    public bool IsInvalid(int concept) => Table.DmdInvalid[concept];

    /// <summary>The numbers of the entries of dm+d directly above.</summary>
    public IEnumerable<int> DmdAbove(int concept) => new[] { Table.DmdAbove[concept], Table.DmdOther[concept] }.Where(c => c >= 0);

    /// <summary>The numbers of the entries of dm+d directly below; looks at all of them.</summary>
    public IEnumerable<int> DmdBelow(int concept) => Enumerable.Range(0, Count).Where(c => Table.DmdAbove[c] == concept || Table.DmdOther[c] == concept);

    /// <summary>The number of the retired concept whose identifier an entry once had.</summary>
    public IEnumerable<int> DmdPrevious(int concept) => Table.DmdPrevious[concept] is >= 0 and var previous ? [previous] : [];

    /// <summary>The numbers of the concepts of a kind.</summary>
    public IEnumerable<int> Of(ConceptKind kind) => Enumerable.Range(0, Count).Where(c => Table.Kinds[c] == kind);
}
