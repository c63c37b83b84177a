using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Core.Comparing;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Comparing;

/// <summary>
/// What is proved of two cohorts is never contradicted by a patient: on generated pairs, most of them a cohort and what an edit of it or of its code sets makes, the
/// reference evaluation of generated patients agrees with every proof.
/// </summary>
public sealed class ProofTests
{
    private static readonly int Runs = TestSize.Of(usual: 4_000, full: 40_000);

    /// <summary>The code sets of <see cref="Generated"/>, and what edits make of them.</summary>
    private static readonly ImmutableArray<ProjectModel> Worlds =
    [
        .. new[]
        {
            Generated.CodeSets,
            Generated.CodeSets.Replace("{ 195967001 |Asthma| }", "{ 195967001 |Asthma| 925861000000102 |Severe frailty| }", StringComparison.Ordinal),
            Generated.CodeSets.Replace("codes b \"B\" snomed { 162660004 |Asthma resolved| }", "codes b \"B\" snomed { 162660004 |Asthma resolved| include c }", StringComparison.Ordinal),
            Generated.CodeSets.Replace("{ only 326874007 |Methotrexate 2.5mg tablets| }", "{ only 326874007 |Methotrexate 2.5mg tablets| only 321730000 |Lithium carbonate 250mg tablets| }", StringComparison.Ordinal),
            Generated.CodeSets.Replace("plausible 1 to 2000", "plausible 90 to 110", StringComparison.Ordinal),
            Generated.CodeSets.Replace("{ 925861000000102 |Severe frailty| }", "{ awaiting \"asked\" }", StringComparison.Ordinal),
        }.Select(text => TestProject.Of(text).Project),
    ];

    private int proved;

    [Fact]
    public void No_patient_contradicts_a_proof_about_cohorts()
    {
        Prop.ForAll<byte[], byte[]>((forCohorts, forPatients) =>
        {
            var choices = new Choices(forCohorts);
            var generated = new Generated(choices);
            var (cohorts, old) = generated.TwoCohorts(choices.Of(Worlds));
            var now = choices.Of(Worlds);
            var edited = cohorts[1];
            for (var edits = choices.Next(3); edits > 0; edits--) edited = Edited(edited, generated, choices);
            ImmutableArray<Cohort> after = [cohorts[0], edited];
            Check((old, cohorts[1]), (now with { Cohort = name => after.FirstOrDefault(c => c.Name == name) }, edited), forPatients, 6);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithStartSize(60).WithEndSize(300).WithReplay(20261122, 7));
        Assert.True(proved > Runs / 4, $"Only {proved} of {Runs} pairs were proved: the test shows little.");
    }

    /// <summary>Single tests, each against what a small edit makes of it, on patients with many records.</summary>
    [Fact]
    public void Nor_one_about_single_tests()
    {
        Prop.ForAll<byte[], byte[]>((forTests, forPatients) =>
        {
            var choices = new Choices(forTests);
            var generated = new Generated(choices);
            var one = generated.Test(null);
            var other = choices.Next(4) == 0 ? generated.Test(null) : EditedTests.Of(one, generated, choices);
            Check((choices.Of(Worlds), Only(one)), (choices.Of(Worlds), Only(other)), forPatients, 9);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs * 3).WithStartSize(40).WithEndSize(300).WithReplay(20261122, 9));
        Assert.True(proved > Runs / 2, $"Only {proved} of {Runs * 3} pairs were proved: the test shows little.");
    }

    private void Check((ProjectModel Project, Cohort Cohort) old, (ProjectModel Project, Cohort Cohort) now, byte[] forPatients, int records)
    {
        var (nobodyLeaves, nobodyEnters) = CohortProof.Of(old.Project, old.Cohort, now.Project, now.Cohort);
        if (nobodyLeaves || nobodyEnters) proved++;
        var (before, after) = (new Evaluator(old.Project, Generated.Reference), new Evaluator(now.Project, Generated.Reference));
        var patients = new Generated(new Choices(forPatients));
        for (var i = 0; i < 6; i++)
        {
            var patient = patients.Patient(records);
            var (isIn, stays) = (before.Outcome(old.Cohort, patient).IsIn, after.Outcome(now.Cohort, patient).IsIn);
            Assert.False(nobodyLeaves && isIn && !stays, $"It is proved that nobody leaves.\n{Text(old.Cohort)}\n{Text(now.Cohort)}\n{patient}");
            Assert.False(nobodyEnters && stays && !isIn, $"It is proved that nobody enters.\n{Text(old.Cohort)}\n{Text(now.Cohort)}\n{patient}");
        }
    }

    private static string Text(Cohort cohort) => $"{cohort.From}, {cohort.Include?.Needed} of {string.Join("; ", cohort.Criteria.Select(c => ConditionText.Of(c.Condition)))}, {cohort.Exclude.Length} excluded";

    private static Cohort Only(Condition test) => new("only", "only", null, new Everyone(), new Inclusion(Quantifier.Any, 0, [new Criterion("label", test, [], default, default)]), [], null, [], []);

    /// <summary>One edit, as authors make them: another quantifier or population, a criterion more or less or otherwise.</summary>
    private static Cohort Edited(Cohort cohort, Generated generated, Choices choices)
    {
        Criterion New() => new("new", generated.Condition(2, "first"), [], default, default);
        if (choices.Next(6) == 5) return cohort with { From = choices.Of<Population>(new Registered(), new Everyone(), new OfCohort("first", null)) };
        if (choices.Maybe() || cohort.Include is not { } include)
            return cohort with
            {
                Exclude = cohort.Exclude.IsEmpty || choices.Maybe() ? cohort.Exclude.Add(New())
                    : choices.Maybe() ? cohort.Exclude.RemoveAt(0) : cohort.Exclude.SetItem(0, cohort.Exclude[0] with { Condition = EditedTests.Within(cohort.Exclude[0].Condition, generated, choices) }),
            };
        return cohort with
        {
            Include = choices.Next(5) switch
            {
                0 => include with { Criteria = include.Criteria.Add(New()) },
                1 when include.Criteria.Length > Math.Max(1, include.AtLeast) => include with { Criteria = include.Criteria.RemoveAt(0) },
                2 => include with { Quantifier = choices.Of(Quantifier.Any, Quantifier.All) },
                3 => include with { Quantifier = Quantifier.AtLeast, AtLeast = 1 + choices.Next(include.Criteria.Length) },
                _ => include with { Criteria = include.Criteria.SetItem(0, include.Criteria[0] with { Condition = EditedTests.Within(include.Criteria[0].Condition, generated, choices) }) },
            },
        };
    }
}
