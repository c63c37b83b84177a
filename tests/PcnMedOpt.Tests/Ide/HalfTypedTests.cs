using PcnMedOpt.Core;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Highlighting;
using PcnMedOpt.Ide.Hovering;
using PcnMedOpt.Ide.Inlays;
using PcnMedOpt.Ide.Lenses;
using PcnMedOpt.Ide.Naming;
using PcnMedOpt.Ide.Reading;
using PcnMedOpt.Ide.Structure;

namespace PcnMedOpt.Tests.Ide;

/// <summary>The shipped protocols as they stand while somebody types: each text ends somewhere, or lacks a stretch, and everything that is shown still comes.</summary>
public sealed class HalfTypedTests
{
    private const int Cuts = 5;

    [Fact]
    public void Everything_comes_for_a_text_that_ends_anywhere() => Everywhere((text, at) => text[..at]);

    [Fact]
    public void Everything_comes_for_a_text_that_lacks_a_stretch() => Everywhere((text, at) => text.Remove(at, Math.Min(37, text.Length - at)));

    [Fact]
    public void Everything_comes_for_a_text_with_something_foreign_in_it() => Everywhere((text, at) => text.Insert(at, " }\"| /* \uD83D \r {{"));

    private static void Everywhere(Func<string, int, string> damage)
    {
        foreach (var file in ShippedText.Compilation.Files.Values)
            for (var cut = 1; cut <= Cuts; cut++)
            {
                var at = file.Text.Length * cut / (Cuts + 1);
                Look(ShippedText.Compilation.WithFile(file.Path, damage(file.Text, at)), file.Path, at);
            }
    }

    private static void Look(Compilation compilation, string path, int around)
    {
        var file = compilation.Files[path];
        var all = new TextSpan(0, file.Text.Length);
        Assert.All(SemanticTokens.Of(compilation, file), t => ShippedText.AssertInside(file, t.Span));
        Assert.All(FoldingRanges.Of(file), f => ShippedText.AssertInside(file, f.Span));
        Assert.All(DocumentLinks.In(file), l => ShippedText.AssertInside(file, l.Span));
        Assert.All(DocumentSymbols.In(file), s => ShippedText.AssertInside(file, s.Span));
        Assert.All(InlayHints.In(compilation, file, all, ShownProject.Systems), h => ShippedText.AssertInside(file, new TextSpan(h.Offset, 0)));
        Assert.All(CodeLenses.In(compilation, file), l => Assert.NotNull(CodeLenses.Resolve(compilation, path, l)));
        Assert.NotEmpty(WorkspaceSymbols.Find(compilation, "a"));
        for (var offset = Math.Max(around - 40, 0); offset <= Math.Min(around + 40, file.Text.Length); offset += 3)
        {
            if (Hovers.At(compilation, path, offset, ShownProject.Systems) is { } hover) ShippedText.AssertInside(file, hover.Span);
            Assert.All(Highlights.At(compilation, path, offset), h => ShippedText.AssertInside(file, h.Span));
            Assert.All(LinkedNames.At(compilation, path, offset)?.Spans ?? [], s => ShippedText.AssertInside(file, s));
            Assert.NotEmpty(SelectionRanges.At(compilation, path, offset) ?? []);
            Assert.All(Explanations.At(compilation, path, offset)?.Lines ?? [], l => ShippedText.AssertInside(file, l.Place?.Span ?? default));
            _ = RuleListReading.At(compilation, path, offset, null);
        }
    }
}
