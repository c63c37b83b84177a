using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Model.Sops;

/// <summary>What the cohorts of a procedure take for what the record does not say, in Markdown: it is printed in every output (language §7).</summary>
public static class Approximations
{
    public static string Of(Monitoring monitoring) => string.Join('\n', Lines(monitoring).Select(l => $"- {l}"));

    /// <summary>A sentence each.</summary>
    public static IEnumerable<string> Lines(Monitoring monitoring)
    {
        yield return $"*Start* is the first issue of the present course: an issue with none in the {monitoring.Gap} before it. "
            + "For a patient who registered during a course it is the first issue at this practice.";
        yield return "Issues are the practice's own. What a hospital or a homecare company supplies is not an issue, so that such a patient is not found.";
        foreach (var phase in monitoring.Phases)
            if (phase.Phase.End is UntilStable stable)
                yield return $"The record does not show a stable dose: “{Plain(phase.Phase.Title)}” (until stable for {stable.StableFor}) is taken to end {stable.TakenAs} after start.";
        foreach (var phase in monitoring.Phases)
            if (phase is { From: { } from, To: { } to, Phase.End: ForTime { Time: var time } } && from.IsRoundedWith(time))
                yield return $"“{Plain(phase.Phase.Title)}” lasts {time} from {from} after start, which is counted as {to} after start.";
        foreach (var (every, grace) in monitoring.Obligations.Where(o => o.Grace is not null).Select(o => (o.Every, Grace: o.Grace ?? o.Every)).Distinct())
            if (every.IsRoundedWith(grace)) yield return $"Every {every} with {grace} of grace is overdue after {every.Plus(grace)}.";
        yield return "Any result of a test's code set counts as done, also one that cannot be used: those are listed apart.";
    }

    /// <summary>The same as plain text.</summary>
    public static IEnumerable<string> PlainLines(Monitoring monitoring) => Lines(monitoring).Select(l => l
        .Replace("*Start*", "Start", StringComparison.Ordinal).Replace("\\*", "*", StringComparison.Ordinal).Replace("\\_", "_", StringComparison.Ordinal));

    private static string Plain(string title) => title.Replace("*", "\\*", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
