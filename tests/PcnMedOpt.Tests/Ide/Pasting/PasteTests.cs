using PcnMedOpt.Ide;
using PcnMedOpt.Ide.Pasting;

namespace PcnMedOpt.Tests.Ide.Pasting;

/// <summary>
/// What a pasted list of codes becomes. The codes: 195967001 Asthma, 304527002 Acute asthma, 233678006 Childhood asthma are concepts of SNOMED CT;
/// 1239511000000100 is the structured medication review.
/// </summary>
public sealed class PasteTests
{
    private const string Set = "codes asthma \"Asthma\" snomed {\n  $0\n}\n";

    [Theory]
    [InlineData("195967001", "195967001")]
    [InlineData("195967001 |Asthma|", "195967001 |Asthma|")]
    [InlineData("195967001 |Asthma (disorder)|\n304527002 | Acute  asthma |", "195967001 |Asthma (disorder)|\n  304527002 |Acute asthma|")]
    [InlineData("195967001 |Asthma| OR\n304527002 |Acute asthma|", "195967001 |Asthma|\n  304527002 |Acute asthma|")]
    [InlineData("195967001 |Asthma, not \"mild\"|,\r\n304527002 |Acute asthma|\r\n", "195967001 |Asthma, not \"mild\"|\n  304527002 |Acute asthma|")]
    [InlineData("195967001\n304527002\n\n", "195967001\n  304527002")]
    [InlineData("'195967001\n‘304527002’\n\"233678006\"", "195967001\n  304527002\n  233678006")]
    [InlineData("195967001, 304527002; 233678006", "195967001\n  304527002\n  233678006")]
    [InlineData("195967001 304527002", "195967001\n  304527002")]
    [InlineData("195967001,\n304527002,\n", "195967001\n  304527002")]
    [InlineData("195967001 Asthma\n304527002 - Acute asthma", "195967001 |Asthma|\n  304527002 |Acute asthma|")]
    [InlineData("• Asthma (195967001)\n• Acute asthma: 304527002", "195967001 |Asthma|\n  304527002 |Acute asthma|")]
    [InlineData("195967001\tAsthma\n304527002\tAcute asthma\n", "195967001 |Asthma|\n  304527002 |Acute asthma|")]
    [InlineData("Asthma\t195967001\r\nAcute asthma\t304527002\r\n", "195967001 |Asthma|\n  304527002 |Acute asthma|")]
    [InlineData("Code\tTerm\tNotes\n195967001\tAsthma\tseen\n304527002\tAcute asthma\tnot seen", "195967001 |Asthma|\n  304527002 |Acute asthma|")]
    [InlineData("Preferred term\tSNOMED CT code\nAsthma\t195967001\nAcute asthma\t304527002", "195967001 |Asthma|\n  304527002 |Acute asthma|")]
    [InlineData("code,term\r\n195967001,\"Asthma, \"\"old\"\"\"\r\n304527002,Acute asthma\r\n", "195967001 |Asthma, \"old\"|\n  304527002 |Acute asthma|")]
    [InlineData("=\"195967001\"\tAsthma\n'304527002\tAcute asthma", "195967001 |Asthma|\n  304527002 |Acute asthma|")]
    [InlineData("\u00a0195967001\u00a0\t\u00a0Acute\u00a0asthma\u00a0", "195967001 |Acute asthma|")]
    [InlineData("\ufeffcode,term\n195967001,Asthma", "195967001 |Asthma|")]
    [InlineData("195967001\t5\" needle\n304527002\tAcute asthma", "195967001 |5\" needle|\n  304527002 |Acute asthma|")]
    [InlineData("195967001\t\"not closed\n304527002\tAcute asthma", "195967001 |\"not closed|\n  304527002 |Acute asthma|")]
    [InlineData("195967001\tAsthma|childhood", "195967001 |Asthma/childhood|")]
    [InlineData("195967001\t\"Asthma\nof the child\"", "195967001 |Asthma of the child|")]
    [InlineData("conceptId\teffectiveTime\tterm\n195967001\t20240101\tAsthma\n304527002\t20240101\tAcute asthma", "195967001 |Asthma|\n  304527002 |Acute asthma|")]
    [InlineData("id\tconceptId\tterm\n301485011\t195967001\tAsthma\n301485011\t304527002\tAcute asthma", "195967001 |Asthma|\n  304527002 |Acute asthma|")]
    public void A_list_becomes_entries(string pasted, string entries) => Check(Set, pasted, Set.Replace("$0", entries, StringComparison.Ordinal));

    [Theory]
    [InlineData("1.23951E+15\tReview\n195967001\tAsthma", "1.23951E+15, Review: '1.23951E+15' is what a spreadsheet shows for a long number; the identifier itself is lost.")]
    [InlineData("195967001\tAsthma\n12816911000001100\tMethotrexate", "12816911000001100, Methotrexate: '12816911000001100' looks damaged by a spreadsheet, which keeps 15 digits of a number and makes the others zero.")]
    [InlineData("195967001\n195967002", "195967002: '195967002' fails its check digit: a digit is wrong, or two have changed places.")]
    [InlineData("195967001\n12345", "12345: '12345' is no identifier: it has 5 digits, and identifiers have 6 to 18.")]
    [InlineData("195967001\n1959670010000000000", "1959670010000000000: '1959670010000000000' is no identifier: it has 19 digits, and identifiers have 6 to 18.")]
    [InlineData("195967001\n301485011", "301485011: '301485011' identifies a description, one of the names of a concept, and not the concept itself.")]
    [InlineData("195967001\n100022", "100022: '100022' identifies a relationship between concepts, and not a concept.")]
    [InlineData("195967001\tAsthma\n\tAcute asthma", "Acute asthma: This row has no identifier.")]
    [InlineData("195967001\tAsthma\n195,967,001\tAsthma", "195,967,001, Asthma: '195,967,001' is no identifier: it does not consist of digits alone.")]
    [InlineData("195967001\n304527002.0", "304527002.0: '304527002.0' is no identifier: it does not consist of digits alone.")]
    [InlineData("Our list\n195967001 |Asthma|", "Our list: This row has no identifier.")]
    public void What_cannot_be_taken_stays_as_a_comment(string pasted, string comment)
    {
        var read = IdeText.Of(Set);
        var answer = CodePaste.Of(read.Compilation, read.Path, read.Selection, pasted, null);
        Assert.Contains($"// not taken: {comment}", answer.Text, StringComparison.Ordinal);
        Assert.Contains("  195967001", "  " + answer.Text, StringComparison.Ordinal);
        Assert.Equal("1 code is inserted. 1 row is not taken: a comment says why.", answer.Message);
        Assert.Equal(1, answer.Count);
        var row = Assert.Single(answer.NotTaken);
        Assert.StartsWith("// not taken", answer.Text?.Split('\n')[row.Line].Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_one_known_code_that_a_spreadsheet_would_have_left_so_is_named_and_not_inserted() => Check(
        "codes review \"Review\" snomed { 1239511000000107 |Structured medication review| }\ncodes other \"Other\" snomed {\n  $0\n}\n".Replace("1239511000000107", "1239511000000100", StringComparison.Ordinal),
        "1.239511E+15\tReview",
        """
        codes review "Review" snomed { 1239511000000100 |Structured medication review| }
        codes other "Other" snomed {
          // not taken: 1.239511E+15, Review: '1.239511E+15' is what a spreadsheet shows for a long number; the identifier itself is lost. It was probably 1239511000000100, the one known identifier that fits. Compare it with the source.
        }

        """);

    [Theory]
    [InlineData("codes a \"A\" snomed { 195967001 |Asthma|$0 }", "304527002", "codes a \"A\" snomed { 195967001 |Asthma|\n  304527002\n }")]
    [InlineData("codes a \"A\" snomed {$0}", "304527002\n195967001", "codes a \"A\" snomed {\n  304527002\n  195967001\n}")]
    [InlineData("codes a \"A\" snomed {\n$0\n}", "304527002", "codes a \"A\" snomed {\n  304527002\n}")]
    [InlineData("codes a \"A\" snomed {\n  195967001 |Asthma|$0\n}", "304527002", "codes a \"A\" snomed {\n  195967001 |Asthma|\n  304527002\n}")]
    [InlineData("codes a \"A\" snomed {\n  $0195967001 |Asthma|\n}", "304527002", "codes a \"A\" snomed {\n  304527002\n  195967001 |Asthma|\n}")]
    [InlineData("codes a \"A\" snomed {\n  $[195967001 |Asthma|$]\n}", "304527002\n195967001", "codes a \"A\" snomed {\n  304527002\n  195967001\n}")]
    [InlineData("codes a \"A\" snomed {\n$[  195967001 |Asthma|\n$]}", "304527002", "codes a \"A\" snomed {\n  304527002\n}")]
    [InlineData("codes a \"A\" snomed {\n$[  195967001 |Asthma|\n$]  233678006\n}", "304527002", "codes a \"A\" snomed {\n  304527002\n  233678006\n}")]
    [InlineData("codes a \"A\" dmd {\n  $0\n}", "319775004 |Aspirin 75mg tablets|", "codes a \"A\" dmd {\n  only 319775004 |Aspirin 75mg tablets|\n}")]
    [InlineData("codes a \"A\" snomed {\n  $0", "195967001", "codes a \"A\" snomed {\n  195967001")]
    public void Entries_stand_on_lines_of_their_own(string text, string pasted, string after) => Check(text, pasted, after);

    [Theory]
    [InlineData("codes a \"A\" snomed {\n  195967001\n  $0\n}", "195967001\n304527002\n304527002", "304527002", "1 code is inserted. 1 is in the code set already. 1 row repeats another.")]
    [InlineData("codes a \"A\" snomed {\n  << 195967001\n  $0\n}", "195967001", "", "No code is new. 1 is in the code set already.")]
    [InlineData("codes a \"A\" snomed {\n  < 195967001\n  $0\n}", "195967001", "195967001", "1 code is inserted.")]
    [InlineData("codes a \"A\" dmd {\n  319775004\n  $0\n}", "319775004", "", "No code is new. 1 is in the code set already.")]
    [InlineData("codes a \"A\" snomed {\n  include b\n  $0\n}\ncodes b \"B\" snomed { 195967001 }", "195967001", "", "No code is new. 1 is in the code set already.")]
    [InlineData("codes a \"A\" snomed {\n  from \"l.csv\" column \"code\"\n  $0\n}\n--- l.csv\ncode\n195967001\n", "195967001\n304527002", "304527002", "1 code is inserted. 1 is in the code set already.")]
    public void A_code_is_not_inserted_twice(string text, string pasted, string inserted, string message)
    {
        var read = IdeText.Of(text);
        var answer = CodePaste.Of(read.Compilation, read.Path, read.Selection, pasted, null);
        Assert.Equal((inserted, message), (answer.Text, answer.Message));
    }

    [Theory]
    [InlineData("Hello", Set)]
    [InlineData("include asthma", Set)]
    [InlineData("<< 195967001 |Asthma|", Set)]
    [InlineData("195967001 |Asthma| // why", Set)]
    [InlineData("195967001 |Asthma|\nawaiting \"another\"", Set)]
    [InlineData("Please see\nthe guideline of\n20240101\nfor more", Set)]
    [InlineData("", Set)]
    [InlineData("195967001", "co$0des a \"A\" snomed { }")]
    [InlineData("195967001", "codes a \"A\" snomed { } $0")]
    [InlineData("195967001", "codes a \"A\" snomed = b $0")]
    [InlineData("195967001", "cohort a \"A\" { $0 }")]
    [InlineData("195967001", "codes a \"A\" snomed {\n  except $0\n}")]
    [InlineData("195967001", "codes a \"A\" snomed {\n  except\n  $0\n}")]
    [InlineData("195967001", "codes a \"A\" snomed {\n  << $0\n}")]
    [InlineData("195967001", "codes a \"A\" snomed {\n  195967001 |As$0thma|\n}")]
    [InlineData("195967001", "codes a \"A\" snomed {\n  195967001 |Asth$0\n}")]
    [InlineData("195967001", "codes a \"A\" snomed {\n  // see $0\n}")]
    [InlineData("195967001", "codes a \"A\" snomed {\n  /* see\n $0 */\n}")]
    [InlineData("195967001", "codes a \"A\" snomed {\n  $[195967001 |As$]thma|\n}")]
    public void Anything_else_is_pasted_as_it_is(string pasted, string text)
    {
        var read = IdeText.Of(text);
        var answer = CodePaste.Of(read.Compilation, read.Path, read.Selection, pasted, null);
        Assert.Equal((null, ""), (answer.Text, answer.Message));
    }

    [Theory]
    [InlineData("195967001\t304527002\n304527002\t195967001")]
    [InlineData("Asthma\t195967001\t304527002\nAcute asthma\t304527002\t233678006")]
    [InlineData("1.23951E+15\tReview\t195967001\n1.23951E+15\tReview\t304527002")]
    public void Where_two_columns_hold_identifiers_the_author_chooses(string pasted)
    {
        var read = IdeText.Of(Set);
        var answer = CodePaste.Of(read.Compilation, read.Path, read.Selection, pasted, null);
        Assert.Null(answer.Text);
        Assert.StartsWith("Nothing is inserted yet: several columns hold identifiers.", answer.Message, StringComparison.Ordinal);
        foreach (var column in answer.Columns) Assert.NotNull(CodePaste.Of(read.Compilation, read.Path, read.Selection, pasted, column.Index).Text);
    }

    [Fact]
    public void A_damaged_column_of_codes_is_not_replaced_by_a_sound_one()
    {
        var read = IdeText.Of(Set);
        var answer = CodePaste.Of(read.Compilation, read.Path, read.Selection, "code\tterm\tparent\n1.23951E+15\tReview\t195967001\n1.23952E+15\tOther\t195967001", null);
        Assert.Equal((0, 2), (answer.Count, answer.NotTaken.Length));
    }

    [Fact]
    public void Terms_are_taken_only_where_their_column_is_clear()
    {
        var read = IdeText.Of(Set);
        var answer = CodePaste.Of(read.Compilation, read.Path, read.Selection, "195967001\tAsthma\tseen", null);
        Assert.Equal(("195967001", "1 code is inserted. Several columns could hold the terms, so that none is taken: copy the codes and their terms alone."), (answer.Text, answer.Message));
    }

    private static void Check(string text, string pasted, string after)
    {
        var read = IdeText.Of(text);
        var answer = CodePaste.Of(read.Compilation, read.Path, read.Selection, pasted, null);
        Assert.NotNull(answer.Text);
        Assert.Equal(after, ProjectEdit.Of([new FileEdit(read.Path, read.Selection, answer.Text ?? "")]).Apply(read.Path, read.Text));
    }
}
