using System.Text.RegularExpressions;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Spec;
using PcnMedOpt.Emit.Systmone;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Pages;

/// <summary>The pages of a small protocol, to be read when they change. The stylesheet is left out.</summary>
public sealed partial class PageSnapshotTests
{
    private static readonly string Folder = Repository.PathOf("tests", "cases", "asthma-review");

    private static PackPages Pages() => new(TestProject.Of(
        [new("protocol.medopt", File.ReadAllText(Path.Combine(Folder, "protocol.medopt"))), new("nsaids.csv", File.ReadAllText(Path.Combine(Folder, "nsaids.csv")))]));

    [Fact]
    public void The_protocol_has_no_errors() => Assert.False(TestProject.Of(
        [new("protocol.medopt", File.ReadAllText(Path.Combine(Folder, "protocol.medopt"))), new("nsaids.csv", File.ReadAllText(Path.Combine(Folder, "nsaids.csv")))]).HasErrors);

    [Fact]
    public void Specification() => Check("spec.html", SpecPage.Html(Pages().Spec));

    [Fact]
    public void Build_sheet() => Check("build-sheet.html", BuildSheetPage.Html(Pages().Sheet));

    [Fact]
    public void Installation() => Check("install.html", InstallPage.Html(Pages().Install));

    [Fact]
    public void Index() => Check("index.html", IndexPage.Html(Pages().Index));

    [Fact]
    public void Code_list() => Snapshot.Check(Path.Combine(Folder, "codes.csv"), CodesCsv.Of(Pages().Contents));

    private static void Check(string file, string html) => Snapshot.Check(Path.Combine(Folder, file), Style().Replace(html, "<style></style>"));

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
