using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Formatting;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Emis.Importing;
using PcnMedOpt.Emit.Emis.Reading;
using PcnMedOpt.Emit.Emis.Running;
using PcnMedOpt.Emit.Searches;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Emis;

/// <summary>A file of EMIS searches becomes a protocol that finds the same people, and that becomes the same rule lists again.</summary>
public sealed class EmisImportTests
{
    private static readonly int Runs = TestSize.Of(usual: 400, full: 5_000);

    private static readonly ProjectModel Sets = TestProject.Of(Generated.CodeSets).Project;

    private static readonly Dictionary<string, long> Concepts =
        new[] { 195967001, 162660004, 925861000000102, 1000731000000107, 326874007, 321730000 }.Select((c, i) => (Code: EmisCode(i), Concept: c)).ToDictionary(c => c.Code, c => c.Concept);

    private static readonly EmisCodeMap Map = EmisCodeMap.Read(
        "emis_code_id,concept_id,term\n" + string.Concat(Concepts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key},{c.Value},A term\n"))));

    private static readonly EmisTarget Target = new(Map);

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Repository.PathOf("tests", "emis"), "*.xml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_becomes_this_protocol(string name)
    {
        var path = Repository.PathOf("tests", "emis", name);
        var map = File.Exists(path + ".csv") ? FindCodes.ByMap(EmisCodeMap.Read(File.ReadAllText(path + ".csv"))) : _ => null;
        var import = Import(File.ReadAllBytes(path + ".xml"), name + ".xml", map);
        Snapshot.Check(path + ".medopt", import.Text);
        Snapshot.Check(path + ".losses.txt", string.Join('\n', import.Findings.Select(f => $"{f.Place}: {f.Kind}: {f.Within}: {f.What}")));
        AssertSound(import);
    }

    [Fact]
    public void Whom_the_file_finds_the_protocol_finds_and_a_build_of_it_comes_back_as_the_same_rule_lists()
    {
        var losses = new Dictionary<string, int>();
        var compared = 0;
        Prop.ForAll<byte[], byte[]>((forCohorts, forPatients) => compared += Check(forCohorts, forPatients, losses) ? 1 : 0)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithEndSize(300).WithReplay(20261122, 1));
        Assert.True(compared > Runs / 3, $"Only {compared} of {Runs} files could be compared: {string.Join("; ", losses.OrderByDescending(l => l.Value).Select(l => $"{l.Value} {l.Key}"))}");
    }

    [Fact]
    public void The_public_example_is_brought_in()
    {
        if (Repository.Shared("reference", "emis-example.xml") is not { } path) return;
        var import = Import(File.ReadAllBytes(path), "emis-example.xml", _ => null);
        AssertSound(import);
        Assert.Equal(2, import.CohortOf.Count);
        Assert.Contains("awaiting", import.Text, StringComparison.Ordinal);
    }

    /// <summary>False where the file holds what is built by hand, or what the language cannot say, which is then counted.</summary>
    private static bool Check(byte[] forCohorts, byte[] forPatients, Dictionary<string, int> losses)
    {
        var (cohorts, project) = new Generated(new Choices(forCohorts)).TwoCohorts(Sets);
        var plan = SearchPlan.Of(Target, project, cohorts, []);
        if (plan.Plan.Lists.Any(l => l.Origin == ListOrigin.Hand)) return false;
        var folder = Folder(plan);
        var xml = EmisWriter.Write(folder, project, Target);
        var import = Import(xml, "generated.xml", FindCodes.ByMap(Map));
        foreach (var loss in import.Findings.Where(f => f.Kind == ImportFindingKind.Loss)) losses[loss.What.Split(':')[^1]] = losses.GetValueOrDefault(loss.What.Split(':')[^1]) + 1;
        if (import.HasLosses) return false;
        var compilation = AssertSound(import);
        var document = EmisReader.Read(xml).Document!;
        var executor = new EmisExecutor(document, Generated.Reference, (value, code) => Concepts[value.Value] == code);
        var evaluator = new Evaluator(compilation.Project, Generated.Reference);
        var patients = new Generated(new Choices(forPatients));
        for (var i = 0; i < 5; i++)
        {
            var patient = WithBareNumbers(patients.Patient());
            foreach (var (report, cohort) in import.CohortOf)
                Assert.True(executor.Finds(report, patient) == evaluator.IsIn(cohort, patient), $"{cohort}\n{patient}\n{import.Text}\n{Encoding.UTF8.GetString(xml)}");
        }
        var again = Import(EmisWriter.Write(Folder(PlanOf(compilation)), compilation.Project, Target), "generated.xml", FindCodes.ByMap(Map));
        Assert.Equal(RuleLists(compilation, import.CohortOf.Values), RuleLists(AssertSound(again), import.CohortOf.Values));
        return true;
    }

    /// <summary>The lists of the first import's cohorts, each list that they ask in its place: a list that was made on the way has another name when it comes back.</summary>
    private static string RuleLists(Compilation compilation, IEnumerable<string> cohorts)
    {
        var plan = PlanOf(compilation).Plan;
        return string.Join('\n', cohorts.Order(StringComparer.Ordinal).Select(c => $"{c}: {Shown(plan.Find(c))}"));

        string Shown(RuleList list) => $"{(list.From is FromList from ? Shown(plan.Find(from.Id)) : list.From)} {{{string.Join("; ", list.Rules.Select(r =>
            $"{(r.Members.Length == 1 ? "" : r.Join)} ({string.Join(", ", r.Members.Select(Member).Order(StringComparer.Ordinal))}) {r.IfTrue} {r.IfFalse}"))}}}";

        string Member(Member member) => member switch
        {
            Core.Model.RuleLists.Records records => $"{(records.Negated ? "no " : "")}{RowText.Of(records.Criterion)}",
            InList list => $"in {Shown(plan.Find(list.Id))}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static SearchPlan PlanOf(Compilation compilation) => SearchPlan.Of(Target, compilation.Project, compilation.AllCohorts, []);

    private static EmisFolder Folder(SearchPlan plan) => new("key", "folder", "1", "author", Generated.Reference, Generated.Reference, plan.Searches);

    private static EmisImport Import(byte[] xml, string name, FindCode find)
    {
        var (document, fault) = EmisReader.Read(xml);
        Assert.True(fault is null, fault?.Message);
        return EmisImporter.Of(document!, name, find);
    }

    /// <summary>Canonical, and without an error but that something can never hold, which a search may ask for as well.</summary>
    private static Compilation AssertSound(EmisImport import)
    {
        Assert.Equal(Formatter.Format(import.Text), import.Text);
        var compilation = TestProject.Of(import.Text);
        var errors = compilation.Diagnostics.Where(d => d.Severity == Severity.Error && d.Diagnostic.Kind.Slug is not ("never-true" or "between-reversed")).Select(d => d.Shown()).ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors) + "\n" + import.Text);
        return compilation;
    }

    private static PatientRecord WithBareNumbers(PatientRecord patient) => patient with
    {
        Events = [.. patient.Events.Where(e => e.Value is null or { Comparator: null, Number: not null, Unit: null or "umol/L" })],
    };

    private static string EmisCode(int item) => Enumerable.Range(0, 10)
        .Select(d => string.Create(CultureInfo.InvariantCulture, $"{item + 1000}100003311{d}")).First(id => Sctid.HasGoodCheckDigit(id));
}
