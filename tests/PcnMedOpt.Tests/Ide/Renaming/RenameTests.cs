using PcnMedOpt.Ide.Renaming;

namespace PcnMedOpt.Tests.Ide.Renaming;

/// <summary>What a rename changes, and when and why there is none.</summary>
public sealed class RenameTests
{
    [Fact]
    public void A_code_set_is_renamed_wherever_it_stands() => Renamed(
        "fbc",
        """
        codes full_$0blood_count "FBC" snomed { 1022541000000102 |Total white cell count| }
        codes both "Both" snomed { include full_blood_count except full_blood_count }
        codes one_of "One" snomed = both or full_blood_count
        cohort a "A" { include any { "full_blood_count": no full_blood_count recorded after latest full_blood_count recorded } }
        letter l "L" { to a body letter "{{full_blood_count.title}}, {{ full_blood_count.title }}" }
        example "E" { on 2026-11-20 patient { born 2000-01-01 full_blood_count recorded 2026-01-01 } expect in m.due.full_blood_count }
        --- other.medopt
        // full_blood_count stays as it is in a comment
        sop m "M" {
          drug both taking when issued in last 6 months
          phase p "P" { full_blood_count, both every 2 weeks }
        }
        """,
        """
        --- other.medopt
        // full_blood_count stays as it is in a comment
        sop m "M" {
          drug both taking when issued in last 6 months
          phase p "P" { fbc, both every 2 weeks }
        }--- test.medopt
        codes fbc "FBC" snomed { 1022541000000102 |Total white cell count| }
        codes both "Both" snomed { include fbc except fbc }
        codes one_of "One" snomed = both or fbc
        cohort a "A" { include any { "full_blood_count": no fbc recorded after latest fbc recorded } }
        letter l "L" { to a body letter "{{fbc.title}}, {{ fbc.title }}" }
        example "E" { on 2026-11-20 patient { born 2000-01-01 fbc recorded 2026-01-01 } expect in m.due.fbc }

        """);

    [Fact]
    public void A_parameter_is_renamed_in_the_settings_too() => Renamed(
        "how_long",
        """
        parameter recent "Recent" = 6 months allow 1 month to 1 year
        cohort a "A" { include any { "A": age >= rec$0ent } }
        --- medopt.json
        { "name": "recent", "parameters": { "recent": "3 months" } }
        """,
        """
        --- medopt.json
        { "name": "recent", "parameters": { "how_long": "3 months" } }--- test.medopt
        parameter how_long "Recent" = 6 months allow 1 month to 1 year
        cohort a "A" { include any { "A": age >= how_long } }

        """);

    [Theory]
    [InlineData(
        "over \"75\"",
        "cohort a \"A\" { include any { \"Ol$0d\": age >= 75 years } }\nexample \"E\" { expect in a because \"Old\" expect in b because \"Old\" }",
        "cohort a \"A\" { include any { \"over \\\"75\\\"\": age >= 75 years } }\nexample \"E\" { expect in a because \"over \\\"75\\\"\" expect in b because \"Old\" }")]
    [InlineData(
        "nice",
        "protocol p \"P\" { evidence bsr \"BSR\" dated 2020-01-01 }\ncohort a \"A\" { include any { \"Old\": age >= 75 years [evidence bs$0r \"2\"] } }",
        "protocol p \"P\" { evidence nice \"BSR\" dated 2020-01-01 }\ncohort a \"A\" { include any { \"Old\": age >= 75 years [evidence nice \"2\"] } }")]
    [InlineData(
        "last",
        "workflow w \"W\" { step one \"1\" by nurse within 1 day of two -> on$0e decision two \"2\" { \"Y\" -> one } }",
        "workflow w \"W\" { step last \"1\" by nurse within 1 day of two -> last decision two \"2\" { \"Y\" -> last } }")]
    [InlineData(
        "b",
        "template t \"T\" { step 1 \"S\" { tick a$0 \"A\" uncoded \"x\" text c \"C\" required when a ticked uncoded \"x\" } }",
        "template t \"T\" { step 1 \"S\" { tick b \"A\" uncoded \"x\" text c \"C\" required when b ticked uncoded \"x\" } }")]
    [InlineData(
        "low_cells",
        "codes w \"W\" snomed { 1022541000000102 |x| }\nsop a \"A\" { drug w taking when issued in last 6 months limit low \"L\" of w { red below 3 } }\nsop b \"B\" { drug w taking when issued in last 6 months limits as a }\ncohort c \"C\" { from b.outside_limits.l$0ow }\nsop d \"D\" { limits as b except low }",
        "codes w \"W\" snomed { 1022541000000102 |x| }\nsop a \"A\" { drug w taking when issued in last 6 months limit low_cells \"L\" of w { red below 3 } }\nsop b \"B\" { drug w taking when issued in last 6 months limits as a }\ncohort c \"C\" { from b.outside_limits.low_cells }\nsop d \"D\" { limits as b except low_cells }")]
    [InlineData("Second", "example \"E\" { patient \"Fir$0st\" { } expect \"First\" in a }", "example \"E\" { patient \"Second\" { } expect \"Second\" in a }")]
    [InlineData("x", "cohort As$0thma \"A\" { }\r\ncohort b \"B\" { from asthma }", "cohort x \"A\" { }\ncohort b \"B\" { from x }")]
    public void Parts_are_renamed_where_they_stand(string name, string text, string expected) => Renamed(name, text, expected);

    [Theory]
    [InlineData("codes a$0 \"A\" snomed { }", "Cohort", "Names are written in lower case: write cohort.")]
    [InlineData("codes a$0 \"A\" snomed { }", "cohort", "'cohort' is a word of the language and cannot be a name.")]
    [InlineData("codes a$0 \"A\" snomed { }", "two words", "'two words' is not a name: names are made of small letters, digits and _, and begin with a letter.")]
    [InlineData("codes a$0 \"A\" snomed { }", "", "A name has at least one letter.")]
    [InlineData("codes a$0 \"A\" snomed { }\n\ncohort b \"B\" { }", "b", "'b' is already a cohort, in test.medopt, line 3.")]
    [InlineData("codes a$0 \"A\" snomed { }\ncodes a \"A\" snomed { }", "b", "'a' is declared twice, in test.medopt, line 1 and in test.medopt, line 2: which of the two is meant cannot be told.")]
    [InlineData("codes a$0 \"A\" snomed { }\ncohort c \"C\" { include any { \"B\": b recorded } }", "b", "'b' is used in test.medopt, line 2, where nothing declares it: it would come to mean this.")]
    [InlineData("cohort c \"C\" { from no$0thing }", "b", "Nothing declares 'nothing': declare it first, or correct it here.")]
    [InlineData("codes a$0 \"A\" snomed { }\ncohort c \"C\" { include any { \"B\": age a } }", "b", "'a' stands in test.medopt, line 2 in text that cannot be read, so that it is not certain what it means there: mend that first.")]
    [InlineData("sop m \"M\" { }\ncohort c \"C\" { from m.over$0due }", "b", "'overdue' is a cohort that the procedure 'm' makes by itself, and is always called so.")]
    [InlineData("cohort c \"C\" { fr$0om registered }", "b", "Nothing here has a name that could be changed.")]
    [InlineData("workflow w \"W\" { step one \"1\" by nur$0se }", "b", "Roles are not declared: each procedure and workflow says by whom in its own words.")]
    [InlineData("workflow w \"W\" { step on$0e \"1\" by nurse end two }", "two", "Another step, decision or end is called 'two', in test.medopt, line 1.")]
    [InlineData("workflow w \"W\" { step on$0e \"1\" by nurse -> two }", "two", "'two' is named in test.medopt, line 1, where there is none: it would come to mean this.")]
    [InlineData("workflow w \"W\" { step on$0e \"1\" by nurse step by one }", "two", "'one' stands in test.medopt, line 1 in text that cannot be read, so that it is not certain what it means there: mend that first.")]
    [InlineData("cohort a \"A\" { include any { \"Ol$0d\": age >= 75 years \"Young\": age < 18 years } }", "Young", "Another criterion is called \"Young\", in test.medopt, line 1.")]
    [InlineData("cohort a \"A\" { include any { \"Ol$0d\": age >= 75 years } }", " ", "A criterion needs a label.")]
    [InlineData("cohort a \"A\" { include any { \"Ol$0d\": age >= 75 years } }", "a\nb", "A label stands on one line.")]
    [InlineData("cohort a \"A\" { include any { \"Old\": age >= 75 years } }\nexample \"E\" { expect in a because \"Nobo$0dy\" }", "x", "There is no criterion \"Nobody\": correct it here, or declare it first.")]
    [InlineData(
        "parameter a$0 \"A\" = 1 day allow 1 day to 2 days\ncohort c \"C\" { }\nletter l \"L\" { to c body letter \"{{a}}\" }",
        "today",
        "With 'today' the text in test.medopt, line 3 would be read in another way.")]
    [InlineData(
        "codes asthma$0 \"A\" snomed { 195967001 |Asthma| }\nexample \"E\" { patient {\n born 2000-01-01 b recorded 2026-01-01 value 3 asthma recorded 2026-01-01 } }",
        "mg",
        "With 'mg' the text in test.medopt, line 3 would be read in another way.")]
    [InlineData(
        "register r \"R\" { column received \"R\" date column closed$0 \"C\" date column class \"K\" one of \"1\" deadline of class from received { \"1\" within 5 days } }",
        "shut",
        "A column called 'closed' says when a row is closed: with another name the register would be counted in another way.")]
    public void What_cannot_be_renamed_says_why(string text, string name, string expected)
    {
        var ide = IdeText.Of(text);
        var answer = Renames.Rename(ide.Compilation, ide.Path, ide.Offset, name);
        Assert.Equal(expected, answer.Refusal);
        Assert.Empty(answer.Edit.Edits);
    }

    [Theory]
    [InlineData("codes a$0 \"A\" snomed { }", "a")]
    [InlineData("cohort a \"A\" { include any { \"Ol$0d one\": age >= 75 years } }", "Old one")]
    public void A_rename_begins_with_the_name(string text, string expected)
    {
        var ide = IdeText.Of(text);
        var start = Renames.Prepare(ide.Compilation, ide.Path, ide.Offset);
        Assert.NotNull(start.Place);
        Assert.Equal((expected, expected, null), (start.Placeholder, start.Place.Span.Of(ide.Text), start.Refusal));
    }

    private static void Renamed(string name, string text, string expected)
    {
        var ide = IdeText.Of(text);
        var answer = Renames.Rename(ide.Compilation, ide.Path, ide.Offset, name);
        Assert.Null(answer.Refusal);
        Assert.Equal(expected.ReplaceLineEndings("\n").TrimEnd(), ide.After(answer.Edit).TrimEnd());
    }
}
