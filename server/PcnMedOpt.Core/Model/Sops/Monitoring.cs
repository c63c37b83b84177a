using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Model.Sops;

/// <summary>Why and how often a test is done: one schedule of the procedure for one test.</summary>
/// <param name="Test">The code set of the test.</param>
/// <param name="Reason">The phase or addition, as it is called.</param>
/// <param name="When">What must hold, beside that the medicine is taken (or in the tail, was).</param>
/// <param name="Every">How often.</param>
/// <param name="Grace">How long after the day due it becomes overdue, at the end of that day; null for no grace.</param>
/// <param name="After">How long after start it begins at the earliest; null for at once.</param>
/// <param name="IsTail">It holds for those who stopped the medicine, and not for those who take it.</param>
/// <param name="Cites">What it cites.</param>
public sealed record Obligation(
    string Test, string Reason, ImmutableArray<Condition> When, Duration Every, Duration? Grace, Duration? After, bool IsTail, ImmutableArray<Citation> Cites);

/// <summary>A procedure with a drug, worked out: when courses begin, which tests are done when, and which limits hold.</summary>
/// <param name="Sop">The procedure.</param>
/// <param name="Drug">Its medicine.</param>
/// <param name="Gap">Without an issue for so long, the next issue begins a course: the window of "taking when".</param>
/// <param name="Phases">The phases, from start.</param>
/// <param name="Tail">For how long after the last issue some test is still done; null for no tail.</param>
/// <param name="Obligations">Every schedule of every test, in the order of the text.</param>
/// <param name="Limits">Its own limits, and those that it takes over.</param>
public sealed record Monitoring(
    Sop Sop,
    string Drug,
    Duration Gap,
    ImmutableArray<PlacedPhase> Phases,
    Duration? Tail,
    ImmutableArray<Obligation> Obligations,
    ImmutableArray<Limit> Limits)
{
    /// <summary>The tests that are scheduled, in the order of the text.</summary>
    public ImmutableArray<string> Tests => [.. Obligations.Select(o => o.Test).Concat(Sop.Intervals.Select(i => i.Test)).Distinct(StringComparer.Ordinal)];

    /// <summary>How long after start the last phase begins; null where there is only one.</summary>
    public Duration? LastBegins => Phases.LastOrDefault(p => !p.IsEmpty)?.From;

    /// <summary>Null for a document, and where "taking when" is no window "in last": a rule reports that.</summary>
    /// <param name="sop">The procedure.</param>
    /// <param name="find">Another procedure by its name, or null.</param>
    /// <param name="titleOf">The title of a code set.</param>
    public static Monitoring? Of(Sop sop, Func<string, Sop?> find, Func<string, string> titleOf)
    {
        if (sop.Drug is not { Taking: InLast taking } drug) return null;
        var phases = PlacedPhase.Of(sop);
        return new Monitoring(
            sop,
            drug.Set,
            taking.Duration,
            phases,
            sop.Additions.OfType<AfterStopping>().Select(a => a.For).OrderBy(d => d.ApproximateDays).LastOrDefault(),
            [.. phases.Where(p => !p.IsEmpty).SelectMany(p => OfPhase(p, drug.Set, taking.Duration)), .. sop.Additions.SelectMany(a => OfAddition(a, drug, titleOf))],
            LimitsInForce.Of(sop, find));
    }

    private static IEnumerable<Obligation> OfPhase(PlacedPhase placed, string drug, Duration gap) =>
        from schedule in placed.Phase.Schedules
        from test in schedule.Tests
        select new Obligation(
            test, placed.Phase.Title, [.. placed.Began(drug, gap)], schedule.Every, schedule.Grace, placed.From, false, [.. schedule.Cites, .. placed.Phase.Cites]);

    private static IEnumerable<Obligation> OfAddition(Addition addition, Drug drug, Func<string, string> titleOf)
    {
        var (reason, when) = addition switch
        {
            WhenTaking taking => ($"Also taking {titleOf(taking.Set)}", (Condition)new HappenedTest([taking.Set], Happened.Issued, [new WindowFilter(drug.Taking)], null)),
            WhenCondition condition => (condition.Title, condition.Condition),
            AfterStopping stopping => ($"After stopping, for {stopping.For}", new HappenedTest([drug.Set], Happened.Issued, [new WindowFilter(new InLast(stopping.For))], null)),
            _ => throw new System.Diagnostics.UnreachableException($"No reason for {addition}"),
        };
        return from schedule in addition.Schedules
               from test in schedule.Tests
               select new Obligation(test, reason, [when], schedule.Every, schedule.Grace, null, addition is AfterStopping, [.. schedule.Cites, .. addition.Cites]);
    }
}
