using System.Globalization;
using PcnMedOpt.Data.Columns;

namespace PcnMedOpt.Data.Extracts;

/// <summary>An extract's index: out of the file beside it that holds the columns, or read anew when a file has changed since.</summary>
public static class ExtractFolder
{
    /// <summary>The file of columns. It holds what the extract holds, without NHS numbers: it is to be kept and deleted with it.</summary>
    public const string CacheName = "medopt.columns";

    /// <param name="folder">The folder of the extract.</param>
    /// <param name="progress">Told now and then while the extract is read.</param>
    /// <param name="said">Told in a sentence why the columns could not be kept, when they could not.</param>
    /// <exception cref="ExtractException">The extract cannot be read.</exception>
    public static PatientIndex Open(string folder, Action<ReadProgress>? progress = null, Action<string>? said = null)
    {
        var path = Path.Combine(folder, CacheName);
        var stamp = Stamp(folder);
        if (stamp is not null && File.Exists(path) && IndexFile.Read(path, folder, stamp) is { } kept) return kept;
        var index = ExtractReader.Read(folder, progress);
        try
        {
            // What is written is what was read: a file that changed meanwhile has another stamp now.
            if (stamp is not null && stamp == Stamp(folder)) Write(index, stamp, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            said?.Invoke($"The columns could not be kept beside the extract, so that it is read again the next time: {error.Message}");
        }
        return index;
    }

    private static void Write(PatientIndex index, string stamp, string path)
    {
        var beside = path + ".new";
        using (var stream = File.Create(beside, 1 << 20)) IndexFile.Write(index, stamp, stream);
        if (new FileInfo(beside).Length > IndexFile.MostBytes)
        {
            File.Delete(beside);
            throw new IOException("they are larger than can be read at once.");
        }
        File.Move(beside, path, overwrite: true);
    }

    /// <summary>Names, lengths and times of the files; null when one is missing.</summary>
    private static string? Stamp(string folder)
    {
        FileInfo[] files = [.. new[] { Schema.Patients, Schema.Events, Schema.Medications }.Select(f => new FileInfo(Path.Combine(folder, f)))];
        return files.All(f => f.Exists) ? string.Join('\n', files.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name} {f.Length} {f.LastWriteTimeUtc.Ticks}"))) : null;
    }
}
