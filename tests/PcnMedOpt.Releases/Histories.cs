using System.Collections.Immutable;

namespace PcnMedOpt.Releases;

/// <summary>What history says of a retired concept; the concepts by their numbers.</summary>
public readonly record struct GeneratedHistory(ReleaseLayer Layer, long Refset, int Concept, int Target);

internal static class HistoryPlan
{
    private const ulong Stream = 71;

    public static ImmutableArray<GeneratedHistory> Of(ReleaseShape shape, ConceptTable table)
    {
        var found = ImmutableArray.CreateBuilder<GeneratedHistory>();
        var now = new int[shape.Concepts];
        Array.Fill(now, -1);
        for (var c = 0; c < shape.Concepts; c++)
            if (table.DmdPrevious[c] >= 0) now[table.DmdPrevious[c]] = c;
        for (var c = 0; c < shape.Concepts; c++)
        {
            if (table.Active[c]) continue;
            var layer = table.RetiredLater[c] ? ReleaseLayer.Clinical : table.Layers[c];
            var random = Mixing.Of(shape.Seed, Stream, c);
            if (table.Kinds[c] == ConceptKind.Previous)
            {
                if (now[c] >= 0) found.Add(new(layer, WellKnown.ReplacedBy, c, now[c]));
                continue;
            }
            var (refset, targets) = random.Below(20) switch
            {
                < 9 => (WellKnown.SameAs, 1),
                < 14 => (WellKnown.ReplacedBy, 1),
                < 19 => (WellKnown.PossiblyEquivalentTo, 2),
                _ => (WellKnown.SameAs, 0),
            };
            var (from, to) = table.International[table.Kinds[c]];
            var last = -1;
            for (var n = 0; n < targets; n++)
            {
                var target = from + random.Below(to - from);
                while (!table.Active[target] || table.Layers[target] != ReleaseLayer.International) target = table.Above[target][0];
                if (target != last) found.Add(new(layer, refset, c, target));
                last = target;
            }
        }
        return found.ToImmutable();
    }
}
