using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Systmone;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Pages;

/// <summary>Whatever stands in the strings of a protocol, pages show it and do nothing.</summary>
public sealed class HostileTextTests
{
    private const string Hostile = """</title></style><script>alert(1)</script>&"'><img src=x onerror=alert(2)>]]>{{Frame}}{{{Frame}}}${x}`""";

    private static readonly string Source = """
        protocol hostile "@" {
          version 1.0
          status active
          owner "@" author "@" reviewer "@"
          approved 2026-04-02 by "@"
          review by 2027-03-31
          evidence source_a "@" dated 2026-04-01 url "javascript:alert(3)"
          evidence source_b "@" read 2026-04-01 url "https://example.org/?a=1&b=@"
          change 1.0 on 2026-04-01 "@"
        }
        parameter back "@" = 12 months allow 6 months to 12 months
        codes asthma "@" snomed { ^ 999012891000230104 |@| cluster "@" }
        codes left "@" snomed { 195967001 |@| awaiting "@" }
        codes listed "@" dmd { from "lists/@.csv" column "id" term "term" }
        /// @ [link](javascript:alert(4)) <b onclick=alert(5)>bold</b>
        cohort hostile_cohort "@" {
          include any {
            "@": asthma recorded in last back [evidence source_a "@"]
            "2@": listed issued in last 6 months or left recorded or sex is female
          }
          exclude any { "3@": latest asthma value > 5 }
          guide "@" "@ ![picture](https://example.org/x.png) [link](javascript:alert(6))"
        }
        /// @ [link](javascript:alert(7))
        template hostile_template "@" {
          for hostile_cohort
          framework "@" steps 1 [evidence source_a "@"]
          guide "@" "@"
          step 1 "@" {
            text t "@" required uncoded "@"
            choice c "@" {
              "@" code 526431000000106 |@| then guide "@" "@"
              "2@" uncoded "@" then text reason "@" required when c is "@" uncoded "@"
            }
            number n "@" code 27113001 |@| unit kg expect 1 to 2
            show latest asthma
            outcome o "@" code 1239511000000100 |@| on completion
          }
        }
        workflow hostile_flow "@" { step s "@" by pharmacist code 526421000000109 |@|  end close }
        measure hostile_measure "@" { of hostile_cohort count when no asthma recorded in this quarter by reason }
        /// @
        pack p "@" { contains hostile_cohort, hostile_measure, hostile_template, hostile_flow targets emis, systmone for practice "@" guide "@" "@" }
        """.Replace("\"@\"", '"' + Hostile.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"', StringComparison.Ordinal)
        .Replace("@", Hostile.Replace("\"", "\\\"", StringComparison.Ordinal).Replace("|", "", StringComparison.Ordinal), StringComparison.Ordinal);

    private static PackPages Pages() => new(TestProject.Of([new("hostile.medopt", Source), new($"lists/{Hostile}.csv", "id,term\n319733000,\"" + Hostile.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"\n")]));

    [Fact]
    public void It_comes_out_as_text()
    {
        foreach (var html in Pages().All)
        {
            var page = new ParsedPage(html);
            page.IsHarmless();
            Assert.Contains(Hostile, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("<", page.Style, StringComparison.Ordinal);
            Assert.DoesNotContain("alert", page.Style.Replace("alert\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_string_of_the_protocol_is_on_the_specification()
    {
        var text = new ParsedPage(Pages().All.First()).Text;
        var shown = text.Split(Hostile).Length - 1;
        Assert.True(shown >= 25, $"{shown} times");
    }

    [Fact]
    public void In_a_questionnaire_it_is_a_string()
    {
        var json = System.Text.Encoding.UTF8.GetString([.. Pages().Templates.Single(f => f.Path.StartsWith("fhir/", StringComparison.Ordinal)).Bytes]);
        Assert.Empty(Forms.QuestionnaireRules.Faults(json));
        var strings = Newtonsoft.Json.Linq.JObject.Parse(json).Descendants().OfType<Newtonsoft.Json.Linq.JValue>().Select(v => v.Value as string).OfType<string>();
        Assert.True(strings.Count(s => s.Contains(Hostile, StringComparison.Ordinal)) >= 15);
    }

    [Fact]
    public void In_the_codes_of_the_extract_it_is_a_field_and_no_formula()
    {
        var compilation = TestProject.Of("pack p \"P\" { contains t }\ntemplate t \"T\" { step 1 \"=1\" { tick a \"+1\" code 27113001 |@x, \"y\"|  tick b \"b\" code 27113001 |-1| } }");
        var csv = System.Text.Encoding.UTF8.GetString([.. new PackPages(compilation).Templates.Single(f => f.Path == "activity-codes.csv").Bytes]);
        Assert.Equal(
            "\"source\",\"step\",\"number\",\"prompt\",\"answer\",\"concept_id\",\"term\",\"emis_code_id\"\r\n"
            + "\"t\",\"1 =1\",\"1.1\",\"'+1\",\"\",\"27113001\",\"'@x, \"\"y\"\"\",\"\"\r\n"
            + "\"t\",\"1 =1\",\"1.2\",\"b\",\"\",\"27113001\",\"'-1\",\"\"\r\n",
            csv);
    }

    /// <summary>Control characters, lone surrogates and marks that turn the direction of reading round cannot be shown; the rest of their text is.</summary>
    [Fact]
    public void What_a_page_cannot_hold_is_replaced()
    {
        var bad = "a\0b\u0001c\u001Bd\uD800e\u202Ef\uFFFEg\u2066h\u0085i😀";
        var pages = Pages();
        pages = new PackPages(TestProject.Of("pack p \"P\" { contains c }\ncohort c \"C\" { include all { \"x\": age >= 5 years } }"))
        {
            Meta = pages.Meta with { Title = bad, Owner = bad },
            Contents = pages.Contents with { Description = bad, ForPractice = bad, Changes = [new ChangeEntry(bad, null, bad)] },
        };
        foreach (var html in pages.All)
        {
            var page = new ParsedPage(html);
            page.IsHarmless();
            Assert.Contains("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg\uFFFDh\uFFFDi😀", page.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("plain 2026.2, a-b: c.", "plain 2026.2, a-b: c.")]
    [InlineData("a\"b", "a\\000022 b")]
    [InlineData("</style>", "\\00003C \\00002F style\\00003E ")]
    [InlineData("\\\n", "\\00005C \\00000A ")]
    [InlineData("é😀", "\\0000E9 \\01F600 ")]
    public void In_a_stylesheet_it_stays_in_its_string(string text, string css) => Assert.Equal(css, CssText.Of(text));

    [Fact]
    public void In_the_code_list_no_term_is_a_formula()
    {
        var terms = new[] { "=1+1", "+1", "-1", "@x", " =1", "\t=1", "\"quoted\", and more", "line\nbreak", "plain", Hostile };
        var list = "id,term\n" + string.Join('\n', terms.Select((t, i) => $"{new[] { "319733000", "319734006", "319735007", "319736008", "319740004", "319745009", "319746005", "319747001", "375374009", "375375005" }[i]},\"{t.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        var pages = new PackPages(TestProject.Of(
            [new("p.medopt", "pack p \"P\" { contains c }\ncohort c \"C\" { include all { \"x\": m issued ever } }\ncodes m \"M\" dmd { from \"m.csv\" column \"id\" term \"term\" }"), new("m.csv", list)]));
        var csv = CodesCsv.Of(pages.Contents);
        Assert.All(csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches("^(\"([^\"]|\"\")*\",){3}\"([^\"]|\"\")*\"$", line));
        var reader = new CsvReader(csv);
        var fields = new List<CsvField>();
        var read = new List<string>();
        while (reader.Read(fields)) read.Add(fields[2].Value);
        Assert.Equal(["term", "'=1+1", "'+1", "'-1", "'@x", "'=1", "'=1", "\"quoted\", and more", "line break", "plain", Hostile], read.Select(r => r.Replace("' =1", "'=1", StringComparison.Ordinal)));
        Assert.All(csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1), line => Assert.Matches("^\"m\",\"\\d{6,18}\",", line));
    }
}
