using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Sops;

namespace PcnMedOpt.Core.Proving;

/// <summary>Finds out what the examples of a project show: which criteria they see true and deciding, and false and deciding, and which parts of procedures they reach.</summary>
public static class CoverageRun
{
    /// <summary>Examples that fail or cannot be read show nothing.</summary>
    public static Coverage Of(ProvedProject project) => Of(project, new Goals(project));

    internal static Coverage Of(ProvedProject project, Goals goals)
    {
        var shown = project.Examples.AsParallel().AsOrdered().SelectMany(e => ShownBy(project, goals, e)).AsSequential()
            .GroupBy(s => s.Goal).ToDictionary(g => g.Key, g => g.First().Witness);
        return Told(project, goals, goal => shown.GetValueOrDefault(goal));
    }

    private static Coverage Told(ProvedProject project, Goals goals, Func<Goal, Witness?> find) => new(
        [.. project.AllCohorts.Select(c => new CoveredCohort(c.Name, c.Title, [.. goals.DecisionsOf(c).Select(d => Told(d, goals, find))]))],
        [.. project.Procedures.Select(p => Told(p, goals, find))]);

    private static CoveredDecision Told(Decision decision, Goals goals, Func<Goal, Witness?> find)
    {
        Shown Of(Goal goal) => new(goal, goals.TextOf(goal), find(goal));
        Shown? Decided(bool value) => Goals.MustDecide(decision) ? Of(new Decides(decision.Place, value)) : null;
        return new CoveredDecision(decision, Decided(true), Decided(false), [.. Goals.EdgesOf(decision).Select(Of)]);
    }

    private static CoveredProcedure Told(DerivedCohorts procedure, Goals goals, Func<Goal, Witness?> find)
    {
        var all = goals.OfProcedure(procedure).Select(g => new Shown(g.Goal, g.Text, find(g.Goal))).ToList();
        var sop = procedure.Monitoring.Sop;
        return new CoveredProcedure(sop.Name, sop.Title, [.. all.Where(s => s.Goal is ReachesPhase)], [.. all.Where(s => s.Goal is ReachesBand)]);
    }

    private static IEnumerable<(Goal Goal, Witness Witness)> ShownBy(ProvedProject project, Goals goals, PlacedExample placed)
    {
        var example = placed.Example;
        if (example.On is not { } on || ExampleRunner.Run(project.Model, example).Outcome != ExampleOutcome.Passed) yield break;
        foreach (var patient in example.Patients)
        {
            if (ExamplePatients.Record(project.Model, patient).Patient is not { } record) continue;
            var witness = new Witness(placed.Path, placed.Line, example.Title, patient.Name);
            var look = new Look(project.Model, on, record);
            foreach (var cohort in example.Expectations.Where(e => e.Patient is null || e.Patient == patient.Name).Select(e => e.FullName).Distinct(StringComparer.Ordinal))
                foreach (var goal in goals.ReachedBy(cohort, look)) yield return (goal, witness);
        }
    }
}
