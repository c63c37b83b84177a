using System.Collections.Immutable;

namespace PcnMedOpt.Core.Proving;

/// <summary>The patient of an example who shows something.</summary>
/// <param name="Path">The file, within the project.</param>
/// <param name="Line">The line of the example's title.</param>
/// <param name="Example">Its title.</param>
/// <param name="Patient">The patient's name; null where the example has one patient.</param>
public sealed record Witness(string Path, int Line, string Example, string? Patient)
{
    public string Text => Patient is null ? $"\"{Example}\"" : $"\"{Example}\", \"{Patient}\"";
}

/// <summary>What is to be shown and who shows it.</summary>
/// <param name="Goal">What.</param>
/// <param name="Text">In words.</param>
/// <param name="Witness">The first patient who shows it; null when no example does.</param>
public sealed record Shown(Goal Goal, string Text, Witness? Witness);

/// <summary>A criterion, or a test within it, and who shows it.</summary>
/// <param name="Decision">Which it is.</param>
/// <param name="True">True and deciding; null for a test within a criterion of a procedure's cohort, of which only the boundary days are asked.</param>
/// <param name="False">False and deciding; null likewise.</param>
/// <param name="Edges">The boundary days of a schedule: the last day inside, the first day outside.</param>
public sealed record CoveredDecision(Decision Decision, Shown? True, Shown? False, ImmutableArray<Shown> Edges)
{
    public IEnumerable<Shown> All => new[] { True, False }.OfType<Shown>().Concat(Edges);
}

/// <summary>The criteria of one cohort and what the examples show of them.</summary>
public sealed record CoveredCohort(string Name, string Title, ImmutableArray<CoveredDecision> Decisions)
{
    public IEnumerable<Shown> All => Decisions.SelectMany(d => d.All);
}

/// <summary>The phases and bands of one procedure and who of the examples is in them.</summary>
public sealed record CoveredProcedure(string Name, string Title, ImmutableArray<Shown> Phases, ImmutableArray<Shown> Bands)
{
    public IEnumerable<Shown> All => Phases.Concat(Bands);
}

/// <summary>What the examples of a project show of its cohorts and procedures, and what they do not.</summary>
public sealed record Coverage(ImmutableArray<CoveredCohort> Cohorts, ImmutableArray<CoveredProcedure> Procedures)
{
    public IEnumerable<Shown> All => Cohorts.SelectMany(c => c.All).Concat(Procedures.SelectMany(p => p.All));

    public int Total => All.Count();

    public int Reached => All.Count(s => s.Witness is not null);
}
