using System.IO.Pipes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Tool.Lsp.Counting;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Releases;
using PcnMedOpt.Tool.Lsp.Rpc;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Lsp.Recording;

/// <summary>
/// Runs a recording against this program: its files are written into a temporary folder, its client's messages sent in their order, each after the answers
/// that the real client had by then. The answers are compared with those recorded, apart from requests that were given up in either run.
/// </summary>
internal static class Replay
{
    /// <summary>True when every answer is as recorded.</summary>
    /// <exception cref="UsageException">The file is no recording.</exception>
    public static bool Run(string path, TextWriter output)
    {
        var lines = File.ReadLines(path).Select(RecordedLine.Read).ToList();
        if (lines is not [RecordedLine.Beginning beginning, .. var rest]) throw new UsageException($"{path} is no recording of the language server.");
        var root = Directory.CreateTempSubdirectory("medopt-replay-").FullName;
        try
        {
            var moved = new MovedFiles(root);
            return Report(beginning, rest, Answers(beginning, rest, moved), moved, output);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static IReadOnlyDictionary<string, JObject> Answers(RecordedLine.Beginning beginning, IReadOnlyList<RecordedLine?> lines, MovedFiles moved)
    {
        using var toServer = new AnonymousPipeServerStream(PipeDirection.Out);
        using var serverInput = new AnonymousPipeClientStream(PipeDirection.In, toServer.ClientSafePipeHandle);
        using var fromServer = new AnonymousPipeServerStream(PipeDirection.In);
        using var serverOutput = new AnonymousPipeClientStream(PipeDirection.Out, fromServer.ClientSafePipeHandle);
        var connection = new Connection(new FrameReader(serverInput), new FrameWriter(serverOutput), static (_, _) => { });
        var server = Task.Factory.StartNew(
            () =>
            {
                new LanguageServer(connection, () => beginning.Today, new EditorData(null), new EditorReleases(null, false), static () => { }).Run();
                serverOutput.Dispose();
            },
            TaskCreationOptions.LongRunning);
        var client = new ReplayClient(new FrameReader(fromServer), new FrameWriter(toServer), RecordedReplies.Of(lines, moved));
        var reading = Task.Factory.StartNew(client.Read, TaskCreationOptions.LongRunning);
        foreach (var line in lines)
        {
            if (line is RecordedLine.OnDisk file) moved.Write(file);
            if (line is RecordedLine.Message { IsFromClient: false, Json: JObject answer } && IsAnswer(answer)) client.WaitFor(IdOf(answer));
            if (line is RecordedLine.Message { IsFromClient: true, Json: var message } && !(message is JObject reply && IsAnswer(reply))) client.Send(moved.There(message));
        }
        toServer.Dispose();
        server.Wait();
        reading.Wait();
        return client.Answers;
    }

    private static bool Report(
        RecordedLine.Beginning beginning, IReadOnlyList<RecordedLine?> lines, IReadOnlyDictionary<string, JObject> answers, MovedFiles moved, TextWriter output)
    {
        var methods = new Dictionary<string, string>(StringComparer.Ordinal);
        var (same, different, withdrawn) = (0, 0, 0);
        foreach (var message in lines.OfType<RecordedLine.Message>())
        {
            if (message.Json is not JObject recorded || recorded["id"] is null or { Type: JTokenType.Null }) continue;
            if (message.IsFromClient && (recorded["method"] as JValue)?.Value is string method) methods[IdOf(recorded)] = method;
            if (message.IsFromClient || !IsAnswer(recorded)) continue;
            var now = answers.GetValueOrDefault(IdOf(recorded));
            if (IsWithdrawn(recorded) || (now is not null && IsWithdrawn(now))) withdrawn++;
            else if (now is not null && Essence(recorded, beginning.Scrambled, moved) == Essence(now, beginning.Scrambled, moved)) same++;
            else
            {
                different++;
                output.WriteLine($"{methods.GetValueOrDefault(IdOf(recorded), "?")} ({recorded["id"]})");
                output.WriteLine($"  recorded {Short(Essence(recorded, beginning.Scrambled, moved))}");
                output.WriteLine($"  now      {(now is null ? "no answer" : Short(Essence(now, beginning.Scrambled, moved)))}");
            }
        }
        output.WriteLine($"{same} answers as recorded, {different} different, {withdrawn} given up.{(beginning.Scrambled ? " The recording is scrambled: only the kinds of the answers are compared." : "")}");
        return different == 0;
    }

    /// <summary>What is compared of an answer: all of it but the server's version; of a scrambled one whether it is a result, nothing, or which error.</summary>
    private static string Essence(JObject answer, bool scrambled, MovedFiles moved)
    {
        var copy = moved.Here(answer);
        (copy["result"] as JObject)?.Remove("serverInfo");
        if (!scrambled) return (copy["error"] ?? copy["result"] ?? JValue.CreateNull()).ToString(Formatting.None);
        return copy["error"]?["code"]?.ToString() ?? (copy["result"] is { Type: not JTokenType.Null } ? "a result" : "nothing");
    }

    private static string Short(string text) => text.Length <= 400 ? text : text[..400] + "…";

    private static bool IsAnswer(JObject message) => message["method"] is null;

    private static bool IsWithdrawn(JObject answer) => answer["error"]?["code"] is JValue { Value: long code }
        && (LSPErrorCodes)code is LSPErrorCodes.RequestCancelled or LSPErrorCodes.ContentModified or LSPErrorCodes.ServerCancelled;

    internal static string IdOf(JObject message) => message["id"]?.ToString(Formatting.None) ?? "";
}
