using System.Diagnostics;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Terminology.Building;
using PcnMedOpt.Tool.Lsp.Protocol;

namespace PcnMedOpt.Tool.Lsp.Releases;

/// <summary>Tells the editor how far an import has come, under the token that it gave; without one nothing is told.</summary>
internal sealed class ImportTold(LanguageServer server, JToken? token)
{
    /// <summary>How much of the whole reading is, of a hundred: what comes after it does not say how far it is.</summary>
    private const int Reading = 70;

    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(200);

    private readonly Lock gate = new();
    private long last;
    private string what = "";

    /// <summary>It has come to its end, good or bad.</summary>
    public void End()
    {
        lock (gate)
            if (what.Length > 0 && token is not null) server.Progress.Send(ProgressToken.Read(token), new JObject { ["kind"] = "end" });
    }

    public void Tell(ImportProgress progress)
    {
        if (token is not JValue { Value: string or long }) return;
        var under = ProgressToken.Read(token);
        lock (gate)
        {
            var now = Stopwatch.GetTimestamp();
            if (progress.What == what && Stopwatch.GetElapsedTime(last, now) < Often) return;
            var told = new JObject { ["kind"] = what.Length == 0 ? "begin" : "report", ["message"] = progress.What };
            if (what.Length == 0) told["title"] = "Bringing in a terminology release";
            if (progress.Part is { } part) told["percentage"] = (int)(Reading * part);
            (last, what) = (now, progress.What);
            server.Progress.Send(under, told);
        }
    }
}
