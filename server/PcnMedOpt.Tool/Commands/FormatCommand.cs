using System.CommandLine;
using System.Text;
using PcnMedOpt.Core.Formatting;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt format</c>: writes the sources in their canonical form, or says which are not in it.</summary>
internal static class FormatCommand
{
    public static Command Make()
    {
        var path = new Argument<string?>("PATH") { Description = "A project's folder or one .medopt file; default the nearest project.", Arity = ArgumentArity.ZeroOrOne };
        var check = new Option<bool>("--check") { Description = "Change nothing; say which files are not in canonical form." };
        var command = new DocumentedCommand("format", "Write the sources in their one canonical form.", "medopt format protocols --check") { path, check };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output =>
        {
            var changed = 0;
            foreach (var (file, shown) in Files(parsed.GetValue(path)))
            {
                var (text, fault) = Utf8Text.Read(File.ReadAllBytes(file));
                if (fault is not null) throw new UsageException($"{shown} is not UTF-8 and is left as it is.");
                var formatted = Formatter.Format(text);
                if (formatted == text) continue;
                changed++;
                output.Data.WriteLine(parsed.GetValue(check) ? $"{shown}:1:1: is not in canonical form" : shown);
                if (!parsed.GetValue(check)) AtomicFile.Write(file, new UTF8Encoding(false).GetBytes(formatted));
            }
            var files = changed == 1 ? "1 file" : $"{changed} files";
            output.Say(parsed.GetValue(check) ? $"{files} would change." : $"{files} changed.");
            return parsed.GetValue(check) && changed > 0 ? CommandLine.ProblemsFound : CommandLine.Fine;
        }));
        return command;
    }

    private static IEnumerable<(string File, string Shown)> Files(string? path)
    {
        if (path is not null && File.Exists(path) && path.EndsWith(".medopt", StringComparison.Ordinal)) return [(Path.GetFullPath(path), path)];
        var folder = ProjectFolder.Find(path);
        return folder.Sources().Order(StringComparer.Ordinal).Select(s => (folder.Full(s), s)).ToList();
    }
}
