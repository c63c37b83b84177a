using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Model.Sops;

/// <summary>A phase and when it is in force, as time since start.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="From">How long after start it begins; null for the first, which begins at start.</param>
/// <param name="To">How long after start the next begins; null when it does not end.</param>
public sealed record PlacedPhase(Phase Phase, Duration? From, Duration? To)
{
    /// <summary>It begins when or after it ends, or follows one that does not end: nobody is ever in it.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>The phases of a procedure from start. "Taken as … after start" counts from start, "for" from the end of the phase before.</summary>
    public static ImmutableArray<PlacedPhase> Of(Sop sop)
    {
        var placed = ImmutableArray.CreateBuilder<PlacedPhase>();
        Duration? from = null;
        var isOver = false;
        foreach (var phase in sop.Phases)
        {
            var to = phase.End switch
            {
                UntilStable stable => stable.TakenAs,
                ForTime time => from is null ? time.Time : from.Plus(time.Time),
                _ => null,
            };
            placed.Add(new PlacedPhase(phase, from, to) { IsEmpty = isOver || (from is not null && to?.IsAtMost(from) == true) });
            isOver |= to is null;
            from = to ?? from;
        }
        return placed.DrainToImmutable();
    }

    /// <summary>What is true of whoever takes the medicine and is in the phase: when the present course began.</summary>
    public IEnumerable<Condition> Began(string drug, Duration gap)
    {
        if (To is not null) yield return new CourseBeganTest(drug, gap, new InLast(To));
        if (From is not null) yield return new Not(new CourseBeganTest(drug, gap, new InLast(From)));
    }
}
