using PcnMedOpt.Ide.Completion;

namespace PcnMedOpt.Tests.Ide;

/// <summary>What a suggestion tells more when it is looked at.</summary>
public sealed class CompletionDocumentationTests
{
    [Theory]
    [InlineData("name smr_done", "**Structured medication review** (code set)\n\n1 code of SNOMED CT.\n- 1239511000000100 Structured medication review\n\nIn use by 1: adults.")]
    [InlineData("name white_cells", "**White cell count** (code set)\n\n1 code of SNOMED CT, results in 10*9/L.\n- 1022541000000102 Total white cell count\n\nIn use by 1: monitoring.")]
    [InlineData("name review_interval", "**Review interval** (parameter)\n\n12 months, between 6 months and 12 months.\n\nNot in use.")]
    [InlineData("code 1239511000000100", "**Structured medication review**\n\n1239511000000100, in use by 2 code sets: listed, smr\\_done.")]
    [InlineData("evidence names.medopt pcn_des", "Network Contract DES\n\nRead 2026-11-20.")]
    [InlineData("rule threshold-without-evidence", "**A threshold cites no evidence** (MO5006, warning)")]
    public void Documentation(string key, string expected) => Assert.Equal(expected, Completions.Documentation(IdeText.Of("$0" + CompletionText.Project).Compilation, key));

    [Theory]
    [InlineData("name adults", "- Included, when any of these holds:\n  - 18 or over: ")]
    [InlineData("name monitoring.overdue", "cohort of a procedure")]
    [InlineData("name monitoring", "Who take")]
    public void Plain_English(string key, string part) =>
        Assert.Contains(part, Completions.Documentation(IdeText.Of("$0" + CompletionText.Project).Compilation, key), StringComparison.OrdinalIgnoreCase);

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
