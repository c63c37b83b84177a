using System.Globalization;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Rpc;

namespace PcnMedOpt.Tool.Lsp;

/// <summary>Shows in the editor that something takes longer than half a second, where it does.</summary>
internal sealed class Progress(LanguageServer server, Connection connection)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private int count;

    public void While(string title, Action work)
    {
        if (!server.Client.ShowsProgress)
        {
            work();
            return;
        }
        var gate = new Lock();
        ProgressToken? token = null;
        var isDone = false;
        using var timer = new Timer(_ =>
        {
            lock (gate)
            {
                if (isDone) return;
                token = $"medopt-{Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture)}";
                _ = connection.Ask(Requests.WorkDoneProgressCreate, new WorkDoneProgressCreateParams { Token = token });
                Send(token, new JObject { ["kind"] = "begin", ["title"] = title });
            }
        }, null, Patience, Timeout.InfiniteTimeSpan);
        try
        {
            work();
        }
        finally
        {
            lock (gate)
            {
                isDone = true;
                if (token is not null) Send(token, new JObject { ["kind"] = "end" });
            }
        }
    }

    public void Send(ProgressToken token, JToken value) => connection.Notify(Notifications.Progress, new ProgressParams { Token = token, Value = value });
}
