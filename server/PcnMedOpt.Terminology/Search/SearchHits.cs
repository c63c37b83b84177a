using System.Collections.Immutable;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Search;

/// <summary>What a search has found so far: each concept once, if it is within the scope, until there are enough.</summary>
internal sealed class SearchHits(ReleaseStore store, SearchScope scope, int most)
{
    /// <summary>After so many tests one by one, all below the concept of the scope are worked out at once.</summary>
    private const int TestsOneByOne = 2000;

    private readonly int below = scope.Below is { } concept ? store.OrdinalOf(concept) : -1;
    private readonly HashSet<int> seen = [];
    private readonly List<(int Concept, int Description)> hits = [];
    private ConceptSet? allBelow;
    private int tests;

    /// <summary>Retired concepts are taken too.</summary>
    public bool TakesRetired { get; set; } = scope.WithInactive;

    /// <summary>There are enough, or nothing can be within the scope.</summary>
    public bool IsFull => hits.Count >= most || (scope.Below is not null && below < 0);

    /// <summary>Takes a description; true when there are enough.</summary>
    public bool Add(int description)
    {
        var concept = store.ConceptOf(description);
        if (seen.Contains(concept) || !IsWithin(concept)) return false;
        seen.Add(concept);
        hits.Add((concept, description));
        return IsFull;
    }

    /// <summary>Takes descriptions; true when there are enough.</summary>
    public bool AddAll(ReadOnlySpan<int> descriptions)
    {
        foreach (var description in descriptions)
            if (Add(description)) return true;
        return false;
    }

    /// <summary>Of descriptions in the order of rank nothing from this one on can be within the scope: those of retired concepts come last.</summary>
    public bool IsDone(int description) => !TakesRetired && !store.IsActive(store.ConceptOf(description));

    public ImmutableArray<SearchHit> ToArray() => [.. hits.Select(h => new SearchHit(store.EntryOf(h.Concept), store.Term(h.Description)))];

    private bool IsWithin(int concept) =>
        (TakesRetired || store.IsActive(concept))
        && (scope.Dmd is not { } dmd || (store.DmdLevelOf(concept) is not null) == dmd)
        && (below < 0 || IsBelow(concept));

    private bool IsBelow(int concept)
    {
        if (tests++ < TestsOneByOne) return store.IsA(concept, below);
        if (allBelow is null)
        {
            allBelow = store.EmptySet();
            store.AddDescendants(below, allBelow);
            allBelow.Add(below);
        }
        return allBelow.Contains(concept);
    }
}
