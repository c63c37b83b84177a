using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Print;

/// <summary>How the searches of a monitoring procedure count time, and what records do not show (language §7): on its page, because a reader must know.</summary>
internal static class ProcedureClock
{
    /// <summary>Null for a procedure that monitors nothing.</summary>
    public static GuidanceHtml? Of(Sop sop, PrintedDocument document) => Markdown(sop, document) is { } markdown ? GuidanceText.Html(markdown) : null;

    /// <summary>The same as Markdown.</summary>
    public static string? Markdown(Sop sop, PrintedDocument document) =>
        Monitoring.Of(sop, document.Model<Sop>, document.Called) is { } monitoring
            ? $"{string.Join('\n', Rules(sop).Select(r => $"- {r}"))}\n{Approximations.Of(monitoring)}"
            : null;

    private static IEnumerable<string> Rules(Sop sop)
    {
        yield return "A test is due when the interval in force has passed since its latest result; one that was never done is due so long after the start. It is overdue from the day after that, or after the grace that the schedule gives.";
        yield return "Where several schedules hold for one test, the strictest counts.";
        if (!sop.Limits.IsEmpty || !sop.LimitsAs.IsEmpty)
            yield return "Limits look at the latest result of those who take the medicine, or are monitored after it. Where results of one day, or several lines of a limit, disagree, the most severe colour counts.";
        if (sop.Additions.OfType<AfterStopping>().Any()) yield return "Stopped means not taking: the time after stopping runs from the last issue.";
    }
}
