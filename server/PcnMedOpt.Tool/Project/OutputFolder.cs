using PcnMedOpt.Emit.Packs;

namespace PcnMedOpt.Tool.Project;

/// <summary>
/// Where a build goes: <c>packs/</c> and <c>index.html</c> in a folder. They are written beside their place and moved there at the end, so that a
/// build that fails leaves the last good one.
/// </summary>
public static class OutputFolder
{
    /// <summary>Lies in every packs folder of ours: a folder without it is somebody else's and is not touched.</summary>
    private const string Mark = "packs.json";

    public static void Write(string folder, IReadOnlyCollection<OutputFile> packs, string index, string mark)
    {
        Directory.CreateDirectory(folder);
        var place = Path.Combine(folder, "packs");
        if (Directory.Exists(place) && !File.Exists(Path.Combine(place, Mark)) && Directory.EnumerateFileSystemEntries(place).Any())
            throw new UsageException($"{place} is there and was not made by medopt. Choose another folder with --out.");
        var beside = Path.Combine(folder, $".packs-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(beside);
            foreach (var file in packs)
            {
                var path = Path.Combine(beside, file.Path.Replace('/', Path.DirectorySeparatorChar));
                Directory.CreateDirectory(Path.GetDirectoryName(path) ?? beside);
                File.WriteAllBytes(path, file.Bytes.AsSpan());
            }
            File.WriteAllText(Path.Combine(beside, Mark), mark);
            Replace(place, beside, folder);
            AtomicFile.Write(Path.Combine(folder, "index.html"), System.Text.Encoding.UTF8.GetBytes(index));
        }
        finally
        {
            if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        }
    }

    /// <summary>Windows does not move a folder in use: both are then left, and the message names the place.</summary>
    private static void Replace(string place, string beside, string folder)
    {
        var old = Path.Combine(folder, $".packs-old-{Environment.ProcessId}");
        try
        {
            if (Directory.Exists(place)) Directory.Move(place, old);
            Directory.Move(beside, place);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(old) && !Directory.Exists(place)) Directory.Move(old, place);
            throw new UsageException($"{place} cannot be replaced, perhaps because a file in it is open ({error.Message}). Close it and build again; the last build is untouched.");
        }
        if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
    }
}
