using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Previews;
using PcnMedOpt.Tests.Pages;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Previews;

/// <summary>Every kind of preview of every declaration of the shipped protocols.</summary>
public sealed class ShippedPreviewTests
{
    private static readonly LoadedProject Shipped = LoadedProject.Load(new ProjectFolder(Repository.PathOf("protocols")), TestProject.Today);

    private static readonly PreviewProject Project = new(Shipped.Compilation, Shipped.Diagnostics, Shipped.Templates, new BuiltBy("0.1.0", "1"));

    [Fact]
    public void Each_is_made_does_nothing_and_leads_to_its_text() => Assert.All(PreviewText.All(Shipped.Compilation), declaration =>
    {
        foreach (var kind in PreviewKinds.Of(Shipped.Compilation, declaration))
        {
            var preview = Preview.Of(Project, declaration, kind);
            Assert.Equal((kind, PreviewState.Sound), (preview.Kind, preview.State));
            new ParsedPage(preview.Html).IsHarmless();
            Assert.NotEmpty(preview.Places);
            Assert.All(preview.Places, p => Assert.InRange(p.Span.End, p.Span.Start, Shipped.Compilation.Files[p.Path].Text.Length));
        }
    });
}
