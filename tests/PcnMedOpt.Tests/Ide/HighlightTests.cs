using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Tests.Ide;

/// <summary>The places of the name at the cursor, and which of them are edited together.</summary>
public sealed class HighlightTests
{
    private const string Example = """
        protocol p "P" { evidence des "DES" read 2026-01-01 }
        codes asthma "Asthma" snomed { 195967001 |Asthma| }
        cohort adults "Adults" { include any { "Old": age >= 75 years [evidence des] "Ill": asthma recorded } }
        example "One" { on 2026-01-01 patient "First" { born 1950-01-01 asthma recorded 2026-01-01 } expect "First" in adults because "Old" }
        """;

    [Theory]
    [InlineData("asthma \"", "2:7 write, 3:85 read, 4:65 read")]
    [InlineData("asthma recorded }", "2:7 write, 3:85 read, 4:65 read")]
    [InlineData("des \"DES\"", "1:27 write, 3:73 read")]
    [InlineData("des]", "1:27 write, 3:73 read")]
    [InlineData("Old\":", "3:41 write, 4:128 read")]
    [InlineData("First\" in", "4:40 write, 4:102 read")]
    [InlineData("registered", "")]
    public void Highlights_are_all_places_in_the_file(string at, string expected)
    {
        var text = IdeText.Of(Marked(Example, at));
        Assert.Equal(expected, string.Join(", ", Highlights.At(text.Compilation, text.Path, text.Offset).Select(h =>
        {
            var place = text.Compilation.Files[text.Path].Lines.At(h.Span.Start);
            return $"{place.Line}:{place.Column} {(h.IsDeclaration ? "write" : "read")}";
        })));
    }

    [Theory]
    [InlineData("workflow w \"W\" { step on$0e \"A\" by nurse -> two step two \"B\" by nurse within 1 day of one -> one }", "one one one")]
    [InlineData("template t \"T\" { step 1 \"A\" { tick due \"D\" uncoded \"x\" date d \"D\" required when d$0ue ticked uncoded \"y\" } }", "due due")]
    [InlineData("template t \"T\" { step 1 \"A\" { choice c \"C\" { \"N$0o\" uncoded \"x\" } date d \"D\" required when c is \"No\" uncoded \"y\" } }", "No No (text)")]
    [InlineData("register r \"R\" { column a \"A\" one of \"X\", \"Y\" column b \"B\" date deadline of $0a from b { \"X\" within 2 days } }", "a a")]
    [InlineData("register r \"R\" { column a \"A\" one of \"X\", \"Y\" column b \"B\" date deadline of a from b { \"X$0\" within 2 days } }", "X X (text)")]
    [InlineData("example \"E\" { patient \"$0\" { } expect \"\" in a }", "")]
    [InlineData("cohort $0a \"A\" { include any { \"x\": in a } }", "")]
    [InlineData("cohort a \"A\" { include any { \"$0x\": age >= 1 year } }\nexample \"E\" { expect in a because \"x\" }", "")]
    [InlineData("workflow w \"W\" { step on$0e \"A\" by nurse step one \"B\" by nurse }", "")]
    [InlineData("$0", "")]
    public void Pairs_within_a_file_are_edited_together(string text, string expected)
    {
        var read = IdeText.Of(text);
        var linked = LinkedNames.At(read.Compilation, read.Path, read.Offset);
        Assert.Equal(expected, linked is null ? "" : string.Join(' ', linked.Spans.Select(s => s.Of(read.Text))) + (linked.IsText ? " (text)" : ""));
    }

    [Fact]
    public void At_every_place_of_the_shipped_protocols()
    {
        foreach (var (file, offset) in ShippedText.Places)
        {
            var found = Highlights.At(ShippedText.Compilation, file.Path, offset);
            Assert.All(found, h => ShippedText.AssertInside(file, h.Span));
            Assert.Equal(found.Count, found.Select(h => h.Span).Distinct().Count());
            if (LinkedNames.At(ShippedText.Compilation, file.Path, offset) is not { } linked) continue;
            Assert.Single(linked.Spans.Select(s => s.Of(file.Text)).Distinct());
            Assert.Contains(linked.Spans, s => s.Contains(offset));
        }
    }

    private static string Marked(string text, string at)
    {
        var place = text.IndexOf(at, StringComparison.Ordinal);
        return place < 0 ? text + "$0" : text.Insert(place, "$0");
    }
}
