using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;

namespace PcnMedOpt.Core.Proving;

/// <summary>Which criteria, and which tests of compound ones, decide whether a patient is in a cohort: of the cohort itself and of those that it is made of.</summary>
public static class Decided
{
    public static IReadOnlyList<Place> By(ProjectModel project, Cohort cohort, PatientRecord patient, DateOnly reference)
    {
        var circuit = Circuit.Of(project, cohort);
        var values = circuit.Values(new Evaluator(project, reference), patient);
        return [.. circuit.Decisions.Where(d => circuit.Decides(values, d.Gate)).Select(d => d.Decision.Place)];
    }
}
