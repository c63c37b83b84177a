using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Model.Measures;

/// <summary>What a measure counts over.</summary>
public abstract record Denominator
{
    private protected Denominator(Population population) => Population = population;

    /// <summary>Whom it counts, or whose records.</summary>
    public Population Population { get; init; }
}

public sealed record PatientsOf(Population Population) : Denominator(Population);

/// <summary>Records: one for each patient, code set and day.</summary>
public sealed record RecordsOf(string Set, Happened How, ImmutableArray<Filter> Filters, Population Population) : Denominator(Population);

/// <summary>A target in percent: a comparison, or a band from low to high.</summary>
public sealed record Target(Comparison? Comparison, decimal Low, decimal? High)
{
    public bool IsMet(decimal percent) => Comparison switch
    {
        Conditions.Comparison.AtLeast => percent >= Low,
        Conditions.Comparison.MoreThan => percent > Low,
        Conditions.Comparison.AtMost => percent <= Low,
        Conditions.Comparison.LessThan => percent < Low,
        Conditions.Comparison.Equal => percent == Low,
        _ => percent >= Low && percent <= High,
    };
}

public enum Dimension
{
    Practice,
    AgeBand,
    Sex,

    /// <summary>The labels of the cohort's include criteria; they may not add up.</summary>
    Reason,
}

public enum ReportingPeriod
{
    Monthly,
    Quarterly,
    Yearly,
}

/// <summary>A count, or a share of a denominator (language §5). Without <see cref="Numerator"/> it is a count.</summary>
public sealed record Measure(
    string Name,
    string Title,
    string? Description,
    Denominator Of,
    Condition? Numerator,
    TextSpan NumeratorSpan,
    Target? Target,
    ImmutableArray<Dimension> By,
    ImmutableArray<ReportingPeriod> Reported,
    ImmutableArray<Guide> Guides,
    ImmutableArray<Citation> Cites);
