using System.Collections.Immutable;
using System.Text;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Forms;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Spec;
using PcnMedOpt.Emit.Systmone;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Pages;

/// <summary>The pages of the only pack of a project.</summary>
public sealed class PackPages
{
    private readonly EmisTarget emis;

    private readonly Compilation compilation;
    private readonly EmisCodeMap? map;

    public PackPages(Compilation compilation, EmisCodeMap? map = null)
    {
        this.compilation = compilation;
        this.map = map;
        var pack = compilation.Models<Pack>().Single();
        emis = new EmisTarget(map);
        Contents = PageContents.Of(compilation, pack);
        Meta = PageMeta.Of(pack, compilation.Files.Values.First().Protocol, "0123456789abcdef0123456789abcdef", "0.1.0", "1", compilation.Today);
    }

    public PageContents Contents { get; init; }

    public PageMeta Meta { get; init; }

    public SpecView Spec => SpecView.Of(Meta, Contents, emis);

    public BuildSheetView Sheet => BuildSheetView.Of(Meta, Contents);

    public InstallView Install => InstallView.Of(
        Meta,
        Contents,
        new InstallFiles("searches.xml", Meta.Title, "spec.html", "build-sheet.html", "codes.csv", [new FactView("workbook/dashboard.xlsx", Meta.Title)]),
        Spec.ByHand,
        new TestPatients(
            TestProject.Today,
            [TestPatientView.Of($"TEST, {Meta.Title}", "9990000018", TestProject.Today, "female", [Meta.Title])],
            [.. Contents.AllCohorts.Select(c => new ExpectedView(c.Title, 1))]),
        []);

    public IndexView Index => IndexView.Of(
        Meta.Title,
        Meta.Owner,
        [PackView.Of(Meta, Contents.Description, [new DownloadView("pack.zip", Meta.Title, "12 kB")], [.. Spec.Incomplete.Select(s => s.Name)])],
        Meta.SourceHash,
        Meta.ToolVersion,
        Meta.LanguageVersion,
        Meta.Today);

    /// <summary>The files of the templates.</summary>
    public ImmutableArray<OutputFile> Templates =>
        [.. TemplateFiles.Of(compilation, map, PackBuilder.Packs(compilation).Single(), Meta, Contents, [OutputTarget.Emis, OutputTarget.Systmone, OutputTarget.Print], Emit.Templating.Templates.Standard)];

    public IEnumerable<string> TemplatePages => Templates.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)).Select(f => Encoding.UTF8.GetString([.. f.Bytes]));

    public IEnumerable<string> All => [SpecPage.Html(Spec), BuildSheetPage.Html(Sheet), InstallPage.Html(Install), IndexPage.Html(Index), .. TemplatePages];
}
