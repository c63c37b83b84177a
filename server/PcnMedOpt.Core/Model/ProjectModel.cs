using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Model;

/// <summary>What evaluation and the emitters ask of a project: its cohorts, measures and code sets by name.</summary>
/// <param name="Cohort">A cohort, or null.</param>
/// <param name="Measure">A measure, or null.</param>
/// <param name="CodeSet">A code set worked out, or null.</param>
/// <param name="Definition">A code set as it is written, or null.</param>
public sealed record ProjectModel(
    Func<string, Cohort?> Cohort, Func<string, Measure?> Measure, Func<string, ResolvedCodeSet?> CodeSet, Func<string, CodeSetDefinition?> Definition);
