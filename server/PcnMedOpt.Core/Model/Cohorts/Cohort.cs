using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Model.Cohorts;

/// <summary>The patients whom a cohort or measure starts from.</summary>
public abstract record Population
{
    private protected Population()
    {
    }
}

/// <summary>Registered on the reference date, and alive.</summary>
public sealed record Registered : Population;

/// <summary>Every patient in the data, also those who left or died.</summary>
public sealed record Everyone : Population;

public sealed record OfCohort(string Cohort, string? Part) : Population
{
    /// <summary>The name by which the project knows the cohort: <c>methotrexate_monitoring.overdue</c>.</summary>
    public string FullName => Part is null ? Cohort : $"{Cohort}.{Part}";
}

/// <summary>A labelled condition: the label is the rule's name in every output.</summary>
public sealed record Criterion(string Label, Condition Condition, ImmutableArray<Citation> Cites, TextSpan LabelSpan, TextSpan Span);

public enum Quantifier
{
    Any,
    All,
    AtLeast,
}

/// <summary>The include criteria: any, all, or at least so many of them.</summary>
public sealed record Inclusion(Quantifier Quantifier, int AtLeast, ImmutableArray<Criterion> Criteria)
{
    /// <summary>How many criteria must hold.</summary>
    public int Needed => Quantifier switch { Quantifier.Any => 1, Quantifier.All => Criteria.Length, _ => AtLeast };
}

/// <summary>A named set of patients: those of <see cref="From"/> who satisfy the inclusion and no exclusion (language §4).</summary>
public sealed record Cohort(
    string Name,
    string Title,
    string? Description,
    Population From,
    Inclusion? Include,
    ImmutableArray<Criterion> Exclude,
    Duration? RunEvery,
    ImmutableArray<Guide> Guides,
    ImmutableArray<Citation> Cites)
{
    public IEnumerable<Criterion> Criteria => (Include?.Criteria ?? []).Concat(Exclude);
}
