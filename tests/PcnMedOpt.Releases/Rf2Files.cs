namespace PcnMedOpt.Releases;

/// <summary>Writes one package of a release as an RF2 snapshot (SNOMED CT Release File Specification; the names as the UK packages have them).</summary>
internal static class Rf2Files
{
    private const ulong LanguageStream = 81;
    private const ulong RefsetStream = 82;
    private const ulong HistoryStream = 83;
    private const ulong DependencyStream = 84;
    private const ulong TimeStream = 85;

    private static readonly byte[][] InternationalTimes = [.. Enumerable.Range(2002, 24).Select(y => Digits($"{y}0{(y % 2 == 0 ? "131" : "731")}")), Digits("20260101")];

    private static readonly byte[][] UkTimes = [.. Enumerable.Range(2010, 16).Select(y => Digits($"{y}0401")), Digits("20260311")];

    public static void Write(GeneratedRelease release, ReleaseLayer layer, string folder)
    {
        var files = new Package(release, layer, folder);
        Parallel.Invoke(
            () => Concepts(files), () => Descriptions(files), () => Relationships(files), () => Languages(files), () => Refsets(files),
            () => { Definitions(files); ConcreteValues(files); Histories(files); Dependencies(files); });
    }

    private static void Concepts(Package package)
    {
        var (release, layer) = (package.Release, package.Layer);
        using var rows = package.Open("Terminology/sct2_Concept_{0}_{1}", "id\teffectiveTime\tactive\tmoduleId\tdefinitionStatusId");
        for (var c = 0; c < release.Count; c++)
        {
            var later = release.Table.RetiredLater[c];
            if (release.Layer(c) != layer && !(later && layer == ReleaseLayer.Clinical)) continue;
            var here = release.Layer(c) == layer;
            rows.Number(release.Id(c)).Bytes(here ? Time(package, c) : UkTimes[^1]).Flag(here ? release.IsActive(c) || later : release.IsActive(c)).Number(Module(package, c))
                .Number(c % 7 == 0 ? WellKnown.Defined : WellKnown.Primitive).End();
        }
    }

    private static void Descriptions(Package package)
    {
        using var rows = package.Open("Terminology/sct2_Description_{0}-en_{1}", "id\teffectiveTime\tactive\tmoduleId\tconceptId\tlanguageCode\ttypeId\tterm\tcaseSignificanceId");
        for (var c = 0; c < package.Release.Count; c++)
            foreach (var d in package.Release.Descriptions.For(c))
                if (d.Layer == package.Layer)
                    rows.Number(d.Id).Bytes(Time(package, c)).Flag(d.IsActive).Number(Module(package, c)).Number(package.Release.Id(c)).Bytes("en"u8)
                        .Number(d.IsFullName ? WellKnown.FullySpecifiedName : WellKnown.Synonym).Text(d.Term).Number(WellKnown.CaseInsensitive).End();
    }

    private static void Definitions(Package package)
    {
        using var rows = package.Open("Terminology/sct2_TextDefinition_{0}-en_{1}", "id\teffectiveTime\tactive\tmoduleId\tconceptId\tlanguageCode\ttypeId\tterm\tcaseSignificanceId");
        if (package.Layer != ReleaseLayer.International) return;
        var (from, to) = package.Release.Table.International[ConceptKind.Finding];
        for (var c = from; c < to; c += 97)
            rows.Number(PrivateIds.Description(PrivateIds.International, package.Release.Descriptions.Count + c)).Bytes(Time(package, c)).Flag(true).Number(Module(package, c))
                .Number(package.Release.Id(c)).Bytes("en"u8).Number(WellKnown.Definition).Text($"A finding that this release calls {package.Release.Term(c)}, and says no more of.")
                .Number(WellKnown.CaseInsensitive).End();
    }

    private static void Relationships(Package package)
    {
        var release = package.Release;
        using var rows = package.Open(
            "Terminology/sct2_Relationship_{0}_{1}",
            "id\teffectiveTime\tactive\tmoduleId\tsourceId\tdestinationId\trelationshipGroup\ttypeId\tcharacteristicTypeId\tmodifierId");
        for (var c = 0; c < release.Count; c++)
        {
            var here = release.Layer(c) == package.Layer;
            if (!here && !(release.Table.RetiredLater[c] && package.Layer == ReleaseLayer.Clinical)) continue;
            foreach (var r in release.Relationships.For(c))
                rows.Number(r.Id).Bytes(here ? Time(package, c) : UkTimes[^1]).Flag(here && r.IsActive).Number(Module(package, c)).Number(release.Id(c)).Number(release.Id(r.Target))
                    .Number(r.Group).Number(r.Type).Number(r.IsInferred ? WellKnown.Inferred : WellKnown.Additional).Number(WellKnown.Existential).End();
        }
    }

    private static void ConcreteValues(Package package)
    {
        using var rows = package.Open(
            "Terminology/sct2_RelationshipConcreteValues_{0}_{1}",
            "id\teffectiveTime\tactive\tmoduleId\tsourceId\tvalue\trelationshipGroup\ttypeId\tcharacteristicTypeId\tmodifierId");
        if (package.Layer != ReleaseLayer.Drug) return;
        foreach (var c in package.Release.Of(ConceptKind.Vmp))
            if (Strength(package.Release.Term(c)) is { } value)
                rows.Number(PrivateIds.Relationship(PrivateIds.Drug, package.Release.Relationships.Count + c)).Bytes(Time(package, c)).Flag(true).Number(Module(package, c))
                    .Number(package.Release.Id(c)).Text($"#{value}").Number(1).Number(WellKnown.StrengthValue).Number(WellKnown.Inferred).Number(WellKnown.Existential).End();
    }

    private static string? Strength(string name)
    {
        var end = name.IndexOf("mg ", StringComparison.Ordinal);
        return end < 0 ? null : name[(name.LastIndexOf(' ', end) + 1)..end];
    }

    private static void Languages(Package package)
    {
        using var rows = package.Open("Refset/Language/der2_cRefset_Language{0}-en_{1}", "id\teffectiveTime\tactive\tmoduleId\trefsetId\treferencedComponentId\tacceptabilityId");
        var nhs = package.Layer == ReleaseLayer.Drug ? WellKnown.NhsPharmacyLanguage : WellKnown.NhsClinicalLanguage;
        var number = 0L;
        for (var c = 0; c < package.Release.Count; c++)
            foreach (var d in package.Release.Descriptions.For(c))
            {
                number++;
                if (package.Layer == ReleaseLayer.International)
                {
                    Row(WellKnown.BritishEnglish, d.British, 0);
                    Row(WellKnown.AmericanEnglish, d.American, 1);
                }
                else if (d.Layer == package.Layer || (package.Layer == ReleaseLayer.Clinical && d.Layer == ReleaseLayer.International)) Row(nhs, d.Nhs, 2);
                void Row(long refset, Taken taken, ulong which)
                {
                    if (taken == Taken.NotAtAll) return;
                    rows.Uuid(package.Release.Shape.Seed, LanguageStream + (which << 8), number).Bytes(Time(package, c)).Flag(true).Number(Module(package, c)).Number(refset).Number(d.Id)
                        .Number(taken == Taken.Preferred ? WellKnown.Preferred : WellKnown.Acceptable).End();
                }
            }
    }

    private static void Refsets(Package package)
    {
        using var rows = package.Open("Refset/Content/der2_Refset_Simple{0}_{1}", "id\teffectiveTime\tactive\tmoduleId\trefsetId\treferencedComponentId");
        foreach (var refset in package.Release.Refsets.Where(r => package.Layer == (r.IsOfMedicines ? ReleaseLayer.Drug : ReleaseLayer.Clinical)))
            foreach (var (member, active) in refset.Members.Select(m => (m, true)).Concat(refset.Former.Select(m => (m, false))))
                rows.Uuid(package.Release.Shape.Seed, RefsetStream + ((ulong)refset.Concept << 8), member).Bytes(Time(package, member)).Flag(active).Number(Module(package, refset.Concept))
                    .Number(refset.Id).Number(package.Release.Id(member)).End();
    }

    private static void Histories(Package package)
    {
        using var rows = package.Open("Refset/Content/der2_cRefset_Association{0}_{1}", "id\teffectiveTime\tactive\tmoduleId\trefsetId\treferencedComponentId\ttargetComponentId");
        for (var n = 0; n < package.Release.Histories.Length; n++)
            if (package.Release.Histories[n] is var h && h.Layer == package.Layer)
                rows.Uuid(package.Release.Shape.Seed, HistoryStream, n).Bytes(Time(package, h.Concept)).Flag(true).Number(Module(package, h.Concept)).Number(h.Refset)
                    .Number(package.Release.Id(h.Concept)).Number(package.Release.Id(h.Target)).End();
    }

    private static void Dependencies(Package package)
    {
        using var rows = package.Open(
            "Refset/Metadata/der2_ssRefset_ModuleDependency{0}_{1}",
            "id\teffectiveTime\tactive\tmoduleId\trefsetId\treferencedComponentId\tsourceEffectiveTime\ttargetEffectiveTime");
        (long Module, long On)[] dependencies = package.Layer switch
        {
            ReleaseLayer.International => [(WellKnown.CoreModule, WellKnown.ModelModule)],
            ReleaseLayer.Clinical => [(WellKnown.ClinicalModule, WellKnown.CoreModule), (WellKnown.ClinicalModule, WellKnown.ModelModule)],
            _ => [(WellKnown.DrugModule, WellKnown.CoreModule), (WellKnown.DrugModule, WellKnown.ModelModule), (WellKnown.DrugModule, WellKnown.ClinicalModule)],
        };
        foreach (var (module, on) in dependencies)
            rows.Uuid(package.Release.Shape.Seed, DependencyStream, module + on).Text(package.Date).Flag(true).Number(module).Number(WellKnown.ModuleDependency).Number(on)
                .Text(package.Date).Text(on is WellKnown.CoreModule or WellKnown.ModelModule ? Package.DateOf(ReleaseLayer.International) : Package.DateOf(ReleaseLayer.Clinical)).End();
    }

    private static byte[] Time(Package package, long row) =>
        Mixing.Of(package.Release.Shape.Seed, TimeStream, row) is var random && package.Layer == ReleaseLayer.International ? random.Pick(InternationalTimes) : random.Pick(UkTimes);

    private static long Module(Package package, int concept) => package.Layer switch
    {
        ReleaseLayer.International => package.Release.Kind(concept) == ConceptKind.Model ? WellKnown.ModelModule : WellKnown.CoreModule,
        ReleaseLayer.Clinical => WellKnown.ClinicalModule,
        _ => WellKnown.DrugModule,
    };

    private static byte[] Digits(string date) => System.Text.Encoding.ASCII.GetBytes(date);
}

/// <summary>A package that is being written: where, and how its files are called.</summary>
internal sealed record Package(GeneratedRelease Release, ReleaseLayer Layer, string Folder)
{
    public string Date => DateOf(Layer);

    public static string DateOf(ReleaseLayer layer) => layer == ReleaseLayer.International ? "20260101" : "20260311";

    /// <summary>A file of the snapshot: in the name, {0} stands for the kind of content and {1} for whose it is.</summary>
    public RowWriter Open(string name, string header)
    {
        var (content, owner) = Layer switch
        {
            ReleaseLayer.International => ("Snapshot", "INT"),
            ReleaseLayer.Clinical => ("UKCLSnapshot", $"GB{PrivateIds.Clinical}"),
            _ => ("UKDGSnapshot", $"GB{PrivateIds.Drug}"),
        };
        var file = name.Replace("{0}", content, StringComparison.Ordinal).Replace("{1}", owner, StringComparison.Ordinal);
        return new RowWriter(Path.Combine([Folder, "Snapshot", .. $"{file}_{Date}.txt".Split('/')]), header);
    }
}
