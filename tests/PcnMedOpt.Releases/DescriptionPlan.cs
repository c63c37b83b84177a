namespace PcnMedOpt.Releases;

public enum Taken
{
    NotAtAll,
    Acceptable,
    Preferred,
}

/// <summary>A term of a concept, and how each language reference set takes it.</summary>
public readonly record struct GeneratedDescription(
    long Id, ReleaseLayer Layer, bool IsActive, bool IsFullName, string Term, Taken British, Taken American, Taken Nhs);

/// <summary>
/// The terms of each concept: a fully specified name, a preferred term, and others: American spellings, "abbreviation - term" as the UK writes
/// them, words the other way round. The NHS prefers another term than Great Britain for some concepts; some terms are retired.
/// </summary>
public sealed class DescriptionPlan
{
    private const ulong Stream = 41;

    /// <summary>One in so many concepts has a term that the NHS prefers to the British one.</summary>
    private const int NhsPrefersOneIn = 40;

    private readonly ReleaseShape shape;
    private readonly ConceptTable table;
    private readonly int[] first;

    private DescriptionPlan(ReleaseShape shape, ConceptTable table, int[] first) => (this.shape, this.table, this.first) = (shape, table, first);

    public int Count => first[^1];

    /// <summary>The terms of a concept, by its number.</summary>
    public IEnumerable<GeneratedDescription> For(int concept)
    {
        var (term, layer) = (table.Terms[concept], table.Layers[concept]);
        var count = first[concept + 1] - first[concept];
        var international = layer == ReleaseLayer.International;
        var own = international ? Taken.Preferred : Taken.NotAtAll;
        var american = international && count > 2 ? Words.American(term) : null;
        var nhs = PrefersAnother(concept, count);
        yield return new(Id(concept, 0, layer), layer, true, true, $"{term} ({table.Tags[concept]})", own, own, international ? Taken.NotAtAll : Taken.Preferred);
        yield return new(Id(concept, 1, layer), layer, true, false, term, own, american is null ? own : Taken.NotAtAll,
            nhs ? Taken.Acceptable : international ? Taken.NotAtAll : Taken.Preferred);
        for (var n = 2; n < count; n++)
        {
            var random = Mixing.Of(shape.Seed, Stream + 1, first[concept] + n);
            if (n == 2 && american is not null) yield return new(Id(concept, n, layer), layer, true, false, american, Taken.NotAtAll, Taken.Preferred, Taken.NotAtAll);
            else if (nhs && n == count - 1)
                yield return new(Id(concept, n, ReleaseLayer.Clinical), ReleaseLayer.Clinical, true, false, Other(ref random, term, n), Taken.NotAtAll, Taken.NotAtAll, Taken.Preferred);
            else
            {
                var active = !random.OneIn(12);
                var taken = active ? Taken.Acceptable : Taken.NotAtAll;
                yield return new(Id(concept, n, layer), layer, active, false, Other(ref random, term, n),
                    international ? taken : Taken.NotAtAll, international ? taken : Taken.NotAtAll, international ? Taken.NotAtAll : taken);
            }
        }
    }

    /// <summary>The term that the UK shows.</summary>
    public string Shown(int concept) => For(concept).FirstOrDefault(d => d is { IsFullName: false, Nhs: Taken.Preferred }) is { Term: { } nhs } ? nhs : table.Terms[concept];

    internal static DescriptionPlan Of(ReleaseShape shape, ConceptTable table)
    {
        var first = new int[shape.Concepts + 1];
        var more = (shape.Descriptions - 2_000) * 10 / 7;
        for (var c = 0; c < shape.Concepts; c++)
        {
            var random = Mixing.Of(shape.Seed, Stream, c);
            first[c + 1] = first[c] + 2 + (table.Kinds[c] is ConceptKind.Model or >= ConceptKind.Refset ? 0 : random.About(more));
        }
        return new DescriptionPlan(shape, table, first);
    }

    private bool PrefersAnother(int concept, int count) =>
        table.Layers[concept] == ReleaseLayer.International && count > 3 && Mixing.Of(shape.Seed, Stream + 2, concept).OneIn(NhsPrefersOneIn);

    private long Id(int concept, int n, ReleaseLayer layer) => PrivateIds.Description(PrivateIds.International + (int)layer, first[concept] + n);

    private static string Other(ref Mixing random, string term, int n)
    {
        var of = term.IndexOf(" of ", StringComparison.Ordinal);
        return (n, random.Below(4)) switch
        {
            ( <= 3, 0 or 1) when of > 0 => Words.Capital($"{term[(of + 4)..]} {char.ToLowerInvariant(term[0])}{term[1..of]}"),
            (_, 2) => $"{string.Concat(term.Split(' ').Take(4).Select(w => char.ToUpperInvariant(w[0])))} - {term}",
            (_, 3) => $"{term}, {random.PickOften(Words.Qualifiers)}",
            _ => $"{Words.Name(ref random)} {char.ToLowerInvariant(term[0])}{term[1..]}",
        };
    }
}
