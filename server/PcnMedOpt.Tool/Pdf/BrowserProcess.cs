using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Pdf;

/// <summary>
/// A browser without a window that is spoken to over two pipes, with a profile of its own that is deleted afterwards. It opens no port, asks the
/// network for nothing, and touches no profile of a person.
/// </summary>
internal sealed class BrowserProcess : IDisposable
{
    /// <summary>How long it may take to end by itself.</summary>
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(5);

    private static readonly string[] Flags =
    [
        "--headless", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-default-apps",
        "--disable-breakpad", "--disable-crash-reporter", "--no-first-run", "--no-default-browser-check", "--font-render-hinting=none", "--host-resolver-rules=MAP * ~NOTFOUND",
    ];

    private readonly string profile;
    private readonly Process process;
    private readonly List<IDisposable> open = [];

    /// <exception cref="UsageException">It cannot be started.</exception>
    public BrowserProcess(string browser)
    {
        profile = Directory.CreateTempSubdirectory("medopt-browser-").FullName;
        var flags = Flags.Append($"--user-data-dir={profile}").ToList();
        // As root, as in a container, Chromium refuses to start with its sandbox.
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess) flags.Add("--no-sandbox");
        try
        {
            process = OperatingSystem.IsWindows() ? OnWindows(browser, flags) : OnUnix(browser, flags);
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            DeleteProfile();
            throw new UsageException($"{browser} could not be started: {error.Message}");
        }
    }

    /// <summary>What it is told.</summary>
    public Stream Words { get; private set; } = Stream.Null;

    /// <summary>What it answers.</summary>
    public Stream Answers { get; private set; } = Stream.Null;

    public void Dispose()
    {
        foreach (var each in open) each.Dispose();
        try
        {
            if (!process.WaitForExit(Ending)) process.Kill(entireProcessTree: true);
            process.WaitForExit(Ending);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It has ended meanwhile.
        }
        process.Dispose();
        DeleteProfile();
    }

    /// <summary>
    /// The protocol wants descriptors 3 and 4 (DevTools, remote-debugging-pipe). A program of .NET can hand over no others than 0 to 2, so that a shell
    /// makes them of these and becomes the browser.
    /// </summary>
    private Process OnUnix(string browser, List<string> flags)
    {
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("""exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1""");
        start.ArgumentList.Add(browser);
        start.ArgumentList.Add("--remote-debugging-pipe");
        foreach (var flag in flags) start.ArgumentList.Add(flag);
        var started = Process.Start(start) ?? throw new IOException("no process came of it");
        (Words, Answers) = (started.StandardInput.BaseStream, started.StandardOutput.BaseStream);
        open.AddRange([Words, Answers]);
        return started;
    }

    /// <summary>On Windows the handles of two pipes are inherited, and their numbers named (Chromium, remote-debugging-io-pipes).</summary>
    private Process OnWindows(string browser, List<string> flags)
    {
        var words = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        var answers = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        open.AddRange([words, answers]);
        var start = new ProcessStartInfo(browser) { UseShellExecute = false, CreateNoWindow = true };
        start.ArgumentList.Add("--remote-debugging-pipe");
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--remote-debugging-io-pipes={words.GetClientHandleAsString()},{answers.GetClientHandleAsString()}"));
        foreach (var flag in flags) start.ArgumentList.Add(flag);
        var started = Process.Start(start) ?? throw new IOException("no process came of it");
        words.DisposeLocalCopyOfClientHandle();
        answers.DisposeLocalCopyOfClientHandle();
        (Words, Answers) = (words, answers);
        return started;
    }

    /// <summary>A child of the browser may hold a file for a moment longer: what is left then lies in the folder for temporary files.</summary>
    private void DeleteProfile()
    {
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Deleted by the system, as all that is temporary.
        }
    }
}
