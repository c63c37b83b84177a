using PcnMedOpt.Core.Comparing.Logic;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;

namespace PcnMedOpt.Core.Comparing;

/// <summary>What is proved of two cohorts, for every patient and every day, and with whatever terminology release. What is not proved may be so all the same.</summary>
/// <param name="NobodyLeaves">Whoever the old one finds the new one finds.</param>
/// <param name="NobodyEnters">Whoever the new one finds the old one found.</param>
public sealed record CohortProof(bool NobodyLeaves, bool NobodyEnters)
{
    public static CohortProof Of(ProjectModel oldProject, Cohort old, ProjectModel newProject, Cohort now)
    {
        var universe = new CodeSetUniverse();
        var (was, becomes) = (new Claims(universe, oldProject).Parts(old).Whole, new Claims(universe, newProject).Parts(now).Whole);
        return Of(new Prover(universe), was, becomes);
    }

    internal static CohortProof Of(Prover prover, Claim was, Claim becomes) => new(prover.Follows(was, becomes), prover.Follows(becomes, was));
}
