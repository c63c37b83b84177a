using System.Text;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Ide.Hovering;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Ide;

/// <summary>What is told of a place. What comes out stands in <c>tests/ide/hovers.expected</c>, to be read.</summary>
public sealed class HoverTests
{
    private static readonly string[] Places =
    [
        // names
        "codes asth$0ma", "codes resol$0ved", "codes peak_f$0low", "codes inhal$0ers", "codes bo$0th", "inhalers or unknown$0_set", "cohort asthma$0_review", "cohort asthma_review \"Asthma$0",
        "parameter review$0_interval", "last review_$0interval", "measure review$0ed", "protocol rev$0iew", "in prev$0enter.overdue", "preventer.over$0due.peak_flow", "preventer.overdue.peak$0_flow",
        "not in preventer.d$0ue", "letter invita$0tion", "pack asthma$0_pack", "template review$0_form", "workflow dis$0charge", "register al$0erts", "example \"A pat$0ient",
        // parts
        "[evidence de$0s", "evidence pla$0in \"A", "\"Acti$0ve\": latest", "because \"Acti$0ve", "ticked$0 uncoded", "when blo$0ods ticked", "-> cl$0ose", "phase lat$0er", "limit fl$0ow", "deadline of cla$0ss",
        "patient \"Fir$0st\"", "expect \"Fir$0st\" in",
        // conditions, windows, clauses
        "count o$0f distinct", "in last 6 m$0onths >=", "between 3 mon$0ths and", "within 28 d$0ays after", "in this qua$0rter", "sex i$0s female", "age >$0= 75", "latest o$0f asthma", "count wh$0en asthma", "start whe$0n asthma",
        "run ev$0ery 6", "baseli$0ne peak_flow", "grace 2 we$0eks", "red bel$0ow 100", "1 workin$0g day", "by technici$0an every", "taking when issued i$0n last",
        // codes
        "1959$067001 |Asthma|", "|Asthm$0a|\n  304", "3045$027002", "19596$07002", "^ 99901$02891000230104", "vtm 9114$03003", "code 19596$07001 |Asthma| recorded", "snomed { 19596$07001 }",
        // letters, words
        "{{patient.na$0me}}", "{{review_inter$0val}}", "{{wh$0at}}", "{{review_form.dura$0tion}}", "ver$0sion 2026", "<$0< 195967001", "statu$0s active", "step$0 search", "step$0 1", "step$0 triage",
    ];

    [Fact]
    public void What_is_told_of_a_place()
    {
        var text = new StringBuilder("# What is told of a place\n\nThe place is marked with ‸. What comes out is Markdown.\n");
        foreach (var words in Places)
        {
            var (file, offset) = ShownProject.Place(words);
            var hover = Hovers.At(ShownProject.Compilation, file.Path, offset, ShownProject.Systems);
            text.Append($"\n## {words.Replace("$0", "‸", StringComparison.Ordinal).ReplaceLineEndings(" ")}\n\n");
            text.Append(hover is null ? "(nothing)\n" : $"{hover.Span.Of(file.Text).ReplaceLineEndings(" ")}\n\n{string.Join('\n', hover.Markdown.Split('\n').Select(l => $"> {l}".TrimEnd()))}\n");
        }
        Snapshot.Check(Repository.PathOf("tests", "ide", "hovers.expected"), text.ToString());
    }

    [Theory]
    [InlineData("$0")]
    [InlineData("// comm$0ent")]
    [InlineData("cohort a \"A\" { include any { \"x\": $0")]
    [InlineData("cohort a \"A\" { } $0 ")]
    [InlineData("cohort a \"A\" { guide \"\"\"\n te$0xt\n\"\"\" }")]
    public void Where_there_is_nothing_nothing_is_told(string text)
    {
        var read = IdeText.Of(text);
        Assert.Null(Hovers.At(read.Compilation, read.Path, read.Offset, []));
    }

    [Fact]
    public void An_allow_line_names_its_rule()
    {
        var (file, offset) = ShownProject.Place("// allow unu$0sed-code-set");
        Assert.Equal("unused-code-set", Hovers.RuleAt(ShownProject.Compilation, file.Path, offset)?.Slug);
        Assert.Null(Hovers.RuleAt(ShownProject.Compilation, file.Path, 0));
        Assert.Equal("**slug** · Text", Hovers.OfRule("slug", "# slug\n\nText\n"));
    }

    [Fact]
    public void Every_word_of_the_language_has_a_sentence_and_no_other()
    {
        var marks = Enum.GetValues<TokenKind>().Where(k => k is >= TokenKind.ShiftLeft and <= TokenKind.Arrow or TokenKind.Slash or TokenKind.Percent or TokenKind.Minus)
            .Where(k => k is not (TokenKind.OpenBrace or TokenKind.CloseBrace)).Select(TokenText.Of);
        var known = TokenText.AllWords.Concat(marks).ToHashSet();
        var kinds = Enum.GetNames<DeclarationKind>().Select(k => $" ({k.ToLowerInvariant()})").Append("").ToList();
        var allowed = known.SelectMany(w => kinds.Select(k => w + k)).ToHashSet();
        Assert.Empty(KeywordHelp.Entries.Except(allowed));
        Assert.Empty(known.Except(KeywordHelp.Entries));
    }

    [Theory]
    [InlineData("*a* [b](c) `d` <e>", "\\*a\\* \\[b\\](c) \\`d\\` \\<e\\>")]
    [InlineData("# a", "\\# a")]
    [InlineData("1. a", "1\\. a")]
    [InlineData("- a\nb", "\\- a b")]
    public void Text_of_a_project_is_no_markup(string text, string escaped) => Assert.Equal(escaped, Markdown.Text(text));

    [Fact]
    public void At_every_place_of_the_shipped_protocols()
    {
        foreach (var (file, offset) in ShippedText.Places)
            if (Hovers.At(ShippedText.Compilation, file.Path, offset, ShownProject.Systems) is { } hover)
            {
                ShippedText.AssertInside(file, hover.Span);
                Assert.True(hover.Span.Contains(offset));
                Assert.NotEqual("", hover.Markdown.Trim());
            }
    }
}
