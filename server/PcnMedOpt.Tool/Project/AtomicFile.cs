namespace PcnMedOpt.Tool.Project;

/// <summary>Writes a file beside its place and moves it there, so that a failure leaves the old one whole.</summary>
public static class AtomicFile
{
    public static void Write(string path, byte[] bytes)
    {
        var beside = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllBytes(beside, bytes);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            if (File.Exists(beside)) File.Delete(beside);
        }
    }
}
