using System.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Tool.Lsp.Rpc;

namespace PcnMedOpt.Tool.Lsp.Recording;

/// <summary>
/// Writes a session into a file, line by line as it happens, so that it can be run again: the messages of both sides, and the files of the projects as
/// the server found them. With a scrambler, letters and digits are others than they were.
/// </summary>
internal sealed class Recorder : IDisposable
{
    private readonly Lock gate = new();
    private readonly StreamWriter file;
    private readonly ScrambledSession? scrambled;
    private readonly RecordedFiles files;
    private readonly Log log;
    private volatile bool failed;
    private readonly long began = Stopwatch.GetTimestamp();

    /// <exception cref="IOException">The file cannot be written.</exception>
    public Recorder(string path, DateOnly today, Scrambler? scrambler, Log log)
    {
        this.log = log;
        file = new StreamWriter(path) { AutoFlush = true, NewLine = "\n" };
        scrambled = scrambler is null ? null : new ScrambledSession(scrambler);
        files = new RecordedFiles(today);
        Write(new RecordedLine.Beginning(ToolInfo.Version, today, scrambled is not null));
    }

    private long Now => (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds;

    public void Listen(Connection connection, FrameWriter writer)
    {
        connection.Tap = text => Take(text, isFromClient: true);
        writer.Tap = text => Take(text, isFromClient: false);
    }

    public void Dispose()
    {
        lock (gate)
            file.Dispose();
    }

    /// <summary>A recording that fails ends, and the session goes on.</summary>
    private void Take(string text, bool isFromClient)
    {
        if (failed) return;
        try
        {
            Record(text, isFromClient);
        }
        catch (Exception error)
        {
            failed = true;
            log("The recording has ended here.", error);
        }
    }

    private void Record(string text, bool isFromClient)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = 1024 };
        var message = JToken.ReadFrom(reader);
        lock (gate)
        {
            if (isFromClient)
                foreach (var (uri, content) in files.NamedBy(message))
                    Write(new RecordedLine.OnDisk(Now, scrambled?.Text(uri) ?? uri, content is null ? null : scrambled?.File(uri, content) ?? content));
            Write(new RecordedLine.Message(Now, isFromClient, scrambled?.Message(message) ?? message));
        }
    }

    private void Write(RecordedLine line) => file.WriteLine(line.Write());
}
