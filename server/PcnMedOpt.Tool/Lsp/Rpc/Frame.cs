using Newtonsoft.Json.Linq;

namespace PcnMedOpt.Tool.Lsp.Rpc;

/// <summary>What stands next in the input.</summary>
public abstract record Frame
{
    private protected Frame() { }

    /// <summary>A message: JSON, of whatever form.</summary>
    public sealed record Message(JToken Json) : Frame;

    /// <summary>Something that is no message. The reader goes on at the next header.</summary>
    public sealed record Fault(string Reason) : Frame;

    /// <summary>The input is at its end, and stays there.</summary>
    public sealed record End : Frame;
}
