using System.CommandLine;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Commands;

/// <summary>Runs a command's work again whenever a file of the project changes, until it is stopped.</summary>
internal static class Watch
{
    /// <summary>Editors save in several steps; what follows within this time is one change.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(120);

    public static Option<bool> Option() => new("--watch") { Description = "Do it again whenever a file of the project changes." };

    public static int Run(bool watching, string? path, Output output, Func<int> work)
    {
        if (!watching) return work();
        var folder = ProjectFolder.Find(path);
        using var stopped = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stopped.Cancel();
        };
        using var changed = new SemaphoreSlim(0);
        using var watcher = new FileSystemWatcher(folder.Root) { IncludeSubdirectories = true, EnableRaisingEvents = true };
        void Changed(object sender, FileSystemEventArgs change)
        {
            if (Path.GetExtension(change.Name) is ".medopt" or ".csv" or ".json" or ".hbs") changed.Release();
        }
        watcher.Changed += Changed;
        watcher.Created += Changed;
        watcher.Deleted += Changed;
        watcher.Renamed += Changed;
        while (true)
        {
            try
            {
                work();
            }
            catch (UsageException error)
            {
                output.Complain(error.Message);
            }
            output.Say($"Watching {folder.Root}. Ctrl+C ends it.");
            try
            {
                changed.Wait(stopped.Token);
                while (changed.Wait(Settling, stopped.Token))
                {
                }
            }
            catch (OperationCanceledException)
            {
                return CommandLine.Fine;
            }
        }
    }
}
