using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Tests.Ide;

/// <summary>What stands at a place, also between tokens, in comments and at the ends.</summary>
public sealed class CursorTests
{
    [Theory]
    [InlineData("$0codes a \"A\" snomed { }", "codes", null)]
    [InlineData("codes$0 a \"A\" snomed { }", "codes", null)]
    [InlineData("codes $0a \"A\" snomed { }", "a", "codes")]
    [InlineData("codes a \"A\" snomed {$0}", "}", "{")]
    [InlineData("codes a \"A\" snomed { $0 }", null, "{")]
    [InlineData("codes a \"A\" snomed { // here$0\n }", null, "{")]
    [InlineData("codes a \"A\" snomed { }$0", "}", "{")]
    [InlineData("/// About$0 it\ncodes a \"A\" snomed { }", null, null)]
    [InlineData("codes a \"A\" snomed { }\r\ncohort b$0 \"B\" { }", "b", "cohort")]
    public void The_token_at_a_place_is_the_word_there(string text, string? token, string? before)
    {
        var cursor = IdeText.Of(text).Cursor;
        Assert.Equal((token, before), (cursor.Token?.Text, cursor.Before?.Text));
    }

    [Fact]
    public void An_empty_file_has_an_empty_place() => Assert.Null(IdeText.Of("$0").Cursor.Token);

    [Fact]
    public void A_file_that_is_not_there_has_none() => Assert.Null(PcnMedOpt.Ide.Cursor.At(IdeText.Of("$0").Compilation, "other.medopt", 0));

    [Fact]
    public void A_name_is_found_wherever_it_stands()
    {
        var text = IdeText.Of("""
            codes ast$0hma "Asthma" snomed { 195967001 |Asthma| }
            cohort one "One" { include any { "A": asthma recorded in last 6 months } }
            --- other.medopt
            cohort two "Two" { include any { "B": no asthma recorded } }
            letter hello "Hello" sms { to patient in one body "Dear {{asthma}}" }
            """);
        Assert.Equal(
            ["other.medopt:1:42 asthma", "other.medopt:2:59 asthma", "test.medopt:1:7 asthma", "test.medopt:2:39 asthma"],
            Occurrences.Of(text.Compilation, "asthma").Select(o => text.Shown(o.Place)));
        Assert.True(Occurrences.At(text.Compilation, text.Path, text.Offset)?.IsDeclaration);
    }
}
