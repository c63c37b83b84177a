using System.Text;
using System.Xml.Linq;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Print;
using PcnMedOpt.Emit.Searches;
using PcnMedOpt.Emit.Templating;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Cases;

/// <summary>
/// Every stage of small projects, and of the shipped protocols, as text: tests/cases/NAME holds the sources and what each stage makes of them. A
/// project with errors has tokens, tree and diagnostics; one without also the model, the rule lists, and what is written for EMIS, the specification, the build
/// sheet, the installation page and the printed documents.
/// </summary>
public sealed class CaseTests
{
    private static readonly string Folder = Repository.PathOf("tests", "cases");

    private static readonly BuildOptions Options = new(new BuiltBy("0", "1"), [], false, Templates.Standard);

    /// <summary>
    /// Packs of the shipped protocols whose pages are not kept: one procedure with a tail, one with a document of limits and one with a condition stand for
    /// the others, which are built alike, and the packs that hold all of them are the same again.
    /// </summary>
    private static readonly string[] LeftOut = ["hrd_azathioprine", "hrd_doac", "hrd_leflunomide", "hrd_lithium", "hrd_monitoring", "hrd_sulfasalazine", "practice_starter"];

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Folder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_stage_is_as_expected(string name)
    {
        var folder = name == "shipped" ? Repository.PathOf("protocols") : Path.Combine(Folder, name);
        var project = LoadedProject.Load(new ProjectFolder(folder), TestProject.Today);
        void Check(string stage, string text) => Snapshot.Check(Path.Combine(Folder, name, $"{stage}.expected"), text);
        Check("1-tokens", PerFile(project.Compilation, StageTexts.Tokens));
        Check("2-tree", PerFile(project.Compilation, StageTexts.Tree));
        Check("3-diagnostics", string.Join('\n', project.Diagnostics.Select(TestProject.Shown)));
        if (project.HasErrors) return;
        Check("4-model", StageTexts.Model(project.Compilation));
        var target = new EmisTarget(project.EmisCodes);
        var plan = SearchPlan.Of(target, project.Compilation.Project, project.Compilation.AllCohorts, project.Compilation.Models<Measure>());
        Check("5-rule-lists", StageTexts.RuleLists(plan.Plan));
        foreach (var pack in PackBuilder.Packs(project.Compilation).Where(p => !LeftOut.Contains(p.Pack.Name))) CheckPack(project, pack, Check);
        if (name != "shipped") CheckDocuments(project, Check);
    }

    private static void CheckPack(LoadedProject project, PackContents pack, Action<string, string> check)
    {
        var name = pack.Pack.Name;
        foreach (var file in PackBuilder.Build(project.Compilation, project.EmisCodes, pack, Options).Files)
            switch (file.Path)
            {
                case var path when path.EndsWith(".xml", StringComparison.Ordinal):
                    check($"6-{name}.emis", XDocument.Load(new MemoryStream([.. file.Bytes])).ToString());
                    break;
                case PackBuilder.SpecificationFile:
                    check($"7-{name}.spec", PageText.Of(Text(file)));
                    break;
                case PackBuilder.BuildSheetFile:
                    check($"8-{name}.build-sheet", PageText.Of(Text(file)));
                    break;
                case PackBuilder.InstallFile:
                    check($"9-{name}.install", PageText.Of(Text(file)));
                    break;
                case var path when path.Contains("-template-", StringComparison.Ordinal) || path.StartsWith("activity-extract.h", StringComparison.Ordinal):
                    check($"8-{name}.{Path.GetFileNameWithoutExtension(path)}", PageText.Of(Text(file)));
                    break;
                case var path when path.StartsWith("activity-", StringComparison.Ordinal) || path.StartsWith("fhir/", StringComparison.Ordinal):
                    check($"8-{name}.{Path.GetFileName(path)}", Text(file));
                    break;
            }
    }

    /// <summary>The printed documents, each once. Those of the shipped protocols are read on paper.</summary>
    private static void CheckDocuments(LoadedProject project, Action<string, string> check)
    {
        var pages = PackBuilder.Packs(project.Compilation).SelectMany(p => PackBuilder.Build(project.Compilation, project.EmisCodes, p, Options).Files).Where(PrintPages.IsPage).DistinctBy(f => f.Path);
        foreach (var page in pages) check($"10-{Path.GetFileNameWithoutExtension(page.Path)}.print", PageText.Of(Text(page)));
    }

    private static string Text(OutputFile file) => Encoding.UTF8.GetString([.. file.Bytes]);

    private static string PerFile(Compilation compilation, Func<string, string> stage) =>
        string.Join('\n', compilation.Files.Values.Select(f => compilation.Files.Count == 1 ? stage(f.Text) : $"=== {f.Path}\n{stage(f.Text)}"));
}
