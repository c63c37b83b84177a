using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Tests.Ecl;

namespace PcnMedOpt.Tests.Terminology;

/// <summary>What is above and below concepts, in a hierarchy that is deep: what the questions say agrees, and follows from the parents.</summary>
public sealed class HierarchyTests
{
    private const int Concepts = 200;

    [Fact]
    public void Is_a_ancestors_and_descendants_say_the_same()
    {
        var random = new Random(1);
        long[] ids = [.. Enumerable.Range(1, Concepts).Select(SmallIds.Concept)];
        var above = ids.Select((_, i) => i == 0 ? [] : new[] { i - 1 - random.Next(Math.Min(i, 2)), random.Next(i) }.Distinct().ToArray()).ToArray();
        var release = new SmallRelease(
            [.. ids.Concat(SmallIds.Known).Select(c => new SmallConcept(c, true, SmallIds.Module, SmallIds.Primitive, 20260101))],
            [.. above.SelectMany((parents, i) => parents.Select(p => new SmallRelationship(ids[i], SmallRelease.IsA, ids[p], "", 0, true)))],
            [],
            [],
            []);
        using var made = release.Import();
        ITerminology store = made.Store;
        var all = new HashSet<long>[Concepts];
        for (var i = 0; i < Concepts; i++)
        {
            all[i] = [.. above[i].SelectMany(p => all[p].Append(ids[p]))];
            Assert.Equal(all[i].Order(), store.Ancestors(ids[i]));
            Assert.Equal(above[i].Select(p => ids[p]).Order(), store.Parents(ids[i]));
        }
        Assert.True(all[^1].Count > 100);
        for (var i = 0; i < Concepts; i++)
        {
            Assert.Equal(ids.Where((_, below) => all[below].Contains(ids[i])).Order(), store.Descendants(ids[i]));
            for (var j = 0; j < Concepts; j++) Assert.Equal(i == j || all[i].Contains(ids[j]), store.IsA(ids[i], ids[j]));
        }
    }
}
