using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using PcnMedOpt.Core.Semantics.Pinning;

namespace PcnMedOpt.Tool.Project;

/// <summary>
/// A project as it stood at a revision, read through git. The work tree is not touched and no branch is changed: what is needed of the project is written into a
/// folder for the time being, which is removed at the end.
/// </summary>
internal sealed class GitProject : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("medopt-git").FullName;

    private GitProject()
    {
    }

    public ProjectFolder Folder => new(folder);

    /// <exception cref="UsageException">There is no git, the folder is in no repository, or the revision or the project in it is not there.</exception>
    public static GitProject At(string revision, ProjectFolder now, DateOnly today)
    {
        if (Run(now.Root, "rev-parse", "--is-inside-work-tree") is not "true") throw new UsageException($"{now.Root} is in no git repository: --git compares with a revision of one.");
        if (Run(now.Root, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}") is not { Length: > 0 } commit)
            throw new UsageException($"There is no revision {revision} in the repository of {now.Root}. In CI it may have to be fetched first (fetch-depth: 0).");
        var prefix = Run(now.Root, "rev-parse", "--show-prefix") ?? "";
        var blobs = Blobs(now.Root, commit, prefix);
        if (!blobs.ContainsKey(Core.ProjectSettings.FileName)) throw new UsageException($"At {revision} there is no project in {(prefix.Length == 0 ? "the repository" : prefix.TrimEnd('/'))}: it holds no {Core.ProjectSettings.FileName}.");
        var project = new GitProject();
        try
        {
            project.Write(now.Root, blobs.Where(b => b.Key is Core.ProjectSettings.FileName or TerminologyLock.FileName || ProjectFolder.IsSource(b.Key)));
            var compilation = LoadedProject.Load(project.Folder, today).Compilation;
            var wanted = compilation.Wanted.Append(compilation.Settings.EmisCodes).OfType<string>().ToHashSet(StringComparer.Ordinal);
            project.Write(now.Root, blobs.Where(b => wanted.Contains(b.Key)));
            return project;
        }
        catch
        {
            project.Dispose();
            throw;
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>The files of the project at a commit, by their path in it; links and other repositories are none.</summary>
    private static Dictionary<string, string> Blobs(string root, string commit, string prefix)
    {
        var listed = Run(root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", prefix.Length == 0 ? "." : prefix) ?? "";
        var blobs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in listed.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var (head, path) = (entry[..entry.IndexOf('\t', StringComparison.Ordinal)].Split(' '), entry[(entry.IndexOf('\t', StringComparison.Ordinal) + 1)..]);
            if (head is [not "120000", "blob", var id] && path.StartsWith(prefix, StringComparison.Ordinal)) blobs[path[prefix.Length..]] = id;
        }
        return blobs;
    }

    private void Write(string root, IEnumerable<KeyValuePair<string, string>> blobs)
    {
        var files = blobs.ToList();
        if (files.Count == 0) return;
        using var git = Start(root, ["cat-file", "--batch"]);
        var asked = Task.Run(() =>
        {
            foreach (var file in files) git.StandardInput.WriteLine(file.Value);
            git.StandardInput.Close();
        });
        var answers = git.StandardOutput.BaseStream;
        foreach (var (path, _) in files)
        {
            var size = int.Parse(Line(answers).Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
            var bytes = new byte[size];
            answers.ReadExactly(bytes);
            answers.ReadByte();
            var full = Path.GetFullPath(Path.Combine(folder, path));
            if (!full.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? folder);
            File.WriteAllBytes(full, bytes);
        }
        asked.Wait();
        git.WaitForExit();
    }

    private static string Line(Stream stream)
    {
        var line = new StringBuilder();
        for (var next = stream.ReadByte(); next is not ('\n' or -1); next = stream.ReadByte()) line.Append((char)next);
        return line.ToString();
    }

    /// <summary>What git prints, or null where it fails.</summary>
    private static string? Run(string root, params string[] arguments)
    {
        using var git = Start(root, arguments);
        git.StandardInput.Close();
        var talk = git.StandardError.ReadToEndAsync();
        var text = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        if (git.ExitCode == 0) return text.TrimEnd('\n', '\r');
        if (talk.Result.Contains("dubious ownership", StringComparison.Ordinal)) throw new UsageException($"git does not read this repository, because it belongs to somebody else: {talk.Result.Trim()}");
        return null;
    }

    private static Process Start(string root, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("git") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in new[] { "-C", root }.Concat(arguments)) start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start) ?? throw new UsageException("git does not start.");
        }
        catch (Win32Exception)
        {
            throw new UsageException("There is no git here: install it, or compare two folders: medopt diff OLD NEW.");
        }
    }
}
