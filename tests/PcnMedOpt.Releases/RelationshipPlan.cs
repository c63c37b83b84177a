namespace PcnMedOpt.Releases;

/// <summary>A relationship of a concept; the concepts by their numbers.</summary>
public readonly record struct GeneratedRelationship(long Id, bool IsActive, int Target, long Type, int Group, bool IsInferred);

/// <summary>What relationships each concept has: is-a first, then attributes in groups of two. Some have ended, and some are not inferred.</summary>
public sealed class RelationshipPlan
{
    private const ulong Stream = 51;

    private readonly ReleaseShape shape;
    private readonly ConceptTable table;
    private readonly int[] first;

    private RelationshipPlan(ReleaseShape shape, ConceptTable table, int[] first) => (this.shape, this.table, this.first) = (shape, table, first);

    public int Count => first[^1];

    /// <summary>The relationships of a concept, by its number, as its own package has them.</summary>
    public IEnumerable<GeneratedRelationship> For(int concept)
    {
        var above = table.Above[concept];
        var active = table.Active[concept] || table.RetiredLater[concept];
        for (var n = 0; n < above.Length; n++) yield return new(Id(concept, n), active, above[n], WellKnown.IsA, 0, true);
        var attributes = first[concept + 1] - first[concept] - above.Length;
        for (var n = 0; n < attributes; n++)
        {
            var number = first[concept] + above.Length + n;
            var random = Mixing.Of(shape.Seed, Stream + 1, number);
            var (type, target) = Attribute(ref random, table.Kinds[concept], n);
            var ended = random.OneIn(20);
            yield return new(Id(concept, above.Length + n), active && !ended, target, type, 1 + (n / 2), !random.OneIn(50));
        }
    }

    internal static RelationshipPlan Of(ReleaseShape shape, ConceptTable table)
    {
        var isA = table.Above.Sum(a => a.Length);
        var thousandths = (int)((((long)shape.Concepts * shape.Relationships) - (isA * 1000L)) / (shape.Concepts - WellKnown.Concepts.Length));
        var first = new int[shape.Concepts + 1];
        for (var c = 0; c < shape.Concepts; c++)
        {
            var random = Mixing.Of(shape.Seed, Stream, c);
            first[c + 1] = first[c] + table.Above[c].Length + (table.Kinds[c] == ConceptKind.Model ? 0 : random.About(thousandths));
        }
        return new RelationshipPlan(shape, table, first);
    }

    private (long Type, int Target) Attribute(ref Mixing random, ConceptKind kind, int n)
    {
        var (type, range) = (kind, n % 2) switch
        {
            (ConceptKind.Finding, 0) => (WellKnown.FindingSite, ConceptKind.Body),
            (ConceptKind.Finding, _) when random.OneIn(5) => (WellKnown.CausativeAgent, ConceptKind.Substance),
            (ConceptKind.Finding, _) => (WellKnown.Morphology, ConceptKind.Body),
            (ConceptKind.Procedure, 0) => (WellKnown.ProcedureSite, ConceptKind.Body),
            (ConceptKind.Vtm or ConceptKind.Vmp or ConceptKind.Amp or ConceptKind.Vmpp or ConceptKind.Ampp, _) => (WellKnown.HasIngredient, ConceptKind.Substance),
            _ => (WellKnown.Method, ConceptKind.Qualifier),
        };
        var (from, to) = table.International[range];
        var target = from + random.Often(to - from);
        return (type, table.Active[target] ? target : from);
    }

    private long Id(int concept, int n) => PrivateIds.Relationship(PrivateIds.International + (int)table.Layers[concept], first[concept] + n);
}
