namespace PcnMedOpt.Tool.Lsp.Protocol;

/// <summary>A message that is JSON and not what the protocol says. The message names the type and the place.</summary>
public sealed class ProtocolException(string type, string member, string message) : Exception(message)
{
    /// <summary>The type of the protocol that could not be read.</summary>
    public string Type { get; } = type;

    /// <summary>The member that is missing or wrong; empty where it is the whole value.</summary>
    public string Member { get; } = member;
}
