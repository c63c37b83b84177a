using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Releases;
using PcnMedOpt.Terminology.Building;
using PcnMedOpt.Terminology.Files;

namespace PcnMedOpt.Tests.Terminology;

/// <summary>What dm+d, cluster files and a code map say is what a store answers, with and without RF2 beside them.</summary>
public sealed class PartsInStoreTests(ImportedRelease release) : IClassFixture<ImportedRelease>
{
    private readonly GeneratedRelease made = release.Generated;

    [Fact]
    public void All_parts_are_taken_without_a_fault()
    {
        Assert.Equal(Enum.GetValues<SourceKind>().Order(), release.Store.Release.Sources.Select(s => s.Kind).Distinct().Order());
        Assert.All(release.Store.Release.Sources, s => Assert.Equal(0, s.BadRows));
        Assert.All(release.Report.Parts, p => Assert.Empty(p.Faults.First));
        Assert.Empty(release.Report.Report.BadRows);
    }

    [Fact]
    public void Entries_stand_where_the_dictionary_puts_them() => HoldsDictionary(release.Store, true);

    [Fact]
    public void The_dictionary_alone_is_a_release()
    {
        using var store = release.With(release.Written.Dmd);
        HoldsDictionary(store, false);
        Assert.True(store.Release is { HasDmd: true, HasSnomed: false });
        Assert.Equal(new DateOnly(2026, 3, 16), store.Release.Date);
        var product = made.Of(ConceptKind.Vmp).First();
        Assert.Equal(made.Term(product), store.Find(made.Id(product))?.Term);
        Assert.Null(store.Find(made.Id(made.Of(ConceptKind.Finding).First())));
        Assert.Contains(store.Search(made.Term(product), SearchScope.All with { WithInactive = true }, 5), h => h.Concept.Id == made.Id(product));
    }

    [Fact]
    public void Clusters_alone_name_their_members_and_say_nothing_of_them()
    {
        foreach (var part in (string[])[release.Written.Pcd, release.Written.Clusters])
        {
            using var store = release.With(part);
            Assert.Equal(made.Refsets.Select(r => (r.Id, (string?)r.Cluster, r.Members.Length)).Order(), store.Refsets.Select(r => (r.Id, r.Cluster, r.Members)));
            Assert.All(made.Refsets, r => Assert.Equal(r.Members.Select(made.Id).Order(), store.Members(r.Id) ?? []));
            Assert.Null(store.Find(made.Id(made.Refsets[0].Members[0])));
        }
    }

    [Fact]
    public void Reference_sets_of_RF2_have_the_names_of_their_clusters()
    {
        Assert.All(made.Refsets, r => Assert.Equal(r.Cluster, release.Store.Refsets.Single(s => s.Id == r.Id).Cluster));
        Assert.All(made.Refsets, r => Assert.Equal(made.Term(r.Concept), release.Store.Refsets.Single(s => s.Id == r.Id).Name));
    }

    [Fact]
    public void A_concept_has_the_EMIS_codes_of_the_map()
    {
        var mapped = 0;
        for (var c = 0; c < made.Count; c++)
        {
            var wanted = (made.Kind(c) is ConceptKind.Vmp or ConceptKind.Amp && c % 3 != 0) || (made.Kind(c) == ConceptKind.Finding && c % 11 == 0);
            var found = release.Store.EmisCodes(made.Id(c));
            Assert.Equal(wanted ? [new EmisEntry(PrivateIds.Description(PrivateIds.Emis, c), made.Term(c))] : [], found.AsEnumerable());
            if (wanted) mapped++;
        }
        Assert.InRange(mapped, 100, 500);
        Assert.Empty(release.Store.EmisCodes(12));
    }

    [Fact]
    public void Tables_of_no_known_kind_are_told()
    {
        var folder = Directory.CreateDirectory(release.Place("odd")).FullName;
        foreach (var file in Directory.GetFiles(release.Written.Dmd)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(folder, "our-codes.csv"), "EmisCodeId,SnomedConceptId,Term\n1,2,3\n");
        var report = PathImport.Run(release.Place("odd-store"), null, [folder], _ => { }, CancellationToken.None);
        Assert.Contains("odd: 1 tables are of no kind that is known, and were not read: our-codes.csv.", report.Report.Notes);
    }

    [Fact]
    public void Two_editions_of_one_kind_are_refused() =>
        Assert.Contains("both hold dm+d", Assert.Throws<RefusedReleaseException>(() => release.With(release.Written.Dmd, release.Written.Dmd)).Message, StringComparison.Ordinal);

    private void HoldsDictionary(ITerminology store, bool withSnomed)
    {
        var (previous, invalid) = (0, 0);
        for (var c = 0; c < made.Count; c++)
        {
            var entry = store.Dmd(made.Id(c));
            if (made.LevelOf(c) is not { } level)
            {
                Assert.Null(entry);
                continue;
            }
            Assert.NotNull(entry);
            Assert.Equal((made.Id(c), level, made.Term(c), made.IsInvalid(c)), (entry.Id, entry.Level.ToString().ToLowerInvariant(), entry.Name, entry.IsInvalid));
            Assert.Equal(made.DmdAbove(c).Select(made.Id).Order(), entry.Above);
            Assert.Equal(made.DmdBelow(c).Select(made.Id).Order(), entry.Below);
            Assert.Equal(made.DmdPrevious(c).Select(made.Id), entry.Previous);
            foreach (var earlier in entry.Previous)
            {
                previous++;
                Assert.Equal([entry.Id], store.DmdSuccessors(earlier).AsEnumerable());
                Assert.Equal(withSnomed, store.Find(earlier) is { IsActive: false });
            }
            if (entry.IsInvalid) invalid++;
        }
        Assert.True(previous > 3 && invalid > 3);
        Assert.Empty(store.DmdSuccessors(12));
    }
}
