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
    public DiagnosticKind Kind { get; } = new("MO3111", "measure-excludes-itself", Severity.Error, "Who is counted is excluded from the cohort");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project) =>
        from declaration in project.Names.OfKind(DeclarationKind.Measure)
        let measure = project.Model(declaration) as Measure
        where measure?.Numerator is not null
        let excluded = Exclusions(project, measure.Of).FirstOrDefault(e => Counted(measure).Any(c => c.Implies(e.Criterion.Condition)))
        where excluded.Criterion is not null
        select new ProjectFinding(
            declaration,
            Kind.At(
                measure.NumeratorSpan,
                $"Nobody can be counted: whoever satisfies this is left out of '{excluded.Cohort}' by its exclusion \"{excluded.Criterion.Label}\".",
                "Count over a cohort without that exclusion, such as those who were eligible at the start of the period.") with
            {
                Related = new Related(excluded.Cohort, excluded.Criterion.LabelSpan, "excluded here"),
            });

    /// <summary>What is true of whoever is counted: the numerator, and of a measure over records that there is such a record.</summary>
    private static IEnumerable<Condition> Counted(Measure measure)
    {
        if (measure.Numerator is { } numerator) yield return numerator;
        if (measure.Of is RecordsOf records) yield return new HappenedTest([records.Set], records.How, records.Filters, null);
    }

    /// <summary>The exclude criteria of the denominator's cohort, and of the cohorts that it is from.</summary>
    private static IEnumerable<(string Cohort, Criterion Criterion)> Exclusions(ProjectIndex project, Denominator of)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var population = of switch { PatientsOf patients => patients.Population, RecordsOf records => records.Population, _ => null };
        while (population is OfCohort { Part: null } from && seen.Add(from.Cohort) && project.Cohort(from.Cohort) is { } cohort)
        {
            foreach (var criterion in cohort.Exclude) yield return (cohort.Name, criterion);
            population = cohort.From;
        }
    }
}
