using System.Text;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Inlays;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Ide;

/// <summary>What is shown within a text, between ‹ and ›. What comes out stands in <c>tests/ide/inlays.expected</c>, to be read.</summary>
public sealed class InlayHintTests
{
    [Fact]
    public void What_is_shown_within_a_text() => Snapshot.Check(
        Repository.PathOf("tests", "ide", "inlays.expected"),
        string.Join("\n\n", ShownProject.Compilation.Files.Values.Select(Shown)) + "\n\n# Told when one points at it\n\n"
        + string.Join("\n\n", All(ShownProject.Compilation.Files["review.medopt"]).DistinctBy(h => h.Kind).Select(h => $"‹{h.Text}›\n{h.Tooltip}")));

    [Fact]
    public void A_click_writes_the_term_behind_the_code()
    {
        var file = ShownProject.Compilation.Files["documents.medopt"];
        var hint = All(file).Single(h => h.Kind == InlayKind.Term);
        var insert = hint.Insert ?? throw new InvalidOperationException("There is nothing to insert.");
        Assert.Equal("195967001 |Asthma| }", file.Text.Insert(insert.Span.Start, insert.NewText)[(insert.Span.Start - 9)..].Split('\n')[0]);
    }

    [Fact]
    public void In_a_stretch_there_are_its_own()
    {
        var file = ShownProject.Compilation.Files["review.medopt"];
        var all = All(file);
        var stretch = TextSpan.FromBounds(all[3].Offset, all[6].Offset);
        Assert.Equal(all.Where(h => stretch.Contains(h.Offset)), InlayHints.In(ShownProject.Compilation, file, stretch, ShownProject.Systems));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("cohort a \"A\" { include any { \"x\": b recorded in last ", "cohort a \"A\" { include any { \"x\": b recorded in last ")]
    [InlineData("cohort a \"A\" { include any { \"x\": b recorded in previous quarter } }", "cohort a \"A\" { include any { \"x\": b recorded in previous quarter‹from 1 July 2026, to 30 September 2026›‹approximate in EMIS, approximate in SystmOne› } }")]
    [InlineData("cohort a \"A\" { include any { \"x\": b recorded more than 1 year ago } }", "cohort a \"A\" { include any { \"x\": b recorded more than 1 year ago‹any day to 20 November 2025› } }")]
    [InlineData("cohort a \"A\" { include any { \"x\": b recorded between 2026-01-01 and 2026-02-01 } }", "cohort a \"A\" { include any { \"x\": b recorded between 2026-01-01 and 2026-02-01 } }")]
    [InlineData("codes a \"A\" snomed { }", "codes a \"A\" snomed‹0 codes› { }")]
    [InlineData("parameter p \"P\" = 1 year allow 1 year to 2 years\r\ncohort a \"A\" { run every p }", "parameter p \"P\" = 1 year allow 1 year to 2 years\r\ncohort a \"A\" { run every p‹= 1 year› }")]
    public void Hints_stand_where_they_belong(string text, string shown) => Assert.Equal(shown, Written(TestProject.Of(text), "test.medopt"));

    [Fact]
    public void At_every_place_of_the_shipped_protocols()
    {
        foreach (var file in ShippedText.Compilation.Files.Values)
        {
            var hints = InlayHints.In(ShippedText.Compilation, file, new TextSpan(0, file.Text.Length), ShownProject.Systems);
            Assert.All(hints, h => ShippedText.AssertInside(file, new TextSpan(h.Offset, 0)));
            Assert.Equal(hints.OrderBy(h => h.Offset).Select(h => h.Offset), hints.Select(h => h.Offset));
            Assert.All(hints, h => Assert.True(h.Text.Length > 0 && h.Tooltip.Length > 0));
        }
    }

    private static string Shown(SourceFile file) => $"# {file.Path}\n\n{Written(ShownProject.Compilation, file.Path).TrimEnd()}";

    private static IReadOnlyList<InlayHint> All(SourceFile file) => InlayHints.In(ShownProject.Compilation, file, new TextSpan(0, file.Text.Length), ShownProject.Systems);

    private static string Written(Compilation compilation, string path)
    {
        var file = compilation.Files[path];
        var text = new StringBuilder(file.Text);
        foreach (var hint in InlayHints.In(compilation, file, new TextSpan(0, file.Text.Length), ShownProject.Systems).Reverse()) text.Insert(hint.Offset, $"‹{hint.Text}›");
        return text.ToString();
    }
}
