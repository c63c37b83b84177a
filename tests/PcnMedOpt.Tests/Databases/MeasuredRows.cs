using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Tests.Databases;

/// <summary>What a measure is out of, for one patient, by the evaluator: the patient, or a row for each day of the records (language §5).</summary>
internal static class MeasuredRows
{
    public static IEnumerable<(DateOnly? It, bool Counts)> Of(ProjectModel project, Measure measure, DateOnly reference, PatientRecord patient)
    {
        var evaluator = new Evaluator(project, reference);
        bool Counts(DateOnly? it) => measure.Numerator is not { } numerator || evaluator.Holds(numerator, patient, it);
        if (!evaluator.IsIn(measure.Of.Population, patient)) return [];
        return measure.Of is RecordsOf of
            ? new Records(project, patient, reference, null).Of([of.Set], of.How, of.Filters).Select(r => r.Date).Distinct().Select(day => ((DateOnly?)day, Counts(day))).ToList()
            : [(null, Counts(null))];
    }
}
