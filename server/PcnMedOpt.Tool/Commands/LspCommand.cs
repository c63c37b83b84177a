using System.CommandLine;
using PcnMedOpt.Tool.Lsp;
using PcnMedOpt.Tool.Lsp.Counting;
using PcnMedOpt.Tool.Lsp.Recording;
using PcnMedOpt.Tool.Lsp.Releases;
using PcnMedOpt.Tool.Lsp.Rpc;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt lsp</c>: the language server, on standard input and output.</summary>
internal static class LspCommand
{
    public static Command Make()
    {
        var record = new Option<string?>("--record")
        {
            HelpName = "FILE",
            Description = "Write the session into FILE, for a report of a fault: the messages of both sides and the files of the projects. It holds all texts, unless --scramble is given.",
        };
        var scramble = new Option<bool>("--scramble")
        {
            Description = "Replace letters and digits in what is recorded by others, the same word always by the same: names, terms, codes, numbers, dates, comments, names of files. "
                + "Keywords, punctuation, units, lengths, and the structure of the messages are kept.",
        };
        var replay = new Option<string?>("--replay")
        {
            HelpName = "FILE",
            Description = "Run a recorded session against this program, in a temporary folder, and say which answers differ: 0 when none does, 1 when some do. Of a scrambled one only the kinds of the answers are compared.",
        };
        var data = new Option<string?>("--data") { HelpName = "FOLDER", Description = "Count cohorts in the extract in FOLDER, for the lines above them and previews. It is read here and sent nowhere." };
        var command = new DocumentedCommand(
            "lsp", "The language server, for an editor: it talks the Language Server Protocol on standard input and output.", "medopt lsp --record session.jsonl --scramble") { record, scramble, replay, data };
        command.SetAction(parsed => CommandLine.Guarded(parsed, said =>
        {
            var (to, from) = (parsed.GetValue(record), parsed.GetValue(replay));
            if (parsed.GetValue(scramble) && to is null) throw new UsageException("--scramble is for --record FILE.");
            if (from is not null && to is not null) throw new UsageException("--replay and --record do not go together.");
            if (from is not null) return Replay.Run(from, said.Data) ? CommandLine.Fine : CommandLine.ProblemsFound;
            var today = CommandLine.TodayOf(parsed);
            using var recorder = to is null ? null : new Recorder(to, today, parsed.GetValue(scramble) ? new Scrambler(new Random()) : null, Complain);
            return Serve(() => CommandLine.TodayOf(parsed), new EditorData(parsed.GetValue(data)), new EditorReleases(ProjectSources.Stores, ProjectSources.Here().IsLockRequired), recorder);
        }));
        return command;
    }

    private static int Serve(Func<DateOnly> today, EditorData data, EditorReleases releases, Recorder? recorder)
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        // Standard output carries the protocol alone: whatever else writes there goes to standard error.
        Console.SetOut(Console.Error);
        var writer = new FrameWriter(output);
        var connection = new Connection(new FrameReader(input), writer, Complain);
        recorder?.Listen(connection, writer);
        return new LanguageServer(connection, today, data, releases, () => Environment.Exit(CommandLine.ProblemsFound)).Run();
    }

    /// <summary>An editor shows standard error in its log of the server.</summary>
    private static void Complain(string message, Exception? fault) => Console.Error.WriteLine(fault is null ? message : $"{message}\n{fault}");
}
