using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Rpc;

namespace PcnMedOpt.Tool.Lsp;

/// <summary>What the server has to say beside its answers: to the editor's log, and to its trace as far as the editor asks.</summary>
internal sealed class ClientLog(Connection connection)
{
    /// <summary>Off, messages (which, and how long they took), or verbose (what they held too).</summary>
    public TraceValue Trace { get; set; } = TraceValue.Off;

    public void Warn(string text) => Send(MessageType.Warning, text);

    /// <summary>A fault of ours: the request is answered with nothing, and the server goes on.</summary>
    public void Fault(string while_, Exception error) => Send(MessageType.Error, $"A fault of medopt while {while_}: {error}");

    public void Traced(string message, Func<string> verbose)
    {
        if (Trace == TraceValue.Off) return;
        connection.Notify(Notifications.LogTrace.Method, new LogTraceParams { Message = message, Verbose = Trace == TraceValue.Verbose ? verbose() : null }.Write);
    }

    private void Send(MessageType type, string text) => connection.Notify(Notifications.LogMessage.Method, new LogMessageParams { Type = type, Message = text }.Write);
}
