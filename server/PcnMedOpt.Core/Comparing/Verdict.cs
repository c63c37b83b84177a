using System.Collections.Immutable;

namespace PcnMedOpt.Core.Comparing;

/// <summary>What a change does to the people who are found.</summary>
public enum Effect
{
    /// <summary>Only what is read or printed changes.</summary>
    WordingOnly,
    Same,
    More,
    Fewer,

    /// <summary>Some are found who were not, and some are no longer.</summary>
    Other,
    NotKnown,
}

/// <summary>How it is known.</summary>
public enum Basis
{
    /// <summary>For every patient and every day, whatever the terminology release.</summary>
    Proved,

    /// <summary>On patients who were looked at, and not for all.</summary>
    Counted,
    None,
}

/// <summary>Patients who were looked at in both projects.</summary>
/// <param name="Source">Who they are: "generated patients".</param>
/// <param name="Patients">How many.</param>
/// <param name="Before">How many were found.</param>
/// <param name="Now">How many are found.</param>
/// <param name="Enter">How many are found who were not.</param>
/// <param name="Leave">How many are no longer found.</param>
/// <param name="Codes">The codes that made them enter or leave: only codes that a set gained or lost.</param>
public sealed record Counted(string Source, int Patients, int Before, int Now, int Enter, int Leave, ImmutableArray<CodeCount> Codes)
{
    /// <summary>They are people: a number of 1 to 5 is not told, nor what it could be worked out from.</summary>
    public bool AreReal { get; init; }

    /// <summary>The codes were looked for among so many of those who enter and leave, when not among all.</summary>
    public int? CodesAmong { get; init; }

    /// <summary>Something that was compared holds what only a terminology release can tell: they are found by the codes that are known.</summary>
    public bool ByKnownCodes { get; init; }

    /// <summary>A number as it may be told; null for one that is too small.</summary>
    public int? Told(int count) => AreReal && count is > 0 and < Smallest ? null : count;

    /// <summary>How many are found now, where the difference tells no small number.</summary>
    public int? NowTold => Told(Enter) is null || Told(Leave) is null ? null : Told(Now);

    /// <summary>With how many patients each: not where one of these numbers is small.</summary>
    public bool CodesAreCounted => !AreReal || Codes.All(c => Told(c.Enter) is not null && Told(c.Leave) is not null);

    private const int Smallest = 6;
}

/// <summary>How many patients enter and leave because of one code.</summary>
public sealed record CodeCount(long Code, string? Term, int Enter, int Leave);

/// <summary>What a change does to the people who are found, how that is known, and on how many patients it was seen.</summary>
/// <param name="Effect">What it does.</param>
/// <param name="Basis">How that is known.</param>
/// <param name="Why">Why, in a sentence; for what is not known, why not.</param>
public sealed record Verdict(Effect Effect, Basis Basis, string Why)
{
    public ImmutableArray<Counted> Counts { get; init; } = [];

    public static readonly Verdict Wording = new(Effect.WordingOnly, Basis.Proved, "");

    public static readonly Verdict SamePeople = new(Effect.Same, Basis.Proved, "No cohort finds others by it.");

    /// <summary>The class of several effects together.</summary>
    public static Effect Joined(IEnumerable<Effect> effects)
    {
        var all = effects.Where(e => e is not (Effect.Same or Effect.WordingOnly)).Distinct().ToList();
        return all switch
        {
            [] => Effect.Same,
            [var only] => only,
            _ when all.Contains(Effect.NotKnown) => Effect.NotKnown,
            _ => Effect.Other,
        };
    }
}
