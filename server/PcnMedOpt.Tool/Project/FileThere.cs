namespace PcnMedOpt.Tool.Project;

/// <summary>Files that another program may take away at any moment.</summary>
internal static class FileThere
{
    /// <summary>What is read of a file; null where there is none, or it was taken away meanwhile.</summary>
    public static T? Read<T>(string full, Func<string, T?> read)
        where T : class
    {
        try
        {
            return File.Exists(full) ? read(full) : null;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
