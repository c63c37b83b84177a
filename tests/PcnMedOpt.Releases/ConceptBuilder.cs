namespace PcnMedOpt.Releases;

/// <summary>Makes the hierarchies: some hundred concepts of the model, then each hierarchy in turn, and medicines last.</summary>
internal sealed class ConceptBuilder
{
    private const ulong ParentStream = 21;
    private const ulong RetireStream = 22;

    /// <summary>Retired concepts: one in so many of the core and of the clinical extension.</summary>
    private const int RetiredOneIn = 8;

    private static readonly Dictionary<ConceptKind, (long Top, string Tag)> Hierarchies = new()
    {
        [ConceptKind.Body] = (WellKnown.BodyStructure, "body structure"),
        [ConceptKind.Substance] = (WellKnown.Substance, "substance"),
        [ConceptKind.Qualifier] = (WellKnown.Qualifier, "qualifier value"),
        [ConceptKind.Finding] = (WellKnown.ClinicalFinding, "disorder"),
        [ConceptKind.Observable] = (WellKnown.Observable, "observable entity"),
        [ConceptKind.Procedure] = (WellKnown.Procedure, "procedure"),
        [ConceptKind.Refset] = (WellKnown.SimpleRefset, "foundation metadata concept"),
    };

    private readonly ReleaseShape shape;
    private readonly ConceptTable table;
    private readonly Terms terms;
    private int next;

    private ConceptBuilder(ReleaseShape shape)
    {
        this.shape = shape;
        table = new ConceptTable(shape.Concepts);
        terms = new Terms(shape.Seed);
        Array.Fill(table.DmdAbove, -1);
        Array.Fill(table.DmdOther, -1);
        Array.Fill(table.DmdPrevious, -1);
    }

    public static ConceptTable Build(ReleaseShape shape)
    {
        var builder = new ConceptBuilder(shape);
        builder.Model();
        builder.Core();
        builder.Clinical();
        var medicines = new MedicineBuilder(builder.table, builder.terms, shape.Seed);
        medicines.Build(builder.next);
        builder.RetireLater();
        return builder.table;
    }

    private void Model()
    {
        foreach (var (id, term, tag, above, layer) in WellKnown.Concepts)
        {
            table.WellKnownNumbers[id] = next;
            Add(ConceptKind.Model, layer, id, terms.Claim(term), tag, above == 0 ? [] : [table.WellKnownNumbers[above]]);
        }
    }

    private void Core()
    {
        var parts = shape.Concepts / 100;
        Hierarchy(ConceptKind.Body, ReleaseLayer.International, 9 * parts);
        Hierarchy(ConceptKind.Substance, ReleaseLayer.International, 7 * parts);
        Hierarchy(ConceptKind.Qualifier, ReleaseLayer.International, 3 * parts);
        Hierarchy(ConceptKind.Finding, ReleaseLayer.International, 24 * parts);
        Subtree(2 * parts);
        Hierarchy(ConceptKind.Observable, ReleaseLayer.International, 7 * parts);
        Hierarchy(ConceptKind.Procedure, ReleaseLayer.International, 10 * parts);
    }

    private void Clinical()
    {
        var parts = shape.Concepts / 100;
        Hierarchy(ConceptKind.Refset, ReleaseLayer.Clinical, Math.Max(12, shape.Concepts / 2500));
        Hierarchy(ConceptKind.Finding, ReleaseLayer.Clinical, 4 * parts);
        Hierarchy(ConceptKind.Procedure, ReleaseLayer.Clinical, 3 * parts);
    }

    /// <summary>Each concept below an earlier one of its hierarchy, sometimes below two or three; the first of all below the top.</summary>
    private void Hierarchy(ConceptKind kind, ReleaseLayer layer, int count)
    {
        var (top, tag) = Hierarchies[kind];
        var from = next;
        var (coreFrom, coreTo) = table.International.GetValueOrDefault(kind, (from, from));
        for (var n = 0; n < count; n++)
        {
            var random = Mixing.Of(shape.Seed, ParentStream, next);
            var earlier = (coreTo - coreFrom) + (layer == ReleaseLayer.International ? n : 0);
            int[] above = kind == ConceptKind.Refset || earlier < 3 ? [table.WellKnownNumbers[top]] : Several(ref random, coreFrom, earlier);
            var retired = kind != ConceptKind.Refset && earlier >= 3 && Mixing.Of(shape.Seed, RetireStream, next).OneIn(RetiredOneIn);
            Add(kind, layer, IdOf(layer), TermOf(kind, above), tag, above, !retired);
        }
        if (layer == ReleaseLayer.International) table.International[kind] = (from, next);
    }

    /// <summary>A tree of findings that nothing outside it stands below: its size is known.</summary>
    private void Subtree(int size)
    {
        table.Subtree = next;
        table.SubtreeSize = size - 1;
        var top = next;
        for (var n = 0; n < size; n++)
        {
            var random = Mixing.Of(shape.Seed, ParentStream, next);
            int[] above = n == 0 ? [table.WellKnownNumbers[WellKnown.ClinicalFinding]] : Several(ref random, top, n);
            Add(ConceptKind.Finding, ReleaseLayer.International, IdOf(ReleaseLayer.International), TermOf(ConceptKind.Finding, above), "disorder", above);
        }
    }

    private int[] Several(ref Mixing random, int from, int count)
    {
        var wanted = random.Below(100) switch { < 65 => 1, < 92 => 2, _ => 3 };
        return [.. Pick(ref random, from, count, wanted).Distinct().Order()];
    }

    private List<int> Pick(ref Mixing random, int from, int count, int wanted)
    {
        var picked = new List<int>(wanted);
        for (var n = 0; n < wanted; n++)
        {
            var above = from + random.Below(count);
            while (!table.Active[above]) above = table.Above[above][0];
            picked.Add(above);
        }
        return picked;
    }

    private string TermOf(ConceptKind kind, int[] above)
    {
        var parent = table.Kinds[above[0]] == ConceptKind.Model ? null : table.Terms[above[0]];
        return kind == ConceptKind.Refset ? RefsetTerm() : terms.Make(next, kind, parent);
    }

    private string RefsetTerm()
    {
        var random = Mixing.Of(shape.Seed, ParentStream, next);
        return terms.Claim($"Example {random.Pick(Words.Findings)} {random.Pick(Words.Procedures)} codes simple reference set");
    }

    /// <summary>The UK extension retires a few leaves of the core: a later row for the same identifier, in another package.</summary>
    private void RetireLater()
    {
        var hasChildren = new bool[shape.Concepts];
        foreach (var above in table.Above)
            foreach (var parent in above) hasChildren[parent] = true;
        var (from, to) = table.International[ConceptKind.Finding];
        var leaves = 0;
        for (var concept = from; concept < to; concept++)
        {
            if (hasChildren[concept] || !table.Active[concept] || leaves++ % 100 != 0) continue;
            table.RetiredLater[concept] = true;
            table.Active[concept] = false;
        }
    }

    private long IdOf(ReleaseLayer layer) => PrivateIds.Concept(layer == ReleaseLayer.International ? PrivateIds.International : PrivateIds.Clinical, next);

    private void Add(ConceptKind kind, ReleaseLayer layer, long id, string term, string tag, int[] above, bool active = true)
    {
        table.Ids[next] = id;
        table.Kinds[next] = kind;
        table.Layers[next] = layer;
        table.Terms[next] = term;
        table.Tags[next] = tag;
        table.Above[next] = above;
        table.Active[next] = active;
        next++;
    }
}
