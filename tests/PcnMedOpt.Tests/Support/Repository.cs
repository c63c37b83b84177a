using System.Runtime.CompilerServices;

namespace PcnMedOpt.Tests.Support;

/// <summary>Where things are in the checkout.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>True when expected files are to be rewritten: npm run accept.</summary>
    public static bool Accepting => Environment.GetEnvironmentVariable("MEDOPT_ACCEPT") == "1";

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Material that may stand beside the checkout; tests that use it also pass without it.</summary>
    public static string? Shared(params string[] parts)
    {
        var path = Path.Combine([Root, "..", "shared", .. parts]);
        return Path.Exists(path) ? path : null;
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "PcnMedOpt.sln"))) return folder;
        throw new DirectoryNotFoundException($"No PcnMedOpt.sln above {here}.");
    }
}
