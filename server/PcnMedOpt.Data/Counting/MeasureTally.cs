using System.Collections.Immutable;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Data.Counting;

/// <summary>The numbers of a measure in some blocks.</summary>
/// <param name="Groups">What is counted, in groups; one group of any dimension after the other makes the whole.</param>
/// <param name="OfGroups">Out of what, in groups.</param>
/// <param name="Reasons">For each reason what is counted.</param>
/// <param name="OfReasons">For each reason out of what.</param>
internal sealed record MeasureTally(GroupTally Groups, GroupTally OfGroups, long[] Reasons, long[] OfReasons)
{
    public static MeasureTally Of(BlockEvaluator evaluator, Measure measure, Groups groups, ProjectModel project)
    {
        var (of, counted) = measure.Of switch
        {
            PatientsOf => Patients(evaluator, measure),
            RecordsOf records => Records(evaluator, measure, records),
            _ => throw new System.Diagnostics.UnreachableException($"No patients for {measure.Of}"),
        };
        var reasons = CohortOf(measure, project) is { } cohort ? evaluator.Find(cohort).Include : [];
        return new MeasureTally(
            groups.Of(counted), groups.Of(of), [.. reasons.Select(r => (long)counted.Count(p => r[p]))], [.. reasons.Select(r => (long)of.Count(p => r[p]))]);
    }

    public static MeasureTally Sum(Measure measure, ProjectModel project, IEnumerable<MeasureTally> parts, int practices)
    {
        var reasons = ReasonsOf(measure, project).Length;
        var (counted, of) = (new long[reasons], new long[reasons]);
        var all = parts.ToList();
        foreach (var part in all)
        {
            GroupTally.Add(counted, part.Reasons);
            GroupTally.Add(of, part.OfReasons);
        }
        return new MeasureTally(GroupTally.Sum(all.Select(p => p.Groups), practices), GroupTally.Sum(all.Select(p => p.OfGroups), practices), counted, of);
    }

    public MeasureCount Counted(Measure measure, ImmutableArray<string> practices, ProjectModel project, Caveats caveats)
    {
        var isShare = measure.Numerator is not null;
        var parts = GroupParts.Of(Groups, OfGroups, isShare, practices, measure.By);
        var reasons = measure.By.Contains(Dimension.Reason)
            ? ReasonsOf(measure, project).Select((r, i) => new PartCount(Dimension.Reason, r.Label, Reasons[i], isShare ? OfReasons[i] : null))
            : [];
        return new MeasureCount(measure, Groups.Sexes.Sum(), isShare ? OfGroups.Sexes.Sum() : null, [.. parts, .. reasons], caveats);
    }

    /// <summary>The include criteria of the cohort that a measure counts over; none where it is over all.</summary>
    private static ImmutableArray<Criterion> ReasonsOf(Measure measure, ProjectModel project) => CohortOf(measure, project)?.Include?.Criteria ?? [];

    private static Cohort? CohortOf(Measure measure, ProjectModel project) => measure.Of.Population is OfCohort of ? project.Cohort(of.FullName) : null;

    private static (List<int> Of, List<int> Counted) Patients(BlockEvaluator evaluator, Measure measure)
    {
        var of = evaluator.Population(measure.Of.Population);
        return ([.. of.Members], [.. (measure.Numerator is { } numerator ? evaluator.Holds(numerator, of) : of).Members]);
    }

    /// <summary>One for each patient and day; the patient is there once for each.</summary>
    private static (List<int> Of, List<int> Counted) Records(BlockEvaluator evaluator, Measure measure, RecordsOf records)
    {
        var (of, counted) = (new List<int>(), new List<int>());
        var chosen = ChosenRows.Of(evaluator, [records.Set], records.How, records.Filters);
        foreach (var patient in evaluator.Population(records.Population).Members)
            foreach (var day in chosen.Of(patient, -1).Select(r => (int)r.Day).Distinct())
            {
                of.Add(patient);
                if (measure.Numerator is null || evaluator.Holds(measure.Numerator, patient, day)) counted.Add(patient);
            }
        return (of, counted);
    }
}
