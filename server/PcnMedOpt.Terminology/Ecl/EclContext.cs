using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>The release that is asked, and what is to be said besides the answer.</summary>
internal sealed class EclContext(ReleaseStore store)
{
    private readonly List<string> refused = [];
    private readonly List<EclDoubt> doubts = [];

    public ReleaseStore Store => store;

    /// <summary>In the order of the text, each once.</summary>
    public ImmutableArray<string> NotEvaluated => [.. refused.Distinct(StringComparer.Ordinal)];

    public ImmutableArray<EclDoubt> Doubts => [.. doubts.Distinct()];

    /// <summary>Says why the expression cannot be evaluated. What is returned meanwhile is never shown.</summary>
    public ConceptSet Refuse(string sentence)
    {
        refused.Add(sentence);
        return store.EmptySet();
    }

    public void Doubt(EclDoubtKind kind, long id, int offset, string message) => doubts.Add(new EclDoubt(kind, id, offset, message));

    /// <summary>The ordinal of a concept of the expression; -1, with a doubt, where the release does not hold it.</summary>
    public int OrdinalOf(ConceptReference concept)
    {
        var ordinal = store.OrdinalOf(concept.Id);
        if (ordinal >= 0 && store.IsHeld(ordinal)) return ordinal;
        Doubt(EclDoubtKind.Unknown, concept.Id, concept.Offset, $"The release does not hold {EclPrinter.Print(concept)}.");
        return -1;
    }

    /// <summary>Refuses where the place in the hierarchy of a concept, or its attributes, are not known: it has no row of RF2.</summary>
    public void AskSnomed(ConceptSet concepts, string what)
    {
        var others = concepts.Copy().Minus(store.Snomed);
        if (others.IsEmpty) return;
        var first = store.IdOf(others.First()).ToString(CultureInfo.InvariantCulture);
        Refuse($"{what} of {first}{(others.Count == 1 ? "" : $" and {others.Count - 1:N0} more")} cannot be told: no SNOMED CT release with them is part of this one.");
    }
}
