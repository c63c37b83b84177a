namespace PcnMedOpt.Releases;

/// <summary>
/// Medicines: substance (VTM), product (VMP), a supplier's product (AMP), and the packs of the two (VMPP, AMPP). Each is a concept of the drug
/// extension too. Some entries once had another identifier, which is a retired concept; some are invalid.
/// </summary>
internal sealed class MedicineBuilder(ConceptTable table, Terms terms, ulong seed)
{
    private const ulong Stream = 31;

    private int next;

    private int product;

    public void Build(int from)
    {
        next = from;
        product = table.WellKnownNumbers[WellKnown.Product];
        var count = table.Ids.Length - from;
        var (vtms, vmps, amps, vmpps) = (Math.Max(4, count / 100), Math.Max(8, count * 8 / 100), count * 38 / 100, count * 10 / 100);
        var previous = Math.Max(3, vmps / 10);
        var (vtm, vmp) = (next, next + vtms);
        Vtms(vtms);
        Vmps(vmps, vtm, vtms);
        var amp = next;
        for (var n = 0; n < amps; n++) Amp(vmp + (n < vmps ? n : Random().Often(vmps)));
        var vmpp = next;
        for (var n = 0; n < vmpps; n++) Vmpp(vmp + (n % vmps));
        var ampps = table.Ids.Length - next - previous;
        for (var n = 0; n < ampps; n++) Ampp(amp + (n % amps), vmpp, vmpps, vmp, vmps);
        for (var n = 0; n < previous; n++) Previous(n % 4 == 3 ? vtm + (n / 4 % vtms) : vmp + (n * 7 % vmps));
    }

    private void Vtms(int count)
    {
        for (var n = 0; n < count; n++)
        {
            var random = Random();
            Add(ConceptKind.Vtm, terms.Claim(Terms.Medicine(ref random)), "product", -1, [product]);
        }
    }

    private void Vmps(int count, int vtm, int vtms)
    {
        for (var n = 0; n < count; n++)
        {
            var random = Random();
            var above = random.OneIn(12) ? -1 : vtm + (n < vtms ? n : random.Often(vtms));
            var name = above < 0 ? $"Generic {Terms.Medicine(ref random)} dressing" : $"{table.Terms[above]} {random.PickOften(Words.Strengths)}mg {random.PickOften(Words.Forms)}";
            Add(ConceptKind.Vmp, terms.Claim(name), "product", above, above < 0 ? [product] : [above]);
        }
    }

    private void Amp(int vmp)
    {
        var random = Random();
        var name = table.Terms[vmp];
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        var branded = random.OneIn(3) ? Terms.Brand(ref random) + name[space..] : name;
        Add(ConceptKind.Amp, terms.Claim($"{branded} ({random.PickOften(Words.Suppliers)} Ltd)"), "product", vmp, [vmp]);
    }

    private void Vmpp(int vmp) => Add(ConceptKind.Vmpp, terms.Claim($"{table.Terms[vmp]} {Random().Pick((int[])[28, 30, 56, 84, 100])} unit dose"), "product", vmp, [product]);

    /// <summary>A pack of an AMP, of a pack size that its VMP has.</summary>
    private void Ampp(int amp, int vmpp, int vmpps, int vmp, int vmps)
    {
        var first = table.DmdAbove[amp] - vmp;
        var sizes = ((vmpps - 1 - first) / vmps) + 1;
        var pack = vmpp + first + (Random().Below(sizes) * vmps);
        var size = table.Terms[pack][table.Terms[table.DmdAbove[pack]].Length..];
        table.DmdOther[next] = amp;
        Add(ConceptKind.Ampp, terms.Claim(table.Terms[amp] + size), "product", pack, [pack]);
    }

    private void Previous(int entry)
    {
        table.DmdPrevious[entry] = next;
        Add(ConceptKind.Previous, terms.Claim($"{table.Terms[entry]} (as it was)"), "product", -1, table.Above[entry], active: false);
    }

    private Mixing Random() => Mixing.Of(seed, Stream, next);

    private void Add(ConceptKind kind, string term, string tag, int dmdAbove, int[] above, bool active = true)
    {
        table.Ids[next] = PrivateIds.Concept(PrivateIds.Drug, next);
        table.Kinds[next] = kind;
        table.Layers[next] = ReleaseLayer.Drug;
        table.Terms[next] = term;
        table.Tags[next] = tag;
        table.Above[next] = above;
        table.Active[next] = active;
        table.DmdAbove[next] = dmdAbove;
        table.DmdInvalid[next] = kind is ConceptKind.Vmp or ConceptKind.Amp && Mixing.Of(seed, Stream + 1, next).OneIn(25);
        next++;
    }
}
