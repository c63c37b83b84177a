using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>
/// A cohort "not reviewed in the last 12 months" as the denominator of "reviewed this quarter" loses each patient on the day of the review, so
/// that the measure is 0 % however much work is done.
/// </summary>
public sealed class MeasureExcludesItself : IProjectRule
{
    private static readonly ConditionalWeakTable<Measure, Judged> Last = [];

    public DiagnosticKind Kind { get; } = new("MO3111", "measure-excludes-itself", Severity.Error, "Who is counted is excluded from the cohort");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project) =>
        from declaration in project.Names.OfKind(DeclarationKind.Measure)
        let measure = project.Model(declaration) as Measure
        where measure?.Numerator is not null
        let finding = Finding(measure, Cohorts(project, measure.Of))
        where finding is not null
        select new ProjectFinding(declaration, finding);

    private Diagnostic? Finding(Measure measure, ImmutableArray<Cohort> cohorts)
    {
        if (Last.TryGetValue(measure, out var judged) && judged.Cohorts.SequenceEqual(cohorts, (a, b) => ReferenceEquals(a, b))) return judged.Finding;
        var counted = Counted(measure).ToList();
        var excluded =
            (from cohort in cohorts
             from criterion in cohort.Exclude
             where counted.Any(c => c.Implies(criterion.Condition))
             select About(measure, cohort, criterion)).FirstOrDefault();
        Last.AddOrUpdate(measure, new Judged(cohorts, excluded));
        return excluded;
    }

    private Diagnostic About(Measure measure, Cohort cohort, Criterion criterion) => Kind.At(
        measure.NumeratorSpan,
        $"Nobody can be counted: whoever satisfies this is left out of '{cohort.Name}' by its exclusion \"{criterion.Label}\".",
        "Count over a cohort without that exclusion, such as those who were eligible at the start of the period.") with
    {
        Related = new Related(cohort.Name, criterion.LabelSpan, "excluded here"),
    };

    /// <summary>What is true of whoever is counted: the numerator, and of a measure over records that there is such a record.</summary>
    private static IEnumerable<Condition> Counted(Measure measure)
    {
        if (measure.Numerator is { } numerator) yield return numerator;
        if (measure.Of is RecordsOf records) yield return new HappenedTest([records.Set], records.How, records.Filters, null);
    }

    /// <summary>The cohort that is the denominator, and those that it is from.</summary>
    private static ImmutableArray<Cohort> Cohorts(ProjectIndex project, Denominator of)
    {
        var found = ImmutableArray.CreateBuilder<Cohort>();
        var population = of.Population;
        while (population is OfCohort from && project.Cohort(from.FullName) is { } cohort && !found.Contains(cohort))
        {
            found.Add(cohort);
            population = cohort.From;
        }
        return found.DrainToImmutable();
    }

    private sealed record Judged(ImmutableArray<Cohort> Cohorts, Diagnostic? Finding);
}
