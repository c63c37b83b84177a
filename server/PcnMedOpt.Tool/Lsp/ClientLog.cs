using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Rpc;

namespace PcnMedOpt.Tool.Lsp;

/// <summary>What the server has to say beside its answers: to the editor's log.</summary>
internal sealed class ClientLog(Connection connection)
{
    public void Warn(string text) => Send(MessageType.Warning, text);

    /// <summary>A fault of ours: what was asked for is answered with nothing, and the server goes on.</summary>
    public void Fault(string text, Exception error) => Send(MessageType.Error, $"{text} {error}");

    private void Send(MessageType type, string text) => connection.Notify(Notifications.LogMessage, new LogMessageParams { Type = type, Message = text });
}
