using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tests.Lsp;

/// <summary>A folder of the disk that is gone after the test.</summary>
public sealed class DiskFolder : IDisposable
{
    public DiskFolder(params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files) Write(path, text);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("medopt-").FullName;

    public string Full(string path) => Path.Combine(Root, path);

    public string Uri(string path) => FileUri.Of(Full(path));

    public string Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path)) ?? Root);
        File.WriteAllText(Full(path), text);
        return Full(path);
    }

    public string Delete(string path)
    {
        if (Directory.Exists(Full(path))) Directory.Delete(Full(path), recursive: true);
        else File.Delete(Full(path));
        return Full(path);
    }

    public void Dispose()
    {
        if (Directory.Exists(Root)) Directory.Delete(Root, recursive: true);
    }
}
