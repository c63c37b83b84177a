using System.CommandLine;
using PcnMedOpt.Tool.Lsp;
using PcnMedOpt.Tool.Lsp.Rpc;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt lsp</c>: the language server, on standard input and output.</summary>
internal static class LspCommand
{
    public static Command Make()
    {
        var command = new DocumentedCommand("lsp", "The language server, for an editor: it talks the Language Server Protocol on standard input and output.", "medopt lsp");
        command.SetAction(parsed => CommandLine.Guarded(parsed, _ =>
        {
            using var input = Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            // Standard output carries the protocol alone: whatever else writes there goes to standard error.
            Console.SetOut(Console.Error);
            var connection = new Connection(new FrameReader(input), new FrameWriter(output), Complain);
            return new LanguageServer(connection, () => CommandLine.TodayOf(parsed), () => Environment.Exit(CommandLine.ProblemsFound)).Run();
        }));
        return command;
    }

    /// <summary>An editor shows standard error in its log of the server.</summary>
    private static void Complain(string message, Exception? fault) => Console.Error.WriteLine(fault is null ? message : $"{message}\n{fault}");
}
