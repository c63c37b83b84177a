using System.Diagnostics;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Tool.Lsp.Rpc;

namespace PcnMedOpt.Tests.Lsp;

/// <summary>The language server as a process, and an editor that says little of itself: it asks, and takes what comes back to its question.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly FrameReader reader;
    private readonly FrameWriter writer;
    private int id;

    /// <param name="root">The folder that is open, as a URI.</param>
    public ServerProcess(string root)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "medopt.dll"), "lsp", "--today", "2026-11-20" }) start.ArgumentList.Add(argument);
        start.Environment["MEDOPT_TERMINOLOGY"] = Path.Combine(AppContext.BaseDirectory, "no-terminology");
        process = Process.Start(start) ?? throw new InvalidOperationException("The program does not start.");
        (reader, writer) = (new FrameReader(process.StandardOutput.BaseStream), new FrameWriter(process.StandardInput.BaseStream));
        Ask("initialize", new JObject { ["capabilities"] = new JObject(), ["rootUri"] = root, ["processId"] = null });
        Send(new JObject { ["jsonrpc"] = "2.0", ["method"] = "initialized", ["params"] = new JObject() });
    }

    /// <summary>Asks, and waits for the answer; what the server says in between is passed over.</summary>
    public JToken Ask(string method, JToken? parameters)
    {
        Send(new JObject { ["jsonrpc"] = "2.0", ["id"] = ++id, ["method"] = method, ["params"] = parameters });
        while (true)
        {
            var json = reader.Next() is Frame.Message message ? message.Json : throw new InvalidOperationException("The server is gone.");
            if (json["method"] is null && (int?)json["id"] == id) return json["result"] ?? throw new InvalidOperationException(json.ToString());
        }
    }

    public void Dispose()
    {
        Ask("shutdown", null);
        Send(new JObject { ["jsonrpc"] = "2.0", ["method"] = "exit" });
        process.WaitForExit();
        process.Dispose();
    }

    private void Send(JObject message) => writer.Write(json => message.WriteTo(json));
}
