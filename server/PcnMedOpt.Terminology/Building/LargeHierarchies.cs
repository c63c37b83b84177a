using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Building;

/// <summary>
/// The concepts with most below them, and what is below each as a set of bits. There are few such hierarchies and they are asked for all the time, as
/// clinical findings are; walked, each takes milliseconds.
/// </summary>
internal static class LargeHierarchies
{
    /// <summary>A set of bits takes 60 KB in a release of 500,000 concepts: together a hundredth of the store.</summary>
    private const int Most = 48;

    /// <summary>A concept with fewer below it is walked as quickly, in a release of any size.</summary>
    private const int Least = 3;

    public static void Write(StoreWriter writer, Lists<int> ancestors)
    {
        var count = ancestors.Starts.Length - 1;
        var below = new int[count];
        foreach (var above in ancestors.Values) below[above]++;
        int[] large = [.. Enumerable.Range(0, count).Where(c => below[c] >= Least).OrderByDescending(c => below[c]).ThenBy(c => c).Take(Most).Order()];
        var places = new int[count];
        for (var i = 0; i < large.Length; i++) places[large[i]] = i + 1;
        var size = ConceptSet.WordsFor(count);
        var bits = new ulong[large.Length * size];
        for (var concept = 0; concept < count; concept++)
            foreach (var above in ancestors[concept])
                if (places[above] is > 0 and var place) bits[((place - 1) * size) + (concept >> 6)] |= 1UL << concept;
        writer.Add<int>(StoreNames.LargeHierarchies, large);
        writer.Add<ulong>(StoreNames.LargeHierarchyBits, bits);
    }
}
