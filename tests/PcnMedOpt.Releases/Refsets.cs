using System.Collections.Immutable;

namespace PcnMedOpt.Releases;

/// <summary>A reference set of concepts.</summary>
/// <param name="Concept">The number of its own concept.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Cluster">The name of its published cluster.</param>
/// <param name="Members">The numbers of its members, retired concepts among them.</param>
/// <param name="Former">The numbers of concepts that were members and are no longer.</param>
public sealed record GeneratedRefset(int Concept, long Id, string Cluster, ImmutableArray<int> Members, ImmutableArray<int> Former)
{
    public bool IsOfMedicines { get; init; }
}

internal static class RefsetPlan
{
    private const ulong Stream = 61;

    /// <summary>Every so many-th is of medicines.</summary>
    private const int Medicines = 4;

    public static ImmutableArray<GeneratedRefset> Of(ReleaseShape shape, ConceptTable table)
    {
        var concepts = Enumerable.Range(0, shape.Concepts).Where(c => table.Kinds[c] == ConceptKind.Refset).ToArray();
        var products = Enumerable.Range(0, shape.Concepts).Where(c => table.Kinds[c] is ConceptKind.Vmp or ConceptKind.Amp).ToArray();
        var clinical = Enumerable.Range(0, shape.Concepts)
            .Where(c => table.Kinds[c] is ConceptKind.Finding or ConceptKind.Procedure or ConceptKind.Observable).ToArray();
        return [.. concepts.Select((concept, n) => One(shape, table, concept, n, n % Medicines == Medicines - 1 ? products : clinical))];
    }

    /// <summary>Some neighbours, of one hierarchy mostly: a set of codes is about one thing.</summary>
    private static GeneratedRefset One(ReleaseShape shape, ConceptTable table, int concept, int n, int[] from)
    {
        var random = Mixing.Of(shape.Seed, Stream, n);
        var size = Math.Max(3, Math.Min(shape.Concepts / 25, shape.Concepts / (10 * (n + 1))));
        var start = random.Below(Math.Max(1, from.Length - (2 * size)));
        var (members, former) = (ImmutableArray.CreateBuilder<int>(size), ImmutableArray.CreateBuilder<int>());
        for (var m = 0; m < 2 * size && start + m < from.Length; m++)
        {
            if (members.Count == size) break;
            if (m > 0 && random.OneIn(3)) continue;
            (m > 0 && random.OneIn(30) ? former : members).Add(from[start + m]);
        }
        var word = table.Terms[concept].Split(' ')[1].ToUpperInvariant();
        return new GeneratedRefset(concept, table.Ids[concept], $"{word}{n}_COD", members.ToImmutable(), former.ToImmutable()) { IsOfMedicines = n % Medicines == Medicines - 1 };
    }
}
