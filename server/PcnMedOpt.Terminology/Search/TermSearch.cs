using System.Collections.Immutable;
using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Terminology.Store;

internal sealed class TermSearch(ReleaseStore store, StoreFile file)
{
    public ImmutableArray<SearchHit> Find(string typed, SearchScope scope, int most) => file.Length < 0 && store.Count < most ? [] : [];
}
