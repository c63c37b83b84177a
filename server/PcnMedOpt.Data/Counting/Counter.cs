using System.Collections.Immutable;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Data.Columns;

namespace PcnMedOpt.Data.Counting;

/// <summary>Counts cohorts and measures in an index, block by block, side by side. What was worked out for one count is kept for the next. One thread after the other may ask.</summary>
/// <param name="index">The patients.</param>
/// <param name="project">What the names in conditions stand for.</param>
/// <param name="reference">The day on which everything is worked out.</param>
public sealed class Counter(PatientIndex index, ProjectModel project, DateOnly reference)
{
    private readonly Lock gate = new();
    private readonly CaveatsOf caveats = new(project);
    private readonly (BlockEvaluator Evaluator, Groups Groups)?[] blocks = new (BlockEvaluator, Groups)?[index.Blocks.Length];

    /// <summary>The counts of the cohorts and measures that are given, by their names.</summary>
    /// <param name="index">The patients.</param>
    /// <param name="project">What the names in conditions stand for.</param>
    /// <param name="cohorts">The cohorts to be counted.</param>
    /// <param name="measures">The measures to be counted.</param>
    /// <param name="reference">The day on which everything is worked out.</param>
    /// <param name="cancel">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    public static Counts Count(
        PatientIndex index, ProjectModel project, IEnumerable<Cohort> cohorts, IEnumerable<Measure> measures, DateOnly reference, CancellationToken cancel = default) =>
        new Counter(index, project, reference).Count(cohorts, measures, cancel);

    /// <summary>The counts of the cohorts and measures that are given, by their names.</summary>
    public Counts Count(IEnumerable<Cohort> cohorts, IEnumerable<Measure> measures, CancellationToken cancel = default)
    {
        ImmutableArray<Cohort> ofCohorts = [.. cohorts.OrderBy(c => c.Name, StringComparer.Ordinal)];
        ImmutableArray<Measure> ofMeasures = [.. measures.OrderBy(m => m.Name, StringComparer.Ordinal)];
        var counted = new (CohortTally[] Cohorts, MeasureTally[] Measures)[blocks.Length];
        lock (gate)
            Parallel.For(0, blocks.Length, new ParallelOptions { CancellationToken = cancel }, block =>
            {
                var (evaluator, groups) = blocks[block] ??= Block(block);
                counted[block] = (
                    [.. ofCohorts.Select(c => Checked(cancel, () => CohortTally.Of(evaluator.Find(c), groups)))],
                    [.. ofMeasures.Select(m => Checked(cancel, () => MeasureTally.Of(evaluator, m, groups, project)))]);
            });
        return new Counts(
            reference,
            index.Data,
            [.. ofCohorts.Select((c, i) => CohortTally.Sum(c, counted.Select(b => b.Cohorts[i]), index.Practices.Length).Counted(c, index.Practices, caveats.Of(c)))],
            [.. ofMeasures.Select((m, i) => MeasureTally.Sum(m, project, counted.Select(b => b.Measures[i]), index.Practices.Length).Counted(m, index.Practices, project, caveats.Of(m)))]);
    }

    private (BlockEvaluator Evaluator, Groups Groups) Block(int block)
    {
        var evaluator = new BlockEvaluator(index, block, project, reference);
        return (evaluator, new Groups(evaluator, index.Practices.Length));
    }

    private static T Checked<T>(CancellationToken cancel, Func<T> work)
    {
        cancel.ThrowIfCancellationRequested();
        return work();
    }
}
