namespace PcnMedOpt.Tool.Commands;

/// <summary>What is written when the program itself fails: a file that can be sent to those who make it. It holds no text of the project.</summary>
internal static class FaultReport
{
    public static string Write(Exception error)
    {
        var report = $"medopt {ToolInfo.Version}\n{Environment.OSVersion}\n{Environment.Version}\n{error}\n";
        var path = Path.Combine(Path.GetTempPath(), $"medopt-fault-{Environment.ProcessId}.txt");
        try
        {
            File.WriteAllText(path, report);
            return $"medopt failed, and it is our fault: {error.Message}\nPlease send {path} to those who look after it. It holds no text of your project.";
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return $"medopt failed, and it is our fault. Please send this to those who look after it:\n{report}";
        }
    }
}
