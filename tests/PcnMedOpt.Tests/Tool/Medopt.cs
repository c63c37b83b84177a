using System.Diagnostics;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Tool;

/// <summary>What a run of the program gave.</summary>
public sealed record MedoptRun(int ExitCode, string Data, string Talk);

/// <summary>Runs the program as a process of its own, in a folder of its own, as on a machine of a user: not as CI does.</summary>
public sealed class Medopt : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "medopt.dll");

    public string Folder { get; } = Directory.CreateTempSubdirectory("medopt-tool").FullName;

    public MedoptRun Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["MEDOPT_TERMINOLOGY"] = Path.Combine(Folder, "terminology");
        start.Environment.Remove("CI");
        foreach (var argument in arguments.Prepend(Program)) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The program does not start.");
        var talk = process.StandardError.ReadToEndAsync();
        var data = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new MedoptRun(process.ExitCode, data.ReplaceLineEndings("\n"), talk.Result.ReplaceLineEndings("\n"));
    }

    public string Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public static string Example => Repository.PathOf("tests", "cases", "language-tour");
}
