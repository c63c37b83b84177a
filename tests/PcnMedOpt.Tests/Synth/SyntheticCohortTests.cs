using PcnMedOpt.Core;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Data.Counting;
using PcnMedOpt.Data.Extracts;
using PcnMedOpt.Data.Synth;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Synth;

/// <summary>The shipped protocols find plausible numbers of people in a synthetic network.</summary>
public sealed class SyntheticCohortTests(SyntheticCohortTests.Network network) : IClassFixture<SyntheticCohortTests.Network>
{
    private static readonly Compilation Protocols = LoadedProject.Load(new ProjectFolder(Repository.PathOf("protocols")), TestProject.Today).Compilation;

    /// <summary>
    /// What reads only sets whose codes no public source gives: reference sets without a release, and codes that are still awaited. Nobody can be found, and each page says so.
    /// </summary>
    private static readonly string[] FindsNobodyWithoutARelease = ["smr_iif_b", "smr_provider_smi", "smr_reviewed_any"];

    private static readonly string[] CountsNobodyWithoutARelease =
    [
        "anticipatory_care_delirium_risk", "anticipatory_care_falls_risk", "anticipatory_care_people", "anticipatory_care_plans", "anticipatory_care_reviews", "care_home_delirium_risk",
        "care_home_plans", "discharge_reconciled_in_a_week", "smr_coded_as_structured",
    ];

    /// <summary>50,000 patients in the files of an extract, counted.</summary>
    public sealed class Network : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("medopt-synth").FullName;

        public Network()
        {
            ExtractFiles.Write(new SyntheticPractice(ParametersReader.Default, 1, TestProject.Today), 50_000, folder, 3);
            Counts = Counter.Count(ExtractReader.Read(folder), Protocols.Project, Protocols.AllCohorts, Protocols.Models<Measure>(), TestProject.Today);
        }

        public Counts Counts { get; }

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }

    /// <summary>The number that a provider's page gives for a network of 50,000: its own groups, the groups of the draft, and those of the payment scheme.</summary>
    [Theory]
    [InlineData("smr_provider_identified")]
    [InlineData("smr_identified")]
    [InlineData("smr_iif_eligible")]
    public void Of_50_000_people_1800_to_2400_are_eligible_for_a_review(string cohort) =>
        Assert.InRange(network.Counts.Cohorts.Single(c => c.Cohort.Name == cohort).In, 1_800, 2_400);

    [Fact]
    public void So_the_reference_evaluator_says_of_a_tenth()
    {
        var evaluator = new Evaluator(Protocols.Project, TestProject.Today);
        var eligible = SyntheticPractice.Patients(ParametersReader.Default, 1, TestProject.Today, 1, 5_000).Count(p => evaluator.IsIn("smr_provider_identified", p));
        Assert.InRange(eligible, 180, 240);
    }

    [Fact]
    public void Every_shipped_cohort_finds_someone() =>
        Assert.Equal(FindsNobodyWithoutARelease, network.Counts.Cohorts.Where(c => c.In == 0).Select(c => c.Cohort.Name));

    [Fact]
    public void Every_shipped_measure_counts_someone() =>
        Assert.Equal(CountsNobodyWithoutARelease, network.Counts.Measures.Where(m => m.Numerator == 0).Select(m => m.Measure.Name));

    /// <summary>The counted data are of the size that the program is measured by.</summary>
    [Fact]
    public void It_holds_as_many_rows_as_a_real_network()
    {
        Assert.InRange(network.Counts.Data.Events, 6_400_000, 6_700_000);
        Assert.InRange(network.Counts.Data.Medications, 1_500_000, 1_600_000);
    }
}
