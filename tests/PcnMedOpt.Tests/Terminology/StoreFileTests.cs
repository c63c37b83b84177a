using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Tests.Terminology;

/// <summary>The container of a store: what is written is read, and what has changed since is refused.</summary>
public sealed class StoreFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("medopt-store-").FullName;

    private string Path => System.IO.Path.Combine(folder, "some.store");

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void What_was_written_is_read()
    {
        Write(300_000);
        using var store = StoreFile.Open(Path);
        store.Verify();
        Assert.Equal(["lists", "lists.starts", "numbers", "texts", "texts.starts"], store.Names);
        Assert.Equal(Enumerable.Range(0, 300_000).Select(i => (long)i * i), store.Section<long>("numbers").ToArray());
        var lists = store.Lists<int>("lists");
        Assert.Equal([[1, 2], [], [3]], Enumerable.Range(0, lists.Count).Select(i => lists[i].ToArray()));
        Assert.Equal("naïve", store.Texts("texts")[1]);
        Assert.Equal(0, store.Lists<int>("absent").Count);
        Assert.Contains("has no section absent", Assert.Throws<StoreException>(() => store.Column<int>("absent")).Message, StringComparison.Ordinal);
        Assert.Contains("values of 8 bytes, and not of 4", Assert.Throws<StoreException>(() => store.Column<int>("numbers")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_written_twice_is_the_same_file()
    {
        var first = Write(1000);
        var bytes = File.ReadAllBytes(Path);
        Assert.Equal(first, Write(1000));
        Assert.Equal(bytes, File.ReadAllBytes(Path));
        Assert.NotEqual(first, Write(1001));
    }

    [Fact]
    public void A_bit_that_differs_anywhere_is_refused()
    {
        Write(400_000);
        var sound = File.ReadAllBytes(Path);
        foreach (var at in Enumerable.Range(0, 128).Concat(Enumerable.Range(0, 60).Select(i => 128 + (i * (sound.Length - 129) / 59))))
        {
            var bytes = sound.ToArray();
            bytes[at] ^= 4;
            File.WriteAllBytes(Path, bytes);
            Assert.Throws<StoreException>(() => StoreFile.Open(Path));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(5000)]
    [InlineData(-1)]
    public void What_is_cut_off_is_refused(int length)
    {
        Write(1000);
        var bytes = File.ReadAllBytes(Path);
        File.WriteAllBytes(Path, bytes[..(length < 0 ? bytes.Length + length : length)]);
        Assert.Contains("its end is missing", Assert.Throws<StoreException>(() => StoreFile.Open(Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_longer_or_something_else_is_refused()
    {
        Write(1000);
        File.AppendAllText(Path, "more");
        Assert.Contains("bytes in place of", Assert.Throws<StoreException>(() => StoreFile.Open(Path)).Message, StringComparison.Ordinal);
        File.WriteAllText(Path, new string('x', 500));
        Assert.Contains("is no terminology store", Assert.Throws<StoreException>(() => StoreFile.Open(Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_is_not_finished_leaves_the_old_one()
    {
        var first = Write(1000);
        using (var writer = new StoreWriter(Path)) writer.Add<int>("other", [1]);
        using var store = StoreFile.Open(Path);
        Assert.Equal(first, store.Hash);
        Assert.Equal([Path], Directory.GetFiles(folder));
    }

    private string Write(int numbers)
    {
        using var writer = new StoreWriter(Path);
        writer.Add<long>("numbers", Enumerable.Range(0, numbers).Select(i => (long)i * i).ToArray());
        writer.AddLists<int>("lists", [0, 2, 2, 3], [1, 2, 3]);
        writer.AddTexts("texts", ["", "naïve"]);
        return writer.Finish();
    }
}
