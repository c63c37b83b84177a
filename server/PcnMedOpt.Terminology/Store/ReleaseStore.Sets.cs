namespace PcnMedOpt.Terminology.Store;

/// <summary>Sets of concepts that questions begin with; made when they are first asked for, and not to be changed.</summary>
public sealed partial class ReleaseStore
{
    private ConceptSet? held;
    private ConceptSet? active;
    private ConceptSet? snomed;

    /// <summary>Concepts of which more is known than that something names them.</summary>
    public ConceptSet Held => held ??= With(ConceptFlags.Held);

    /// <summary>Active concepts.</summary>
    public ConceptSet Active => active ??= With(ConceptFlags.Held | ConceptFlags.Active);

    /// <summary>Concepts with a row of RF2, whose place in the hierarchy and attributes are known.</summary>
    public ConceptSet Snomed => snomed ??= With(ConceptFlags.Snomed);

    private ConceptSet With(ConceptFlags wanted)
    {
        var set = EmptySet();
        var all = flags.Span;
        for (var ordinal = 0; ordinal < all.Length; ordinal++)
            if (((ConceptFlags)all[ordinal] & wanted) == wanted) set.Add(ordinal);
        return set;
    }
}
