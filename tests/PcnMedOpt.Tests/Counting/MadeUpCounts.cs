using System.Collections.Immutable;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Counting;

/// <summary>Counts of a small protocol, with numbers that nobody counted: large and small ones, faults, and code sets that are not known.</summary>
public static class MadeUpCounts
{
    public static readonly string Source = """
        protocol counted "Counted" { version 2026.2 status active owner "PCN" author "A" reviewer "B" approved 2026-04-02 by "B" review by 2027-03-31 }
        codes asthma "Asthma" snomed { 195967001 |Asthma| }
        codes review "Review" snomed { 394720003 |Asthma monitoring| }
        codes house "Care home" snomed { 160734000 |Lives in a nursing home| }
        codes end "End of life" snomed { 526631000000108 |On end of life care register| }
        /// People with asthma who are at risk and have not been reviewed.
        cohort asthma_due "Asthma reviews that are due" {
          include any {
            "Asthma, and no review in the last 12 months": asthma recorded and no review recorded in last 12 months
            "Care home": house recorded
            "Asthma in a child": asthma recorded and age < 18 years
          }
          exclude any {
            "On the end of life care register": end recorded
            "Reviewed in the last four weeks, by whomever in the practice or outside of it": review recorded in last 4 weeks
          }
        }
        cohort care_home "Care home residents" { include all { "Care home": house recorded } }
        cohort rare "Four patients" { from care_home include all { "Asthma": asthma recorded } exclude any { "End of life": end recorded } }
        measure reviewed "Asthma reviews done" { of registered count when review recorded in this quarter target >= 70% by practice, age band, sex reported quarterly, yearly }
        measure due "Reviews due" { of asthma_due by practice, reason }
        """;

    private static readonly string[] Practices = ["Dale Medical Group", "Hill Surgery", "North Street Surgery", "The Riverside Practice"];

    public static Counts Make(CountedData? data = null)
    {
        var project = TestProject.Of(Source);
        Cohort Cohort(string name) => project.Models<Cohort>().Single(c => c.Name == name);
        Measure Measure(string name) => project.Models<Measure>().Single(m => m.Name == name);
        ImmutableArray<string> Labels(string name) => [.. (Cohort(name).Include?.Criteria ?? []).Select(c => c.Label)];
        ImmutableArray<CriterionCount> Criteria(IEnumerable<Criterion> criteria, params (long Holds, long Alone, long Left)[] counts) => [.. criteria.Zip(counts, (c, n) => new CriterionCount(c.Label, n.Holds, n.Alone, n.Left))];
        var due = Cohort("asthma_due");
        var rare = Cohort("rare");
        var home = Cohort("care_home");
        PartCount[] reasons = [.. Labels("asthma_due").Zip([1702L, 338L, 64L], (l, n) => new PartCount(Dimension.Reason, l, n, null))];
        PartCount[] practices = [.. Parts(Dimension.Practice, Practices, 702, 3, 815, 551)];
        return new Counts(
            TestProject.Today,
            data ?? new CountedData("extract/november", 51_207, 6_412_331, 1_552_018,
            [
                new DataFault("events.csv", "a date that is no day", "the row is not used", 17, ["line 17: 2026-13-01", "line 4,711: 31/02/2026"]),
                new DataFault("medications.csv", "a code that fails its check digit", "the row is not used", 1, ["line 9: 319733001"]),
            ]),
            [
                new CohortCount(
                    due, 49_876, Criteria(due.Include?.Criteria ?? [], (1_780, 1_725, 1_780), (362, 358, 2_142), (68, 9, 2_151)), 2_151, Criteria(due.Exclude, (76, 74, 2_075), (6, 4, 2_071)), 2_071,
                    [
                        .. Shares(Dimension.Practice, Practices, (702, 14_010), (3, 4), (815, 18_862), (551, 17_000)),
                        .. Shares(Dimension.AgeBand, Bands(), [.. new long[] { 3, 21, 40, 60, 66, 72, 80, 95, 101, 120, 130, 140, 151, 160, 172, 180, 190, 150, 90, 50 }.Select((n, i) => (n, i == 19 ? 4_276L : 2_400))]),
                        .. Shares(Dimension.Sex, ["female", "male", "unknown"], (1_100, 24_990), (969, 24_866), (2, 20)),
                        .. reasons,
                    ],
                    new Caveats([], HasMedicinesByCode: true)),
                new CohortCount(home, 49_876, Criteria(home.Include?.Criteria ?? [], (362, 49_514, 362)), 362, [], 362, [.. Shares(Dimension.Practice, Practices, (120, 14_010), (0, 4), (180, 18_862), (62, 17_000))], new Caveats(["house"], HasMedicinesByCode: true)),
                new CohortCount(rare, 362, Criteria(rare.Include?.Criteria ?? [], (9, 353, 9)), 9, Criteria(rare.Exclude, (5, 5, 4)), 4, [.. Shares(Dimension.Practice, [Practices[0], .. Practices[2..]], (1, 120), (3, 180), (0, 62))], new Caveats(["end"], HasMedicinesByCode: false)),
            ],
            [
                new MeasureCount(Measure("due"), 2_071, null, [.. practices, .. reasons], Caveats.None),
                new MeasureCount(
                    Measure("reviewed"), 32_812, 49_876,
                    [.. Shares(Dimension.Practice, Practices, (9_120, 14_010), (2, 4), (13_490, 18_862), (10_200, 17_000)), .. Shares(Dimension.Sex, ["female", "male", "unknown"], (17_000, 24_990), (15_812, 24_866), (0, 20))],
                    new Caveats(["review"], HasMedicinesByCode: false)),
            ]);
    }

    /// <summary>Every text of it replaced.</summary>
    public static Counts Hostile(string text)
    {
        var counts = Make();
        ImmutableArray<PartCount> Parts(ImmutableArray<PartCount> parts) => [.. parts.Select((p, i) => p with { Value = $"{i}{text}" })];
        ImmutableArray<CriterionCount> Criteria(ImmutableArray<CriterionCount> criteria) => [.. criteria.Select((c, i) => c with { Label = $"{i}{text}" })];
        return counts with
        {
            Data = new CountedData(text, 51_207, 1, 1, [new DataFault(text, text, text, 3, [text])]),
            Cohorts = [.. counts.Cohorts.Select(c => c with { Cohort = c.Cohort with { Title = text, Description = text }, Include = Criteria(c.Include), Exclude = Criteria(c.Exclude), Parts = Parts(c.Parts), Caveats = new Caveats([text], HasMedicinesByCode: true) })],
            Measures = [.. counts.Measures.Select(m => m with { Measure = m.Measure with { Title = text, Description = text }, Parts = Parts(m.Parts), Caveats = new Caveats([text], HasMedicinesByCode: true) })],
        };
    }

    private static IEnumerable<string> Bands() => Enumerable.Range(0, AgeBands.Count).Select(AgeBands.Name);

    private static IEnumerable<PartCount> Parts(Dimension dimension, IEnumerable<string> values, params long[] counts) => values.Zip(counts, (v, n) => new PartCount(dimension, v, n, null));

    private static IEnumerable<PartCount> Shares(Dimension dimension, IEnumerable<string> values, params (long Of, long All)[] counts) => values.Zip(counts, (v, n) => new PartCount(dimension, v, n.Of, n.All));
}
