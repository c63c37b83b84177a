using System.Text;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Systmone;
using PcnMedOpt.Emit.Templating;
using PcnMedOpt.Tests.Pages;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Emis;

/// <summary>The EMIS codes that a release gives are chosen, told with their source, and the same with the lock alone.</summary>
public sealed class EmisCodesOfReleaseTests
{
    private const string Release = """
        119990001106 |Example disease (disorder)|; described 19990001119 Example disease; described 29990001114 Disease of examples; in 11000230100
        129990001104 |Example disease of childhood (disorder)|; below 119990001106; in 11000230100
        189990001103 |Example disease of old age (disorder)|; below 119990001106; described 69990001117 Example disease of old age; in 11000230100
        ecl << 119990001106 MINUS 129990001104: 119990001106 189990001103
        139990001102 |Example procedure (procedure)|; emis 19990004111 Example procedure done; described 39990001111 Example procedure
        179990001100 |Old example procedure (procedure)|; inactive; same as 139990001102; described 59990001115 Old example procedure
        149990001107 |Example medicine 5mg tablets (product)|; described 49990001118 Example medicine 5mg tablets
        159990001105 |Mapped medicine 5mg tablets|; level vmp; emis 29990004117 Mapped medicine tabs
        169990001108 |Unmapped medicine 5mg tablets|; level vmp
        11000230100 |Example disease codes (foundation metadata concept)|; cluster EXMPL_COD
        """;

    private const string Project = """
        protocol p "P" {
          version 1.0
          status draft
          owner "Lead pharmacist"
        }

        codes disease "Disease" snomed { << 119990001106 |Example disease| }
        codes procedure_done "Done" snomed { 139990001102 |Example procedure| }
        codes disease_or_done "Both" snomed { include disease include procedure_done }
        codes past "Past" snomed { 139990001102 |Example procedure| with history minimum }
        codes grown_up "Not of childhood" snomed { << 119990001106 |Example disease| except 129990001104 |Example disease of childhood| }
        codes asked "Asked" snomed ecl "<< 119990001106 MINUS 129990001104"
        codes below_only "Below" snomed { < 119990001106 |Example disease| }
        codes less "Less" snomed = disease except below_only
        codes asked_or_done "Asked or done" snomed { include asked include procedure_done }
        codes remedy "Remedy" snomed { 149990001107 |Example medicine 5mg tablets| }
        codes mapped "Mapped" dmd { only 159990001105 |Mapped medicine 5mg tablets| }
        codes unmapped "Unmapped" dmd { only 169990001108 |Unmapped medicine 5mg tablets| }

        cohort c "C" {
          include any {
            "disease": disease recorded
            "done": procedure_done recorded
            "both": disease_or_done recorded
            "past": past recorded
            "grown up": grown_up recorded
            "asked": asked recorded
            "below": below_only recorded
            "less": less recorded
            "asked or done": asked_or_done recorded
            "product": remedy recorded
            "mapped": mapped issued in last 6 months
            "unmapped": unmapped issued in last 6 months
          }
        }

        template t "T" {
          for c
          step 1 "One" {
            tick seen "Seen" code 139990001102 |Example procedure|
            outcome done "Done" code 119990001106 |Example disease| on completion
          }
        }

        pack k "K" { contains c, t }
        """;

    private static readonly Compilation Plain = TestProject.Of(Project);

    private static readonly Compilation ByRelease = Plain.WithKnowledge(new CodeKnowledge(new WrittenRelease(Release), null, false));

    private static readonly Compilation ByLock = Plain.WithKnowledge(new CodeKnowledge(null, Locked(), true));

    [Theory]
    [InlineData("disease", "19990001119 Example disease <<")]
    [InlineData("procedure_done", "19990004111 Example procedure done")]
    [InlineData("disease_or_done", "19990001119 Example disease <<, 19990004111 Example procedure done")]
    [InlineData("past", "19990004111 Example procedure done, 59990001115 Old example procedure")]
    [InlineData("grown_up", "19990001119 Example disease, 69990001117 Example disease of old age")]
    [InlineData("asked", "19990001119 Example disease, 69990001117 Example disease of old age")]
    [InlineData("below_only", "by hand: the terminology release has no EMIS code for 1 of its 2 codes, such as 129990001104 |Example disease of childhood|")]
    [InlineData("less", "19990001119 Example disease")]
    [InlineData("asked_or_done", "19990001119 Example disease, 19990004111 Example procedure done, 69990001117 Example disease of old age")]
    [InlineData("remedy", "by hand: there is no EMIS code map, and the code set is not a published reference set")]
    [InlineData("mapped", "29990004117 Mapped medicine tabs")]
    [InlineData("unmapped", "by hand: there is no EMIS code map, and the code set is not a published reference set")]
    public void A_set_has_the_codes_that_the_release_gives(string set, string values)
    {
        Assert.Equal(values, Written(ByRelease, set, null));
        Assert.Equal(values, Written(ByLock, set, null));
        Assert.StartsWith("by hand: ", Written(Plain, set, null), StringComparison.Ordinal);
    }

    [Fact]
    public void The_map_of_the_project_goes_before_the_release_and_the_release_fills_its_gaps()
    {
        var map = EmisCodeMap.Read("emis_code_id,concept_id,term\n39990004119,119990001106,Our disease\n");
        Assert.Equal("39990004119 Our disease <<, 19990004111 Example procedure done", Written(ByRelease, "disease_or_done", map));
        Assert.Equal("by hand: the EMIS code map lacks 1 of its 1 codes, such as 169990001108 |Unmapped medicine 5mg tablets|", Written(ByRelease, "unmapped", map));
    }

    [Fact]
    public void A_test_of_descriptions_is_approximate_and_one_of_mapped_codes_is_exact()
    {
        Assert.Equal((FitGrade.Approximate, FitGrade.Exact, FitGrade.ByHand), (Grade(ByRelease, "disease"), Grade(ByRelease, "done"), Grade(ByRelease, "product")));
        Assert.Equal((FitGrade.ByHand, FitGrade.ByHand), (Grade(Plain, "disease"), Grade(Plain, "done")));
    }

    [Fact]
    public void The_specification_tells_each_choice_with_its_source_and_offers_the_reference_set()
    {
        foreach (var compilation in (Compilation[])[ByRelease, ByLock])
        {
            var sets = new PackPages(compilation).Spec.CodeSets.ToDictionary(s => s.Name);
            Assert.Equal("SNOMED CT descriptions", sets["disease"].HowIn);
            Assert.Equal([new EmisCodeView("19990001119", "Example disease", "119990001106 Example disease", "a description of SNOMED CT")], sets["disease"].Emis.AsEnumerable());
            Assert.Contains(sets["disease"].Notes, n => n.Contains("whether EMIS carries each of these", StringComparison.Ordinal));
            Assert.Contains(sets["disease"].Notes, n => n.Contains("exactly the members of the reference set 11000230100 (Example disease codes, EXMPL_COD)", StringComparison.Ordinal));
            Assert.Equal("EMIS code map of the terminology release", sets["mapped"].HowIn);
            Assert.DoesNotContain(sets["mapped"].Notes, n => n.Contains("descriptions of SNOMED CT", StringComparison.Ordinal));
            Assert.StartsWith("By hand", sets["unmapped"].HowIn, StringComparison.Ordinal);
            Assert.Empty(sets["unmapped"].Emis);
        }
        Assert.All(new PackPages(Plain).Spec.CodeSets, s => Assert.Empty(s.Emis));
    }

    [Fact]
    public void A_set_that_no_system_can_hold_as_it_is_written_is_listed_code_by_code_and_the_pages_say_so()
    {
        foreach (var compilation in (Compilation[])[ByRelease, ByLock])
        {
            var spec = new PackPages(compilation).Spec;
            var asked = spec.CodeSets.Single(s => s.Name == "asked");
            Assert.Equal(["119990001106", "189990001103"], asked.Groups.SelectMany(g => g.Codes).Select(c => c.Id));
            Assert.Equal("No", Assert.Single(asked.Groups).Descendants);
            Assert.Contains(asked.Notes, n => n.StartsWith("No clinical system is known to hold it as the protocol has it", StringComparison.Ordinal));
            Assert.Contains("The protocol has it as this ECL expression: << 119990001106 MINUS 129990001104", asked.Notes);
            Assert.Contains(spec.Deviations, d => d.Where == "The code sets grown_up, asked, below_only, asked_or_done");
            Assert.Equal("Yes", Assert.Single(spec.CodeSets.Single(s => s.Name == "disease").Groups).Descendants);
            Assert.Equal(FitGrade.Exact, new SystmoneTarget().Of(compilation.Models<Cohort>().Single().Criteria.Single(c => c.Label == "asked").Condition, compilation.Project).Grade);
        }
    }

    [Fact]
    public void A_template_has_the_codes_of_the_map_that_the_release_was_made_with_and_no_descriptions()
    {
        var (byRelease, byLock, plain) = (Sheet(ByRelease), Sheet(ByLock), Sheet(Plain));
        Assert.Equal(byRelease, byLock);
        Assert.Contains("19990004111 Example procedure done", byRelease, StringComparison.Ordinal);
        Assert.Contains("not in the EMIS code map", byRelease, StringComparison.Ordinal);
        Assert.DoesNotContain("19990001119", byRelease, StringComparison.Ordinal);
        Assert.Contains("not known: there is no EMIS code map", plain, StringComparison.Ordinal);

        static string Sheet(Compilation compilation) => Built(compilation).Single(f => f.StartsWith("emis-template-t.html ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_built_is_the_same_with_the_release_and_with_the_lock_alone()
    {
        var (byRelease, byLock, plain) = (Built(ByRelease), Built(ByLock), Built(Plain));
        Assert.Equal(byRelease, byLock);
        var xml = Assert.Single(byRelease, f => f.StartsWith("emis/k.xml ", StringComparison.Ordinal));
        Assert.Contains("<value>19990001119</value>", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("119990001106", xml, StringComparison.Ordinal);
        Assert.DoesNotContain(plain, f => f.Contains("19990001119<", StringComparison.Ordinal));
    }

    private static List<string> Built(Compilation compilation) =>
    [
        .. PackBuilder.Build(compilation, null, PackBuilder.Packs(compilation).Single(), new BuildOptions(new BuiltBy("0", "1"), [], false, Templates.Standard))
            .Files.Select(f => $"{f.Path} {Encoding.UTF8.GetString(f.Bytes.AsSpan())}"),
    ];

    private static TerminologyLock? Locked() => LockFile.Read(LockText.Of(Locking.Of(ByRelease, new WrittenRelease(Release), false, TestProject.Today).Lock)).Lock;

    private static string Written(Compilation compilation, string set, EmisCodeMap? map)
    {
        var found = compilation.Project.CodeSet(set);
        Assert.NotNull(found);
        var (values, byHand) = new EmisValues(map).Of(found);
        return byHand is not null ? $"by hand: {byHand}" : string.Join(", ", values.Select(v => $"{v.Value} {v.DisplayName}{(v.IncludeChildren ? " <<" : "")}"));
    }

    private static FitGrade Grade(Compilation compilation, string label) =>
        new EmisTarget(null).Of(compilation.Models<Cohort>().Single().Criteria.Single(c => c.Label == label).Condition, compilation.Project).Grade;
}
