using System.CommandLine;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core;
using PcnMedOpt.Ide.Starting;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt new</c>: a small project that checks clean, to begin from.</summary>
internal static class NewCommand
{
    private const string Name = "first_protocol";

    public static Command Make()
    {
        var folder = new Argument<string>("FOLDER") { Description = "A folder that is new or empty." };
        var name = new Option<string>("--name") { Description = "What the project is called.", DefaultValueFactory = _ => "Our protocols" };
        var organisation = new Option<string>("--organisation") { Description = "Whose it is.", DefaultValueFactory = _ => "Example PCN" };
        var starter = new Option<string[]>("--starter")
        {
            Description = "Protocols to begin from, with their examples, in place of the small one.",
            AllowMultipleArgumentsPerToken = true,
        };
        var starters = new Option<string?>("--starter-folder") { Description = "The folder that holds them." };
        var command = new DocumentedCommand("new", "Start a project.", "medopt new our-protocols") { folder, name, organisation, starter, starters };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output =>
        {
            var path = Path.GetFullPath(parsed.GetValue(folder) ?? ".");
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()) throw new UsageException($"{path} is not empty: nothing was changed.");
            var files = parsed.GetValue(starter) is { Length: > 0 } chosen ? Chosen(chosen, parsed.GetValue(starters), CommandLine.TodayOf(parsed)) : First();
            files[ProjectSettings.FileName] = Settings(parsed.GetValue(name) ?? "", parsed.GetValue(organisation) ?? "");
            files[".gitignore"] = "dist/\n";
            foreach (var (file, text) in files) Write(Path.Combine(path, file), text);
            output.Say($"{path} is a project. Next: medopt check {parsed.GetValue(folder)}, medopt test {parsed.GetValue(folder)}, medopt build {parsed.GetValue(folder)}.");
            return CommandLine.Fine;
        }));
        return command;
    }

    private static Dictionary<string, string> First() => new(StringComparer.Ordinal)
    {
        ["first.medopt"] = BlankProtocol.Text(Compilation.Of([], ProjectSettings.None, default), Name, "Our first protocol", "first_pack", "Our first pack"),
    };

    /// <summary>The protocols, one after the other: what the one has brought, the next does not bring again.</summary>
    private static Dictionary<string, string> Chosen(string[] names, string? folder, DateOnly today)
    {
        var pack = StarterFolder.Read(folder ?? throw new UsageException("Name the folder that holds the protocols with --starter-folder."), today)
            ?? throw new UsageException($"There is no folder of protocols {folder}.");
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var project = Compilation.Of(files.Where(f => f.Key.EndsWith(".medopt", StringComparison.Ordinal)), ProjectSettings.None, today);
            var brought = NewProtocol.Of(pack, name, withExamples: true, project, files.GetValueOrDefault);
            if (brought.Error is { } error) throw new UsageException(error);
            foreach (var file in brought.Files.OrderByDescending(f => f.At)) files[file.Path] = files.GetValueOrDefault(file.Path, "").Insert(file.At ?? 0, file.Text);
        }
        return files;
    }

    private static string Settings(string name, string organisation) =>
        new JObject { ["name"] = name, ["organisation"] = organisation }.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
        File.WriteAllText(path, text);
    }
}
