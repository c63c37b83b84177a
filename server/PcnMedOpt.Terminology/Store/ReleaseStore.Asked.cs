using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Dmd;
using PcnMedOpt.Terminology.Ecl;
using PcnMedOpt.Terminology.EmisMap;
using PcnMedOpt.Terminology.Pcd;
using PcnMedOpt.Terminology.Rf2;
using PcnMedOpt.Terminology.Search;

namespace PcnMedOpt.Terminology.Store;

/// <summary>The questions that everybody may ask, by identifier.</summary>
public sealed partial class ReleaseStore
{
    private readonly Lazy<ImmutableArray<RefsetEntry>> refsets;
    private readonly TermSearch search;
    private readonly DmdSections dmd;
    private readonly ClusterSections clusters;
    private readonly EmisMapSections emis;

    public ImmutableArray<RefsetEntry> Refsets => refsets.Value;

    public ConceptEntry? Find(long concept) => OrdinalOf(concept) is >= 0 and var ordinal && IsHeld(ordinal) ? EntryOf(ordinal) : null;

    public string? TermOf(long concept) => OrdinalOf(concept) is >= 0 and var ordinal && IsHeld(ordinal) ? ShownTerm(ordinal) : null;

    /// <summary>The concept with this ordinal.</summary>
    public ConceptEntry EntryOf(int ordinal) =>
        new(IdOf(ordinal), IsActive(ordinal), ShownTerm(ordinal), FullName(ordinal) is >= 0 and var full ? Term(full) : null, Module(ordinal), DayOf(EffectiveTime(ordinal)));

    private string ShownTerm(int ordinal) => PreferredTerm(ordinal) is >= 0 and var term ? Term(term) : IdOf(ordinal).ToString(CultureInfo.InvariantCulture);

    public ImmutableArray<DescriptionEntry> Descriptions(long concept)
    {
        var ordinal = OrdinalOf(concept);
        if (ordinal < 0) return [];
        var entries = ImmutableArray.CreateBuilder<DescriptionEntry>();
        foreach (var description in DescriptionsOf(ordinal))
            if (DescriptionType(description) is not Rf2Ids.Definition and var type)
                entries.Add(new DescriptionEntry(
                    DescriptionId(description), Term(description), IsDescriptionActive(description), type == Rf2Ids.FullySpecifiedName, ShownAs(description), Language(description)));
        return entries.DrainToImmutable();
    }

    public long? ConceptOfDescription(long description) => DescriptionOf(description) is >= 0 and var found ? IdOf(ConceptOf(found)) : null;

    public ImmutableArray<long> Parents(long concept) => OrdinalOf(concept) is >= 0 and var ordinal ? IdsOf(Parents(ordinal)) : [];

    public ImmutableArray<long> Children(long concept) => OrdinalOf(concept) is >= 0 and var ordinal ? IdsOf(Children(ordinal)) : [];

    public ImmutableArray<long> Ancestors(long concept) => OrdinalOf(concept) is >= 0 and var ordinal ? IdsOf(Ancestors(ordinal)) : [];

    public ImmutableArray<long> Descendants(long concept)
    {
        var ordinal = OrdinalOf(concept);
        if (ordinal < 0) return [];
        var below = EmptySet();
        AddDescendants(ordinal, below);
        return IdsOf(below);
    }

    public bool IsA(long concept, long ancestor) => OrdinalOf(concept) is >= 0 and var ordinal && OrdinalOf(ancestor) is >= 0 and var above && IsA(ordinal, above);

    public ImmutableArray<long>? Members(long refset) => RefsetIndexOf(refset) is >= 0 and var index ? IdsOf(MembersOf(index)) : null;

    public ImmutableArray<long> RefsetsWith(long concept)
    {
        var ordinal = OrdinalOf(concept);
        if (ordinal < 0) return [];
        var with = ImmutableArray.CreateBuilder<long>();
        foreach (var refset in RefsetsOf(ordinal))
            if (IsSimple(refset)) with.Add(RefsetIds[refset]);
        return with.DrainToImmutable();
    }

    public ImmutableArray<AssociationEntry> Successors(long concept) => OrdinalOf(concept) is >= 0 and var ordinal ? EntriesOf(Associations(ordinal)) : [];

    public ImmutableArray<AssociationEntry> Predecessors(long concept) => OrdinalOf(concept) is >= 0 and var ordinal ? EntriesOf(AssociationsTo(ordinal)) : [];

    /// <summary>The words of all terms.</summary>
    internal TermSearch Words => search;

    public ImmutableArray<SearchHit> Search(string typed, SearchScope scope, int most) => search.Find(typed, scope, most);

    public EclAnswer Evaluate(string expression) => EclEvaluator.Evaluate(this, expression);

    public DmdEntry? Dmd(long id) => OrdinalOf(id) is >= 0 and var ordinal ? dmd.Find(this, ordinal) : null;

    /// <summary>The level of dm+d of a concept, by its ordinal; null where it is no entry.</summary>
    public DmdLevel? DmdLevelOf(int ordinal) => dmd.LevelOf(ordinal);

    public ImmutableArray<long> DmdSuccessors(long previous) => OrdinalOf(previous) is >= 0 and var ordinal ? dmd.SuccessorsOf(this, ordinal) : [];

    public ImmutableArray<EmisEntry> EmisCodes(long concept) => OrdinalOf(concept) is >= 0 and var ordinal ? emis.Find(ordinal) : [];

    /// <summary>The identifiers of ordinals.</summary>
    public ImmutableArray<long> IdsOf(ReadOnlySpan<int> ordinals)
    {
        var found = ImmutableArray.CreateBuilder<long>(ordinals.Length);
        foreach (var ordinal in ordinals) found.Add(IdOf(ordinal));
        return found.MoveToImmutable();
    }

    /// <summary>The identifiers of the concepts of a set, in order.</summary>
    public ImmutableArray<long> IdsOf(ConceptSet concepts)
    {
        var found = GC.AllocateUninitializedArray<long>(concepts.Count);
        var all = ids.Span;
        var at = 0;
        foreach (var ordinal in concepts) found[at++] = all[ordinal];
        return ImmutableCollectionsMarshal.AsImmutableArray(found);
    }

    private static DateOnly? DayOf(int number) => number == 0 ? null : new DateOnly(number / 10_000, number / 100 % 100, number % 100);

    private static AssociationKind KindOf(long refset) => refset switch
    {
        Rf2Ids.SameAs => AssociationKind.SameAs,
        Rf2Ids.ReplacedBy => AssociationKind.ReplacedBy,
        Rf2Ids.PossiblyEquivalentTo => AssociationKind.PossiblyEquivalentTo,
        Rf2Ids.WasA => AssociationKind.WasA,
        Rf2Ids.MovedTo => AssociationKind.MovedTo,
        Rf2Ids.Alternative => AssociationKind.Alternative,
        Rf2Ids.PartiallyEquivalentTo => AssociationKind.PartiallyEquivalentTo,
        Rf2Ids.PossiblyReplacedBy => AssociationKind.PossiblyReplacedBy,
        _ => AssociationKind.Other,
    };

    private ImmutableArray<AssociationEntry> EntriesOf(ReadOnlySpan<AssociationRow> rows)
    {
        var entries = ImmutableArray.CreateBuilder<AssociationEntry>(rows.Length);
        foreach (var row in rows) entries.Add(new AssociationEntry(KindOf(RefsetIds[row.Refset]), RefsetIds[row.Refset], IdOf(row.Concept)));
        return entries.MoveToImmutable();
    }

    private ImmutableArray<RefsetEntry> MakeRefsets()
    {
        var entries = ImmutableArray.CreateBuilder<RefsetEntry>();
        for (var index = 0; index < RefsetIds.Length; index++)
        {
            if (!IsSimple(index)) continue;
            var (id, ordinal) = (RefsetIds[index], OrdinalOf(RefsetIds[index]));
            var name = Find(id)?.Term ?? clusters.DescriptionOf(ordinal) ?? id.ToString(CultureInfo.InvariantCulture);
            entries.Add(new RefsetEntry(id, name, clusters.ClustersWith(ordinal), MembersOf(index).Length));
        }
        return entries.DrainToImmutable();
    }
}
