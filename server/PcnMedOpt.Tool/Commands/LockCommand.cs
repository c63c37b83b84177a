using System.CommandLine;
using System.Globalization;
using System.Text;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt lock</c></summary>
internal static class LockCommand
{
    public static Command Make()
    {
        var path = ProjectArgument.Make();
        var update = new Option<bool>("--update") { Description = "Ask everything of the release at hand, also where the lock is of another one." };
        var check = new Option<bool>("--check") { Description = "Write nothing; say what would enter and leave. The exit code is 1 where the lock would change." };
        var command = new DocumentedCommand("lock", "Write what the codes of a project stand for in the release at hand, so that every machine checks and builds the same.", "medopt lock protocols") { path, update, check };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output =>
        {
            var project = ProjectArgument.Load(parsed, path, output);
            if (project.Compilation.Knowledge.Release is not { } release)
                throw new UsageException("There is no terminology release on this machine to write a lock with. medopt terminology import PATH brings one in.");
            var (pinned, changes) = Locking.Of(project.Compilation, release, parsed.GetValue(update), CommandLine.TodayOf(parsed));
            foreach (var change in changes) Say(output, change);
            var text = LockText.Of(pinned);
            var file = project.Folder.Full(TerminologyLock.FileName);
            var isSame = File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == text;
            if (!isSame && !parsed.GetValue(check)) AtomicFile.Write(file, new UTF8Encoding(false).GetBytes(text));
            output.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{(isSame ? "Nothing to change in" : parsed.GetValue(check) ? "Would write" : "Wrote")} {TerminologyLock.FileName}: {pinned.Sets.Count} declarations, {pinned.Sets.Values.Sum(s => s.Codes.Length):N0} lines of codes, by {pinned.Release}."));
            return !isSame && parsed.GetValue(check) ? CommandLine.ProblemsFound : CommandLine.Fine;
        }));
        return command;
    }

    private static void Say(Output output, LockedChange change)
    {
        if (change.Change is not { } codes) output.Data.WriteLine(change.IsGone ? $"{change.Name}: no longer in the lock" : $"{change.Name}: new in the lock");
        else
        {
            foreach (var code in codes.Enter) output.Data.WriteLine($"{change.Name}: enters {Shown(code)}");
            foreach (var code in codes.Leave) output.Data.WriteLine($"{change.Name}: leaves {Shown(code)}");
            foreach (var code in codes.Retired) output.Data.WriteLine($"{change.Name}: {(code.Status == CodeStatus.Unknown ? "unknown" : "retired")} {Shown(code)}");
        }
    }

    private static string Shown(PinnedCode code) => string.Create(CultureInfo.InvariantCulture, $"{code.Id} |{code.Term}|");
}
