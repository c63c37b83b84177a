using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core.Model.Sops;

/// <summary>Tests and how often they are done; with grace, how long after the day due one becomes overdue.</summary>
public sealed record Schedule(ImmutableArray<string> Tests, Duration Every, Duration? Grace, ImmutableArray<Citation> Cites, TextSpan Span);

/// <summary>When a phase ends.</summary>
public abstract record PhaseEnd
{
    private protected PhaseEnd()
    {
    }

    /// <summary>How long the phase is taken to last.</summary>
    public abstract Duration Length { get; }
}

public sealed record ForTime(Duration Time) : PhaseEnd
{
    public override Duration Length => Time;
}

/// <summary>When the dose has been stable for a time. GP records do not show that: it is taken as a time after start.</summary>
public sealed record UntilStable(Duration StableFor, Duration TakenAs) : PhaseEnd
{
    public override Duration Length => TakenAs;
}

/// <summary>A phase of monitoring: phases follow each other from start.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="End">Null for the phase that does not end.</param>
/// <param name="Schedules">What is tested in it.</param>
/// <param name="NoRoutineTests">Why nothing is; null when something is.</param>
/// <param name="Cites">What it cites.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Phase(
    string Name, string Title, PhaseEnd? End, ImmutableArray<Schedule> Schedules, string? NoRoutineTests, ImmutableArray<Citation> Cites, TextSpan Span);

/// <summary>Schedules beside those of the phase; of several for one test the strictest counts.</summary>
public abstract record Addition
{
    private protected Addition()
    {
    }

    public ImmutableArray<Schedule> Schedules { get; init; } = [];

    public string? NoRoutineTests { get; init; }

    public ImmutableArray<Citation> Cites { get; init; } = [];

    public TextSpan Span { get; init; }
}

/// <summary>While another medicine is taken too: issued in the window of the procedure's own drug.</summary>
public sealed record WhenTaking(string Set) : Addition;

public sealed record WhenCondition(Condition Condition, string Title) : Addition;

/// <summary>After the medicine was stopped: from its last issue, for so long.</summary>
public sealed record AfterStopping(Duration For) : Addition;

/// <summary>An interval worked out from a result: its value divided, in whole months or weeks, rounded down, never under 1; it only shortens.</summary>
/// <param name="Test">The test whose interval it is.</param>
/// <param name="Value">The code set whose latest result is divided.</param>
/// <param name="Unit">The unit in which it is divided; null for a bare number or an unknown unit (which is reported).</param>
/// <param name="Divisor">By what it is divided.</param>
/// <param name="In">Weeks or months.</param>
/// <param name="When">When it holds.</param>
/// <param name="Cites">What it cites.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ValueInterval(
    string Test, string Value, Unit? Unit, int Divisor, DurationUnit In, Condition When, ImmutableArray<Citation> Cites, TextSpan Span);
