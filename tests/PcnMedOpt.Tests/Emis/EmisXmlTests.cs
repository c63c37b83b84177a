using System.Collections.Immutable;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Searches;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Emis;

/// <summary>What is written for EMIS has the structure of EMIS's own exports, whatever the cohort.</summary>
public sealed class EmisXmlTests
{
    private static readonly XNamespace Emis = EmisWriter.XmlNamespace;

    private static readonly ProjectModel Sets = TestProject.Of(Generated.CodeSets).Project;

    /// <summary>A map for some of the generated sets: the others have to be built by hand.</summary>
    private static readonly EmisCodeMap Map = EmisCodeMap.Read(
        "emis_code_id,concept_id,term\n" + string.Join('\n', new[] { "195967001", "162660004", "1000731000000107", "326874007" }.Select((c, i) => $"{DescriptionId(i)},{c},Term {i}")));

    private static readonly XmlSchemaSet? Observed = ReadObserved();

    [Fact]
    public void Every_generated_cohort_is_written_by_the_schema() => Prop.ForAll<byte[]>(numbers =>
    {
        var generated = new Generated(new Choices(numbers));
        var first = generated.Cohort("first", null);
        var second = generated.Cohort("second", "first");
        var xml = Write([first, second], "1.0");
        Assert.Empty(EmisSchema.Faults(xml));
        if (Observed is not null) Assert.Empty(EmisSchema.Faults(xml, Observed));
        AssertAsExported(xml);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithStartSize(30).WithEndSize(300).WithReplay(11, 3));

    [Fact]
    public void The_same_cohort_gives_the_same_bytes_and_a_new_version_only_new_report_ids()
    {
        var cohort = new Generated(new Choices([1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])).Cohort("only", null);
        Assert.Equal(Write([cohort], "1.0"), Write([cohort], "1.0"));
        var (before, after) = (Read(Write([cohort], "1.0")), Read(Write([cohort], "1.1")));
        Assert.Equal(Ids(before, "VersionIndependentGUID"), Ids(after, "VersionIndependentGUID"));
        Assert.Empty(before.Descendants(Emis + "report").Select(r => r.Element(Emis + "id")!.Value).Intersect(after.Descendants(Emis + "report").Select(r => r.Element(Emis + "id")!.Value)));
    }

    [Fact]
    public void A_published_refset_goes_in_by_its_own_id_and_no_concept_ever_does()
    {
        var compilation = TestProject.Of("""
            codes palliative "Palliative care" snomed { ^ 999009771000230104 |under palliative care| cluster "PALCARE_COD" }
            codes asthma "Asthma" snomed { << 195967001 |Asthma| }
            cohort c "C" { include all { "p": palliative recorded in last 12 months } exclude any { "a": asthma recorded } }
            """);
        var project = compilation.Project;
        var searches = SearchPlan.Of(new EmisTarget(null), project, compilation.AllCohorts, []).Searches;
        var xml = Read(EmisWriter.Write(Folder("1", searches), project, new EmisTarget(null)));
        var value = Assert.Single(xml.Descendants(Emis + "values"));
        Assert.Equal("999009771000230104", value.Element(Emis + "value")!.Value);
        Assert.Equal("true", value.Element(Emis + "isRefset")!.Value);
        Assert.Equal("PALCARE_COD", value.Parent!.Element(Emis + "description")!.Value);
        Assert.Contains(xml.Descendants(Emis + "name"), n => n.Value == "TO BUILD BY HAND: asthma recorded");
        Assert.Contains(xml.Descendants(Emis + "name"), n => n.Value == "INCOMPLETE (finds too many): C");
    }

    private static void AssertAsExported(byte[] bytes)
    {
        Assert.NotEqual(0xEF, bytes[0]);
        Assert.DoesNotContain((byte)'\n', bytes);
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><enquiryDocument ", Encoding.UTF8.GetString(bytes, 0, 80), StringComparison.Ordinal);
        var xml = Read(bytes);
        Assert.All(xml.Descendants(Emis + "searchDate"), d => Assert.Equal("BASELINE", d.Value));
        foreach (var value in xml.Descendants(Emis + "values").Where(v => v.Parent!.Element(Emis + "codeSystem")!.Value == "SNOMED_CONCEPT"))
            Assert.Equal(value.Element(Emis + "isRefset") is null ? ComponentKind.Description : ComponentKind.Concept, Sctid.KindOf(value.Element(Emis + "value")!.Value));
        Assert.All(xml.Descendants(Emis + "population").Where(p => p.HasElements), p => Assert.NotEqual("NEXT", p.Elements().Last().Element(Emis + "actionIfFalse")!.Value));
        Assert.All(
            xml.Descendants(Emis + "criterion").Where(c => c.Element(Emis + "negation")!.Value == "true" && c.Parent!.Name == Emis + "criteria"),
            c => Assert.Null(c.Element(Emis + "linkedCriterion") ?? c.Descendants(Emis + "restriction").FirstOrDefault()));
        var order = xml.Descendants(Emis + "report").Select(r => r.Element(Emis + "id")!.Value).ToList();
        foreach (var report in xml.Descendants(Emis + "report"))
            foreach (var reference in report.Descendants().Attributes("reportGuid"))
                Assert.True(order.IndexOf(reference.Value) > order.IndexOf(report.Element(Emis + "id")!.Value), "a report refers forward");
    }

    private static byte[] Write(ImmutableArray<Cohort> cohorts, string version)
    {
        var project = Sets with { Cohort = name => cohorts.FirstOrDefault(c => c.Name == name) };
        var target = new EmisTarget(Map);
        return EmisWriter.Write(Folder(version, SearchPlan.Of(target, project, cohorts, []).Searches), project, target);
    }

    private static EmisFolder Folder(string version, ImmutableArray<Search> searches) => new("test/pack", "Pack", version, "Author", new DateOnly(2026, 4, 2), Generated.Reference, searches);

    private static XDocument Read(byte[] xml) => XDocument.Load(new MemoryStream(xml));

    private static List<string> Ids(XDocument xml, string element) => [.. xml.Descendants(Emis + element).Select(e => e.Value)];

    /// <summary>A description identifier of the international core: item, partition 01, check digit.</summary>
    private static string DescriptionId(int item) =>
        Enumerable.Range(0, 10).Select(d => $"{item + 2370}01{d}").First(id => Sctid.Check(id) == SctidProblem.None && Sctid.KindOf(id) == ComponentKind.Description);

    private static XmlSchemaSet? ReadObserved()
    {
        if (Repository.Shared("reference", "emis-observed.xsd") is not { } path) return null;
        using var reader = XmlReader.Create(path);
        var set = new XmlSchemaSet();
        set.Add(null, reader);
        set.Compile();
        return set;
    }
}
