using PcnMedOpt.Ide.Completion;

namespace PcnMedOpt.Tests.Ide;

/// <summary>What a suggestion tells more when it is looked at.</summary>
public sealed class CompletionDocumentationTests
{
    [Theory]
    [InlineData("name smr_done", "Structured medication review", "1 code", "Used by 1 declaration", "adults")]
    [InlineData("name white_cells", "Results are in", "monitoring")]
    [InlineData("name review_interval", "12 months", "Used by nothing")]
    [InlineData("name adults", "18 or over", "Included")]
    [InlineData("name monitoring.overdue", "cohort of a procedure")]
    [InlineData("code 1239511000000100", "**Structured medication review**", "In use by 2 code sets: `listed`, `smr_done`.")]
    [InlineData("evidence names.medopt pcn_des", "Network Contract DES\n\nRead 2026-11-20.")]
    [InlineData("rule threshold-without-evidence", "**A threshold cites no evidence** · warning MO5006")]
    public void It_says(string key, params string[] parts)
    {
        var text = Completions.Documentation(IdeText.Of("$0" + CompletionText.Project).Compilation, key);
        Assert.All(parts, p => Assert.Contains(p, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name")]
    [InlineData("name nobody")]
    [InlineData("name nobody.overdue")]
    [InlineData("code 1")]
    [InlineData("code x")]
    [InlineData("rule x")]
    [InlineData("evidence x y")]
    public void An_unknown_key_has_none(string key) => Assert.Null(Completions.Documentation(IdeText.Of("$0" + CompletionText.Project).Compilation, key));

    [Fact]
    public void Every_key_that_is_given_out_leads_somewhere()
    {
        var ide = IdeText.Of("cohort a \"A\" { include any { \"B\": $0 } }" + CompletionText.Project);
        var keys = Completions.At(ide.Compilation, ide.Path, ide.Offset).Items.Select(i => i.Key).OfType<string>().ToList();
        Assert.NotEmpty(keys);
        Assert.All(keys, k => Assert.NotNull(Completions.Documentation(ide.Compilation, k)));
    }
}
