using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Comparing;

/// <summary>What a protocol says of itself, a line for each thing.</summary>
internal static class ProtocolWords
{
    public static IEnumerable<string> Of(ProtocolHeader protocol)
    {
        yield return $"Version: {protocol.Version ?? "none"}.";
        yield return $"Status: {protocol.Status.ToString().ToLowerInvariant()}.";
        yield return $"Owner: {protocol.Owner ?? "none"}.";
        yield return $"Author: {protocol.Author ?? "none"}.";
        yield return $"Reviewer: {protocol.Reviewer ?? "none"}.";
        yield return $"Approved: {Approval(protocol)}.";
        yield return $"Review by: {(protocol.ReviewBy is { } day ? Numbers.Shown(day) : "not said")}.";
        foreach (var evidence in protocol.Evidence)
            yield return $"Evidence: {evidence.Text}{(evidence.Dated is { } dated ? $", dated {Numbers.Shown(dated)}" : "")}{(evidence.Read is { } read ? $", read {Numbers.Shown(read)}" : "")}{(evidence.Url is { } url ? $", {url}" : "")}.";
        foreach (var change in protocol.Changes)
            yield return $"Change {change.Version}{(change.On is { } on ? $" on {Numbers.Shown(on)}" : "")}: {change.Text}";
    }

    public static string Approval(ProtocolHeader protocol) => protocol.Approved is { } day ? $"{Numbers.Shown(day)} by {protocol.ApprovedBy}" : "not yet";
}
