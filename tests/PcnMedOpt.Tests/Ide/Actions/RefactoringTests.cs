using PcnMedOpt.Ide.Actions;

namespace PcnMedOpt.Tests.Ide.Actions;

/// <summary>What each refactoring writes, and when and why it writes nothing.</summary>
public sealed class RefactoringTests
{
    private const string Sets = """
        codes asthma "Asthma" snomed { 195967001 |Asthma| }
        codes frail "Frail" snomed { 925861000000102 |Severe frailty| }
        codes potassium "Potassium" snomed { 1000651000000109 |Serum potassium level| unit mmol/L }

        """;

    private const string Protocol = "protocol p \"P\" { evidence b \"B\" read 2026-01-01 evidence e \"E\" read 2026-01-01 evidence f \"F\" read 2026-01-01 }\n\n";

    [Theory]
    [InlineData(
        "cohort a \"A\" {\n  from registered\n  include any {\n    \"Old and frail\": age >= 75$0 years and frail recorded\n  }\n}\n",
        "cohort old_and_frail \"Old and frail\" {\n  from registered\n  include all {\n    \"Old and frail\": age >= 75 years and frail recorded\n  }\n}\n\ncohort a \"A\" {\n  from registered\n  include any {\n    \"Old and frail\": in old_and_frail\n  }\n}\n")]
    [InlineData(
        "cohort a \"A\" {\n  include any {\n    \"X\": not ($[frail recorded$]) and (age >= 75 years or asthma recorded)\n  }\n}\n",
        "cohort frail_recorded \"Frail recorded\" {\n  from registered\n  include all {\n    \"Frail recorded\": frail recorded\n  }\n}\n\ncohort a \"A\" {\n  include any {\n    \"X\": not (in frail_recorded) and (age >= 75 years or asthma recorded)\n  }\n}\n")]
    [InlineData(
        "/// About a.\ncohort a \"A\" {\n  from everyone\n  include any {\n    \"X\": $[frail recorded and age >= 75 years$] and asthma recorded [evidence b]\n  }\n}\n",
        "cohort frail_recorded \"Frail recorded\" {\n  from everyone\n  include all {\n    \"Frail recorded\": frail recorded and age >= 75 years [evidence b]\n  }\n}\n\n/// About a.\ncohort a \"A\" {\n  from everyone\n  include any {\n    \"X\": in frail_recorded and asthma recorded [evidence b]\n  }\n}\n")]
    [InlineData(
        "cohort a \"A\" {\n  exclude any {\n    \"75 or over\": age >=$0 75 years\n  }\n}\nexample \"E\" { on 2026-11-20 patient { born 1940-01-01 } expect not in a because \"75 or over\" }\n",
        "cohort a_75_or_over \"75 or over\" {\n  from everyone\n  include all {\n    \"75 or over\": age >= 75 years\n  }\n}\n\ncohort a \"A\" {\n  exclude any {\n    \"75 or over\": in a_75_or_over\n  }\n}\nexample \"E\" { on 2026-11-20 patient { born 1940-01-01 } expect not in a because \"75 or over\" }\n")]
    [InlineData(
        "measure m \"M\" {\n  of everyone\n  count when frail$0 recorded\n}\n",
        "cohort frail_recorded \"Frail recorded\" {\n  from everyone\n  include all {\n    \"Frail recorded\": frail recorded\n  }\n}\n\nmeasure m \"M\" {\n  of everyone\n  count when in frail_recorded\n}\n")]
    public void A_condition_becomes_a_cohort(string text, string expected) => Changed("Make this a cohort", text, expected);

    [Theory]
    [InlineData("measure m \"M\" { of each asthma recorded ever for registered count when frail recorded within$0 7 days of it }", "'it' is the record that the measure is at: a cohort is about patients, and has none.")]
    [InlineData("cohort a \"A\" { include any { \"X\": age > 75$0 years } }", "The condition has an error: what it means has to be clear first.")]
    public void A_condition_that_cannot_stand_alone_stays(string text, string expected) => Refused("Make this a cohort", text, expected);

    [Theory]
    [InlineData(
        "cohort b \"B\" { include any { \"1\": frail recorded \"2\": asthma recorded and age >= 18 years } exclude any { \"3\": age >= 90 years } }\ncohort a \"A\" { include any { \"X\": in b$0 } }",
        "cohort b \"B\" { include any { \"1\": frail recorded \"2\": asthma recorded and age >= 18 years } exclude any { \"3\": age >= 90 years } }\ncohort a \"A\" { include any { \"X\": (frail recorded or (asthma recorded and age >= 18 years)) and not (age >= 90 years) } }")]
    [InlineData(
        "cohort b \"B\" { include any { \"1\": frail recorded \"2\": asthma recorded } }\ncohort a \"A\" { include any { \"X\": age >= 18 years and in b$0 \"Y\": in b } }",
        "cohort b \"B\" { include any { \"1\": frail recorded \"2\": asthma recorded } }\ncohort a \"A\" { include any { \"X\": age >= 18 years and (frail recorded or asthma recorded) \"Y\": in b } }")]
    [InlineData(
        "cohort c \"C\" { include all { \"1\": age >= 18 years } }\ncohort b \"B\" { from c include all { \"1\": frail recorded } }\ncohort a \"A\" { include any { \"X\": not (in b$0) } }",
        "cohort c \"C\" { include all { \"1\": age >= 18 years } }\ncohort b \"B\" { from c include all { \"1\": frail recorded } }\ncohort a \"A\" { include any { \"X\": not (in c and frail recorded) } }")]
    [InlineData(
        "cohort b \"B\" { from everyone include all { \"1\": frail recorded [evidence e] } }\ncohort a \"A\" { from everyone include any { \"X\": in b$0 [evidence f] } }",
        "cohort b \"B\" { from everyone include all { \"1\": frail recorded [evidence e] } }\ncohort a \"A\" { from everyone include any { \"X\": frail recorded [evidence f] [evidence e] } }")]
    public void A_cohort_is_written_out(string text, string expected) => Changed("Write out the criteria", text, expected);

    [Theory]
    [InlineData("cohort b \"B\" { include any { \"1\": frail recorded } }\ncohort a \"A\" { from everyone include any { \"X\": in b$0 } }", "'b' is about registered patients alone, and here others may be looked at too; a condition cannot say so.")]
    [InlineData("cohort b \"B\" { include at least 2 { \"1\": frail recorded \"2\": asthma recorded \"3\": age >= 18 years } }\ncohort a \"A\" { include any { \"X\": in b$0 } }", "'b' asks for at least 2 of its criteria, which one condition cannot say.")]
    [InlineData("cohort b \"B\" { }\ncohort a \"A\" { include any { \"X\": in b$0 } }", "'b' has no criteria.")]
    [InlineData("cohort b \"B\" { exclude any { \"1\": latest potassium value < 3 mmol/L } }\ncohort a \"A\" { include any { \"X\": in b$0 } }", "It would not be right afterwards: 'not' before a value also finds everyone who was never tested.")]
    [InlineData("cohort b \"B\" { include any { \"1\": age > 3 years } }\ncohort a \"A\" { include any { \"X\": in b$0 } }", "A criterion of 'b' has an error: what it means has to be clear first.")]
    public void A_cohort_that_one_condition_cannot_say_stays(string text, string expected) => Refused("Write out the criteria", text, expected);

    [Theory]
    [InlineData(
        "cohort a \"A\" { include any { \"X\": asthma or$0 frail recorded in last 6 months } }",
        "codes asthma_or_frail \"Asthma or Frail\" snomed = asthma or frail\n\ncohort a \"A\" { include any { \"X\": asthma_or_frail recorded in last 6 months } }")]
    [InlineData(
        "codes both \"Both\" snomed = frail or asthma\ncohort a \"A\" { include any { \"X\": potassium recorded after latest asthma$0 or frail recorded } }",
        "codes both \"Both\" snomed = frail or asthma\ncohort a \"A\" { include any { \"X\": potassium recorded after latest both recorded } }")]
    public void Sets_get_a_name_together(string text, string expected) => Changed(text.Contains("both", StringComparison.Ordinal) ? "Write 'both'" : "Give these sets a name", text, expected);

    [Theory]
    [InlineData("cohort a \"A\" { include any { \"X\": no asthma$0 or frail recorded } }", "'no' before several sets has two readings: neither, or not both.")]
    [InlineData("cohort a \"A\" { include any { \"X\": potassium or$0 asthma recorded with value >= 3 mmol/L } }", "A result is read in the unit of its own set, which one set for all does not have.")]
    [InlineData("codes m \"M\" dmd { 326874007 |Methotrexate| }\ncohort a \"A\" { include any { \"X\": m or$0 asthma recorded or issued } }", "The code sets are of two systems, SNOMED CT and dm+d.")]
    [InlineData("codes r \"R\" snomed { ^ 999017451000230105 |x| except 195967001 |Asthma| }\ncohort a \"A\" { include any { \"X\": r or$0 frail recorded } }", "One of the sets excepts codes that another may hold: only a terminology release can tell what they are together.")]
    public void Sets_that_are_not_one_stay(string text, string expected) => Refused("Give these sets a name", text, expected);

    [Theory]
    [InlineData(
        "codes both \"Both\" snomed = frail or asthma\ncohort a \"A\" { include any { \"X\": bo$0th or potassium recorded at least 2 times } }",
        "codes both \"Both\" snomed = frail or asthma\ncohort a \"A\" { include any { \"X\": frail or asthma or potassium recorded at least 2 times } }",
        "Write out the sets")]
    [InlineData(
        "codes both \"Both\" snomed {\n  include frail$0\n  195967001 |Asthma|\n}",
        "codes both \"Both\" snomed {\n  925861000000102 |Severe frailty|\n  195967001 |Asthma|\n}",
        "Write out the codes")]
    [InlineData(
        "parameter recent \"Recent\" = 6 months allow 1 month to 1 year\ncohort a \"A\" { include any { \"X\": asthma recorded in last rec$0ent } }",
        "parameter recent \"Recent\" = 6 months allow 1 month to 1 year\ncohort a \"A\" { include any { \"X\": asthma recorded in last 6 months } }",
        "Write the value")]
    [InlineData(
        "parameter low \"Low\" = 3.5 mmol/L allow 1 mmol/L to 9 mmol/L\ncohort a \"A\" { include any { \"X\": latest potassium value < lo$0w } }",
        "parameter low \"Low\" = 3.5 mmol/L allow 1 mmol/L to 9 mmol/L\ncohort a \"A\" { include any { \"X\": latest potassium value < 3.5 mmol/L } }",
        "Write the value")]
    public void A_name_is_written_out(string text, string expected, string title) => Changed(title, text, expected);

    [Theory]
    [InlineData("codes both \"Both\" snomed = frail or asthma\ncohort a \"A\" { include any { \"X\": no bo$0th recorded } }", "Write out the sets", "'no' before several sets has two readings: neither, or not both.")]
    [InlineData("codes some \"S\" snomed { 925861000000102 |Severe frailty| except asthma }\ncodes both \"Both\" snomed { include so$0me }", "Write out the codes", "'some' takes codes out again with except, which here would take them out of the whole set.")]
    public void A_name_that_cannot_be_written_out_stays(string text, string title, string expected) => Refused(title, text, expected);

    [Fact]
    public void Codes_move_to_a_set_of_their_own() => Changed(
        "Move these codes",
        """
        codes both "Both" snomed {
          // The first
          $[195967001 |Asthma|  // kept
          925861000000102 |Severe frailty|$]
          1000651000000109 |Serum potassium level|
          except 195967001 |Asthma|
          with history minimum
        }
        """,
        """
        codes both_part "Both, part" snomed {
          // The first
          195967001 |Asthma|  // kept
          925861000000102 |Severe frailty|
          with history minimum
        }

        codes both "Both" snomed {
          include both_part
          1000651000000109 |Serum potassium level|
          except 195967001 |Asthma|
          with history minimum
        }
        """);

    [Fact]
    public void Codes_are_sorted_with_their_comments() => Changed(
        "Sort the codes",
        "codes some \"Some\" snomed {\r\n  // first\r\n  925861000000102 |Severe frailty|\r\n  195967001 |Asthma|$0  // second\r\n\r\n  1000651000000109 |Serum potassium level|\r\n}\r\n",
        "codes some \"Some\" snomed {\r\n  195967001 |Asthma|  // second\r\n  // first\r\n  925861000000102 |Severe frailty|\r\n\r\n  1000651000000109 |Serum potassium level|\r\n}\r\n");

    [Fact]
    public void Evidence_and_descriptions_are_added()
    {
        const string text = "cohort a \"A\" { include any { \"X\": asthma re$0corded } }";
        Changed("Cite 'b', B", text, text.Replace("re$0corded", "recorded [evidence b]", StringComparison.Ordinal));
        Changed("Describe the cohort", "cohort a$0 \"A\" { }", "/// \ncohort a \"A\" { }");
    }

    [Theory]
    [InlineData("")]
    [InlineData("cohort a \"A\" { include any { \"X\": $0")]
    [InlineData("codes a \"A\" snomed { $[1959 |x$]")]
    [InlineData("$[cohort a \"A\" { from registered }\ncohort b \"B\" { }$]")]
    public void Broken_text_offers_nothing_and_breaks_nothing(string marked)
    {
        var text = IdeText.Of(marked.Contains('$', StringComparison.Ordinal) ? marked : marked + "$0");
        foreach (var action in CodeActions.In(text.Compilation, text.Path, text.Selection, text.Compilation.Diagnostics)) action.Work();
        Assert.DoesNotContain(CodeActions.In(text.Compilation, text.Path, text.Selection, []), a => a.Kind is ActionKind.Extract or ActionKind.Inline);
    }

    private static void Changed(string title, string text, string expected)
    {
        var (ide, action) = Offered(title, text);
        Assert.EndsWith("(keeps meaning)", action.Title, StringComparison.Ordinal);
        var answer = action.Work();
        Assert.Null(answer.Refusal);
        var newLine = text.Contains('\r', StringComparison.Ordinal) ? "\r\n" : "\n";
        Assert.Equal(Whole(expected).ReplaceLineEndings(newLine), answer.Edit.Apply(ide.Path, ide.Text));
    }

    private static void Refused(string title, string text, string expected)
    {
        var answer = Offered(title, text).Action.Work();
        Assert.Equal(expected, answer.Refusal);
        Assert.Empty(answer.Edit.Edits);
    }

    private static (IdeText Text, CodeAction Action) Offered(string title, string text)
    {
        var ide = IdeText.Of(Whole(text));
        if (text.Contains('\r', StringComparison.Ordinal)) ide = ide with { Compilation = ide.Compilation.WithFile(ide.Path, ide.Text.ReplaceLineEndings("\r\n")), Selection = new(ide.Text[..ide.Selection.Start].ReplaceLineEndings("\r\n").Length, 0) };
        var actions = CodeActions.In(ide.Compilation, ide.Path, ide.Selection, []);
        return (ide, Assert.Single(actions, a => a.Name.StartsWith(title, StringComparison.Ordinal)));
    }

    /// <summary>The protocol stands before, and the code sets behind, so that what is before a declaration is seen as it is.</summary>
    private static string Whole(string text) => Protocol + text.TrimEnd() + "\n\n" + Sets;
}
