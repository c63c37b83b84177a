using System.Diagnostics;

namespace PcnMedOpt.Tests.Support;

/// <summary>Folders under version control.</summary>
internal static class GitFolder
{
    /// <summary>Commits all that is in a folder, which becomes a repository when it is none; also when nothing changed.</summary>
    public static void Commit(string folder)
    {
        if (!Directory.Exists(Path.Combine(folder, ".git"))) Run(folder, "init", "--quiet");
        Run(folder, "add", "--all");
        Run(folder, "-c", "user.name=Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false", "commit", "--quiet", "--allow-empty", "--message", "As it stands");
    }

    public static string Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git does not start.");
        var talk = git.StandardError.ReadToEndAsync();
        var data = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? data : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {talk.Result}");
    }
}
