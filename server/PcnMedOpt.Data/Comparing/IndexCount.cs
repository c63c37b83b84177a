using PcnMedOpt.Core.Comparing;
using PcnMedOpt.Core.Comparing.Patients;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Data.Columns;
using PcnMedOpt.Data.Counting;

namespace PcnMedOpt.Data.Comparing;

/// <summary>Counts in an index who enters and who leaves between a cohort of one project and one of another. One thread uses it.</summary>
/// <param name="index">The patients.</param>
/// <param name="reference">The day on which everything is worked out.</param>
/// <param name="source">Who the patients are, for people.</param>
/// <param name="areReal">They are people, so that small numbers are not told.</param>
public sealed class IndexCount(PatientIndex index, DateOnly reference, string source, bool areReal)
{
    /// <summary>The codes that did it are looked for among so many of those who enter or leave, the first of them: each takes some milliseconds.</summary>
    private const int MostLookedAt = 200;

    private readonly Dictionary<(ProjectModel, int), BlockEvaluator> evaluators = [];

    public Counted Of(ProjectModel oldProject, Cohort old, ProjectModel newProject, Cohort now)
    {
        var moved = new MovedPatients(oldProject, old, newProject, now, reference);
        var (before, after, enter, leave, looked) = (0, 0, 0, 0, 0);
        for (var block = 0; block < index.Blocks.Length; block++)
        {
            var (was, becomes) = (Evaluator(oldProject, block).Find(old).In, Evaluator(newProject, block).Find(now).In);
            var (entering, leaving) = (becomes.Except(was), was.Except(becomes));
            (before, after, enter, leave) = (before + was.Count, after + becomes.Count, enter + entering.Count, leave + leaving.Count);
            if (!moved.IsByCodes) continue;
            foreach (var patient in entering.Or(leaving).Members.Take(MostLookedAt - looked))
            {
                moved.Add(index.Record(block, patient), entering[patient]);
                looked++;
            }
        }
        return new Counted(source, (int)index.Patients, before, after, enter, leave, moved.Codes) { AreReal = areReal, CodesAmong = looked < enter + leave && moved.IsByCodes ? looked : null };
    }

    private BlockEvaluator Evaluator(ProjectModel project, int block)
    {
        if (!evaluators.TryGetValue((project, block), out var evaluator)) evaluators[(project, block)] = evaluator = new BlockEvaluator(index, block, project, reference);
        return evaluator;
    }
}
