using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Pdf;

/// <summary>Finds the browser that prints: any that is built on Chromium, for they all have the same printing and the same protocol.</summary>
public static class Browsers
{
    /// <summary>The environment variable that names a browser.</summary>
    public const string Variable = "MEDOPT_BROWSER";

    private static readonly string[] Commands =
        ["microsoft-edge", "microsoft-edge-stable", "google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "msedge", "chrome"];

    /// <summary>The named browser, else that of the environment variable, else the first that is installed in a usual place.</summary>
    /// <exception cref="UsageException">There is none, or none where one was named.</exception>
    public static string Find(string? named)
    {
        var (given, where) = named is { Length: > 0 } ? (named, "--browser") : (Environment.GetEnvironmentVariable(Variable), Variable);
        if (given is { Length: > 0 }) return File.Exists(given) ? Path.GetFullPath(given) : throw new UsageException($"{where} names {given}, and there is no such file. Name the program of Edge, Chrome or Chromium.");
        return Places().FirstOrDefault(File.Exists) ?? throw new UsageException(
            $"A PDF is printed by a browser, and none was found. Install Microsoft Edge, Google Chrome or Chromium, or name the program of one: --browser PATH, or {Variable} in the environment. Without --pdf everything else is built.");
    }

    private static IEnumerable<string> Places()
    {
        foreach (var place in OperatingSystem.IsWindows() ? Windows() : OperatingSystem.IsMacOS() ? MacOs() : []) yield return place;
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(Path.IsPathRooted))
            foreach (var command in Commands) yield return Path.Combine(folder, command + suffix);
        if (OperatingSystem.IsLinux())
            foreach (var place in new[] { "/opt/microsoft/msedge/msedge", "/opt/google/chrome/chrome", "/usr/bin/chromium", "/snap/bin/chromium" }) yield return place;
    }

    private static IEnumerable<string> Windows() =>
        from folder in new[] { Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.LocalApplicationData }
        let root = Environment.GetFolderPath(folder)
        where root.Length > 0
        from program in new[] { @"Microsoft\Edge\Application\msedge.exe", @"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe" }
        select Path.Combine(root, program);

    private static IEnumerable<string> MacOs() =>
        from root in new[] { "/Applications", Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Applications") }
        from name in new[] { "Microsoft Edge", "Google Chrome", "Chromium" }
        select $"{root}/{name}.app/Contents/MacOS/{name}";
}
