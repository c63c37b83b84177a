using PcnMedOpt.Terminology.Store;
using PcnMedOpt.Tool.Releases;

namespace PcnMedOpt.Tests.Terminology;

/// <summary>Which of several stores is used.</summary>
public sealed class ChosenStoreTests(ImportedRelease release) : IClassFixture<ImportedRelease>
{
    [Fact]
    public void A_later_store_of_medicines_alone_does_not_take_the_place_of_one_with_SNOMED_CT()
    {
        var stores = Stores("medicines-later");
        var whole = Import(stores, "whole", release.Written.Rf2);
        var medicines = Import(stores, "medicines", [release.Written.Dmd]);
        Assert.True(medicines.Release?.Date > whole.Release?.Date);
        Assert.Equal(whole.Path, stores.Choose(null)?.Path);
        Assert.Equal(medicines.Path, stores.Choose("medicines")?.Path);
        Assert.Equal(["whole", "medicines"], stores.List().Select(s => s.FileName));
        Assert.Null(stores.Choose("another"));
    }

    [Fact]
    public void Without_SNOMED_CT_the_latest_store_is_used()
    {
        var stores = Stores("medicines-only");
        var medicines = Import(stores, "medicines", [release.Written.Dmd]);
        Assert.Equal(medicines.Path, stores.Choose(null)?.Path);
        Assert.Null(Stores("none").Choose(null));
    }

    [Fact]
    public void Where_a_store_is_damaged_no_other_is_taken_for_it()
    {
        var stores = Stores("damaged");
        var medicines = Import(stores, "medicines", [release.Written.Dmd]);
        File.WriteAllText(Path.Combine(stores.Folder, "broken.store"), "no store");
        Assert.Contains("broken.store", Assert.Throws<StoreException>(() => stores.Choose(null)).Message, StringComparison.Ordinal);
        Assert.Throws<StoreException>(() => stores.Choose("broken"));
        Assert.Equal(medicines.Path, stores.Choose("medicines")?.Path);
    }

    private TerminologyStores Stores(string name) => new(release.Place(name));

    private static StoreOnDisk Import(TerminologyStores stores, string name, IEnumerable<string> paths) =>
        stores.Import(name, paths, _ => { }, CancellationToken.None).Store;
}
