using System.Text;
using PcnMedOpt.Core;
using PcnMedOpt.Ide.Reading;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Ide;

/// <summary>A declaration read back, and its rules as a data lead reads them. What comes out stands in <c>tests/ide/reading.expected</c>, to be read.</summary>
public sealed class ReadingTests
{
    [Fact]
    public void What_a_declaration_means_and_which_rules_it_becomes()
    {
        var text = new StringBuilder();
        foreach (var words in new[] { "cohort asthma_$0review", "sop preven$0ter", "cohort la$0te" })
        {
            var (file, offset) = ShownProject.Place(words);
            text.Append(Shown(Explanations.At(ShownProject.Compilation, file.Path, offset)));
        }
        foreach (var words in new[] { "cohort asthma_$0review", "measure review$0ed", "cohort la$0te" })
        {
            var (file, offset) = ShownProject.Place(words);
            text.Append(Shown(RuleListReading.At(ShownProject.Compilation, file.Path, offset, words.StartsWith("measure", StringComparison.Ordinal) ? ShownProject.Systems[0] : null)));
        }
        Snapshot.Check(Repository.PathOf("tests", "ide", "reading.expected"), text.ToString());
    }

    [Theory]
    [InlineData("$0", null)]
    [InlineData("codes a$0 \"A\" snomed { 195967001 }", null)]
    [InlineData("cohort a$0 \"A\" { include any { \"x\": ", "Some of the text of 'a' cannot be read.")]
    [InlineData("cohort a$0 \"A\" { include any { \"x\": age > 75 years } }", "A test of 'a' has two readings, or none.")]
    [InlineData("cohort a$0 \"A\" { from b }\ncohort b \"B\" { from a }", "'a' depends on itself, so that it has no rules.")]
    [InlineData("cohort a$0 \"A\" { include any { \"x\": b recorded } }", "Nothing declares 'b', which 'a' uses.")]
    [InlineData("cohort a$0 \"A\" { from m.overdue }\nsop m \"M\" { }", "'m' declares no cohort 'overdue', which 'a' uses.")]
    [InlineData("cohort a$0 \"A\" { from b }\ncohort b \"B\" { include any { \"x\": } }", "Some of the text of 'b' cannot be read.")]
    public void Rules_are_made_of_sound_text_alone(string text, string? why)
    {
        var read = IdeText.Of(text);
        var plan = RuleListReading.At(read.Compilation, read.Path, read.Offset, null);
        Assert.Equal(why, plan?.Unread);
        Assert.True(plan is null || plan.Lists.IsEmpty);
    }

    [Fact]
    public void At_every_declaration_of_the_shipped_protocols()
    {
        foreach (var declaration in ShippedText.Compilation.Files.Values.SelectMany(f => f.Declarations))
        {
            var (file, offset) = (declaration.File, declaration.Start + declaration.Facts.NameSpan.Start);
            var explained = Explanations.At(ShippedText.Compilation, file.Path, offset);
            Assert.All(explained?.Lines ?? [], l => ShippedText.AssertInside(file, l.Place?.Span ?? default));
            foreach (var system in ShownProject.Systems)
                if (RuleListReading.At(ShippedText.Compilation, file.Path, offset, system) is { } plan)
                {
                    Assert.Equal(plan.Unread is null, !plan.Lists.IsEmpty);
                    Assert.True(plan.Unread is null || plan.Unread.Contains("counts records", StringComparison.Ordinal), plan.Unread);
                }
        }
    }

    private static string Shown(Explained? explained)
    {
        if (explained is null) return "(nothing)\n\n";
        var text = new StringBuilder($"# {explained.Noun} {explained.Name}: {explained.Title}\n{explained.Protocol}\n\n");
        foreach (var line in explained.Lines)
            text.Append($"{new string(' ', line.Depth * 2)}{line.Text}{(line.Place is { } place ? $"   <- {First(ShownProject.Compilation, place)}" : "")}\n");
        return text.Append('\n').ToString();
    }

    private static string First(Compilation compilation, Core.Diagnostics.FilePlace place)
    {
        var words = place.Span.Of(compilation.Files[place.Path].Text).ReplaceLineEndings(" ");
        return words.Length > 30 ? words[..30] + "…" : words;
    }

    private static string Shown(ReadPlan? plan)
    {
        if (plan is null) return "(no rules)\n\n";
        var text = new StringBuilder($"# Rules of {plan.Name} for {plan.System ?? "any system"}\n\n{plan.Unread}");
        foreach (var list in plan.Lists)
        {
            text.Append($"{list.Number} {list.Name}: {list.From}. {list.Purpose}{(list.ByHand is { } hand ? $" Find: {hand}." : "")}\n");
            foreach (var rule in list.Rules)
                text.Append($"  {rule.Number}. [{string.Join("; ", rule.Labels)}] if {rule.If}: {rule.Then}, else {rule.Else}\n     {rule.Row}\n");
        }
        return text.Append('\n').ToString();
    }
}
