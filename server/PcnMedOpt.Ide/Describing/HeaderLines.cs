using PcnMedOpt.Core.Model.Explaining;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Ide.Describing;

/// <summary>Who answers for a protocol, in words.</summary>
internal static class HeaderLines
{
    /// <summary>"Structured medication reviews, version 2026.2, active, review by 31 March 2027".</summary>
    public static string Sentence(ProtocolHeader header, DateOnly today) => string.Join(", ", Parts(header, today).Prepend(header.Title));

    public static IEnumerable<ExplainedLine> Of(ProtocolHeader header, DateOnly today)
    {
        var state = string.Join(", ", Parts(header, today));
        yield return new ExplainedLine(0, $"{char.ToUpperInvariant(state[0])}{state[1..]}.", header.StatusSpan);
        if (header.Owner is { } owner) yield return new ExplainedLine(0, $"Owner: {owner}");
        if (header.Author is { } author) yield return new ExplainedLine(0, $"Author: {author}");
        if (header.Reviewer is { } reviewer) yield return new ExplainedLine(0, $"Reviewer: {reviewer}");
        if (header is { Approved: { } approved, ApprovedBy: { } by }) yield return new ExplainedLine(0, $"Approved on {EnglishDates.Of(approved)} by {by}");
        foreach (var evidence in header.Evidence) yield return new ExplainedLine(0, $"Evidence {evidence.Id}: {evidence.Text}{Dates(evidence)}", evidence.IdSpan);
        foreach (var change in header.Changes) yield return new ExplainedLine(0, $"Change {change.Version}{(change.On is { } on ? $" of {EnglishDates.Of(on)}" : "")}: {change.Text}");
    }

    /// <summary>", dated 1 April 2026", ", read on 20 November 2026", or nothing.</summary>
    public static string Dates(Evidence evidence) =>
        (evidence.Dated is { } dated ? $", dated {EnglishDates.Of(dated)}" : "") + (evidence.Read is { } read ? $", read on {EnglishDates.Of(read)}" : "");

    private static IEnumerable<string> Parts(ProtocolHeader header, DateOnly today)
    {
        yield return header.Version is { } version ? $"version {version}" : "without a version";
        yield return header.Status.ToString().ToLowerInvariant();
        yield return header.ReviewBy is not { } review ? "without a review date" : $"review by {EnglishDates.Of(review)}{(review < today ? " (passed)" : "")}";
    }
}
