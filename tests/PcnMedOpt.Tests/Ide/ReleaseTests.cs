using System.Text;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Completion;
using PcnMedOpt.Ide.Finding;
using PcnMedOpt.Ide.Hovering;
using PcnMedOpt.Ide.Inlays;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Ide;

/// <summary>What an editor is told by a release, by a lock, and by neither. Hovers stand in <c>tests/ide/release.expected</c>, to be read.</summary>
public sealed class ReleaseTests
{
    private static readonly string[] Places =
    [
        "<< 1959$067001", "except 304$0527002", "3045$027002 |Asthma attack|", "555$070000", "109$0006", "999$0012891000230104", "vtm 79$047003", "codes asth$0ma", "codes ol$0d", "codes exer$0cise", "codes aspi$0rin",
    ];

    [Fact]
    public void What_is_told_of_codes()
    {
        var text = new StringBuilder("# What is told of codes by a release, by a lock, and by neither\n\nThe place is marked with ‸. What comes out is Markdown.\n");
        foreach (var words in Places)
        {
            text.Append($"\n## {words.Replace("$0", "‸", StringComparison.Ordinal)}\n");
            foreach (var (by, knowledge) in new[] { ("release", (CodeKnowledge?)null), ("lock", ReleaseText.Lock), ("neither", CodeKnowledge.None) })
                text.Append($"\n{by}\n\n{string.Join('\n', Hover(words, knowledge).Split('\n').Select(l => $"> {l}".TrimEnd()))}\n");
        }
        Snapshot.Check(Repository.PathOf("tests", "ide", "release.expected"), text.ToString());
    }

    [Fact]
    public void Hints_say_what_entries_stand_for_where_that_is_known()
    {
        const string Shown = """
            codes asthma "Asthma" snomed‹3 codes› { << 195967001 |Asthma|‹4 codes› except 304527002 |Acute asthma| }
            codes acute "Acute" snomed‹1 code› { 304527002 |Asthma attack| }
            codes old "Old" snomed‹2 codes› { 55570000 |Asthma without status asthmaticus| 109006 |Anxiety disorder of childhood| }
            codes clusters "Clusters" snomed‹2 codes› { ^ 999012891000230104 |Asthma diagnosis codes|‹2 codes› }
            codes exercise "Exercise" snomed‹1 code› ecl "<< 31387002"‹1 code›
            codes aspirin "Aspirin" dmd‹3 codes› { vtm 7947003 |Aspirin|‹3 codes› }
            """;
        Assert.Equal(Shown, Hinted(null));
        Assert.Equal(Shown, Hinted(ReleaseText.Lock));
        Assert.Equal(Shown.Replace("‹4 codes›", "", StringComparison.Ordinal).Replace("snomed‹3 codes›", "snomed‹1 code and 1 part that is not expanded›", StringComparison.Ordinal).Split('\n')[0], Hinted(CodeKnowledge.None).Split('\n')[0]);
    }

    [Fact]
    public void A_bare_code_has_the_preferred_term()
    {
        var read = ReleaseText.Of("codes bare \"Bare\" snomed { 370218001 }$0\n");
        var hint = Assert.Single(InlayHints.In(read.Compilation, read.Compilation.Files[read.Path], new TextSpan(0, read.Text.Length), []), h => h.Kind == InlayKind.Term);
        Assert.Equal(("|Mild asthma|", "The preferred term in the release Example release of 1 November 2026."), (hint.Text, hint.Tooltip));
    }

    [Theory]
    [InlineData("codes mine \"Mine\" snomed { asth$0 }", "195967001 |Asthma|, 999012891000230104 |Asthma diagnosis codes|, 304527002 |Acute asthma|, 31387002 |Exercise-induced asthma|, 370218001 |Mild asthma|")]
    [InlineData("codes mine \"Mine\" snomed { << bronch$0 }", "195967001 |Asthma|")]
    [InlineData("codes mine \"Mine\" snomed { 304527002 |Acute asthma|\n acute$0 }", "")]
    [InlineData("codes mine \"Mine\" snomed { tabl$0 }", "")]
    [InlineData("codes mine \"Mine\" dmd { tabl$0 }", "319775004 |Aspirin 75mg tablets|, 329652003 |Ibuprofen 200mg tablets|")]
    [InlineData("codes mine \"Mine\" snomed { 370218001 $0 }", "|Mild asthma|")]
    [InlineData("codes mine \"Mine\" snomed { 370218001 |m$0| }", "|Mild asthma|")]
    [InlineData("codes mine \"Mine\" snomed { without status$0 }", "")]
    public void Codes_of_the_release_are_offered_by_their_terms(string text, string inserted)
    {
        var read = ReleaseText.Of(text);
        var codes = Completions.At(read.Compilation, read.Path, read.Offset).Items.Where(i => i.Kind == CompletionKind.Code);
        Assert.Equal(inserted, string.Join(", ", codes.Select(i => i.Insert)));
    }

    [Fact]
    public void Codes_of_the_project_come_first_with_what_they_are()
    {
        var read = ReleaseText.Of("codes mine \"Mine\" snomed { asth$0 }");
        var items = Completions.At(read.Compilation, read.Path, read.Offset).Items.Where(i => i.Kind == CompletionKind.Code).ToList();
        Assert.Equal(("195967001 disorder", "195967001, disorder, in 1 code set: asthma"), (items[0].Beside, items[0].Detail));
        Assert.Equal(("31387002 disorder", "31387002, disorder"), (items[3].Beside, items[3].Detail));
        Assert.Contains("Active in the release Example release", Completions.Documentation(read.Compilation, items[3].Key ?? ""), StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_to_choose_from_say_what_they_are_and_who_holds_them()
    {
        var compilation = ReleaseText.Of("").Compilation;
        Assert.Equal(
            ["195967001 disorder Active: asthma", "304527002 disorder Active: acute", "999012891000230104 foundation metadata concept Active: clusters", "55570000 disorder Inactive: old", "31387002 disorder Active: asthma, exercise", "370218001 disorder Active: asthma"],
            CodeOffers.Find(compilation, "asthma", CodeSystem.Snomed, 50).Select(Shown));
        Assert.Equal(["370218001 disorder Active: asthma"], CodeOffers.Find(compilation, "370218001", null, 50).Select(Shown));
        Assert.Equal(2, CodeOffers.Find(compilation, "asthma", CodeSystem.Snomed, 2).Length);
        Assert.Null(CodeOffers.Of(compilation, 22298006));
    }

    [Fact]
    public void Around_a_code_are_the_broader_and_the_narrower()
    {
        var compilation = ReleaseText.Of("").Compilation;
        var around = CodeHierarchy.Of(compilation, 195967001);
        Assert.Equal("50043002 4 | 195967001 3 | 304527002 0, 31387002 0, 370218001 0", $"{Nodes(around?.Broader)} | {Nodes([around?.Node])} | {Nodes(around?.Narrower)}");
        Assert.Equal("7947003 1 | 319775004 0", $"{Nodes(CodeHierarchy.Of(compilation, 319775004)?.Broader)} | {Nodes(CodeHierarchy.Of(compilation, 7947003)?.Narrower)}");
        Assert.Equal("SAME AS 195967001", Assert.Single(CodeHierarchy.Of(compilation, 55570000)?.Instead ?? []) is { } instead ? $"{instead.How} {instead.Id}" : "");
        Assert.Null(CodeHierarchy.Of(compilation, 109006));
        Assert.Null(CodeHierarchy.Of(ReleaseText.Of("", CodeKnowledge.None).Compilation, 195967001));
    }

    private static string Shown(OfferedCode code) => $"{code.Id} {code.Tag} {code.Status}: {string.Join(", ", code.Sets)}";

    private static string Nodes(IEnumerable<CodeNode?>? nodes) => string.Join(", ", (nodes ?? []).Select(n => $"{n?.Code.Id} {n?.Below}"));

    private static string Hover(string words, CodeKnowledge? knowledge)
    {
        var read = ReleaseText.Of("", knowledge);
        var file = read.Compilation.Files["codes.medopt"];
        var at = file.Text.IndexOf(words.Replace("$0", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(at >= 0, words);
        return Hovers.At(read.Compilation, file.Path, at + words.IndexOf('$', StringComparison.Ordinal), [])?.Markdown ?? "(nothing)";
    }

    private static string Hinted(CodeKnowledge? knowledge)
    {
        var compilation = ReleaseText.Of("", knowledge).Compilation;
        var file = compilation.Files["codes.medopt"];
        var text = new StringBuilder(file.Text);
        foreach (var hint in InlayHints.In(compilation, file, new TextSpan(0, file.Text.Length), []).Reverse()) text.Insert(hint.Offset, $"‹{hint.Text}›");
        return text.ToString();
    }
}
