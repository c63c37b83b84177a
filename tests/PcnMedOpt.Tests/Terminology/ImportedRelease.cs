using PcnMedOpt.Releases;
using PcnMedOpt.Terminology.Building;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Tests.Terminology;

/// <summary>A small generated release, brought in with all its parts; made once for the tests that ask it.</summary>
public sealed class ImportedRelease : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("medopt-").FullName;

    public ImportedRelease()
    {
        Written = ReleaseOnDisk.Write(Generated, folder);
        Report = PathImport.Run(Path.Combine(folder, "store"), null, Written.All, _ => { }, CancellationToken.None);
        Store = ReleaseStore.Open(Path.Combine(folder, "store"));
    }

    public GeneratedRelease Generated { get; } = GeneratedRelease.Of(ReleaseShape.Small);

    public ReleaseOnDisk Written { get; }

    public PathImportReport Report { get; }

    public ReleaseStore Store { get; }

    /// <summary>A place in a folder that is taken away at the end.</summary>
    public string Place(string name) => Path.Combine(folder, name);

    /// <summary>A store of some of the parts.</summary>
    public ReleaseStore With(params string[] paths)
    {
        var path = Place($"store-{Guid.NewGuid():N}");
        PathImport.Run(path, null, paths, _ => { }, CancellationToken.None);
        return ReleaseStore.Open(path);
    }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(folder, true);
    }
}
