using System.Collections.Concurrent;
using PcnMedOpt.Tests.Lsp;
using PcnMedOpt.Tests.Terminology;
using PcnMedOpt.Tool.Releases;

namespace PcnMedOpt.Tests.Tool;

/// <summary>What stands in the folder of stores when an import does not come to its end.</summary>
public sealed class TerminologyStoresTests(ImportedRelease release) : IClassFixture<ImportedRelease>
{
    [Fact]
    public void An_import_that_is_cancelled_leaves_what_was_there_whatever_it_was_doing()
    {
        using var folder = new DiskFolder();
        var stores = new TerminologyStores(folder.Root);
        var done = new ConcurrentDictionary<string, bool>();
        var (store, _) = stores.Import(null, release.Written.All, progress => done[progress.What] = true, CancellationToken.None);
        File.WriteAllText(store.Path, "what was there");
        Assert.Contains("reading", done.Keys);
        Assert.Contains("writing", done.Keys);
        Assert.All(done.Keys, what =>
        {
            using var cancel = new CancellationTokenSource();
            Assert.ThrowsAny<OperationCanceledException>(() => stores.Import(null, release.Written.All, progress => CancelAt(what, progress.What, cancel), cancel.Token));
            Assert.Equal([store.Path], Directory.GetFileSystemEntries(folder.Root));
            Assert.Equal("what was there", File.ReadAllText(store.Path));
        });
    }

    [Fact]
    public void An_import_that_cannot_take_its_place_leaves_nothing()
    {
        using var folder = new DiskFolder();
        var stores = new TerminologyStores(folder.Root);
        var (store, _) = stores.Import(null, release.Written.All, _ => { }, CancellationToken.None);
        File.Delete(store.Path);
        Directory.CreateDirectory(store.Path);
        Assert.Throws<IOException>(() => stores.Import(null, release.Written.All, _ => { }, CancellationToken.None));
        Assert.Equal([store.Path], Directory.GetFileSystemEntries(folder.Root));
    }

    private static void CancelAt(string wanted, string what, CancellationTokenSource cancel)
    {
        if (what == wanted) cancel.Cancel();
    }
}
