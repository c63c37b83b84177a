using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Structure;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Ide;

/// <summary>Folding, selection, outline, search for symbols, links.</summary>
public sealed class StructureTests
{
    private const string Cohort = """"
        /// Who is asked.
        /// Once a year.
        cohort adults "Adults" {
          from registered
          include any {
            "Old": age >= 75 years
              and sex is female [evidence a "b"]
          }
          guide "Why" """
            Text.
            More.
            """
        }
        """";

    [Fact]
    public void Declarations_bodies_comments_and_texts_fold_by_lines() =>
        Assert.Equal(["1-2 Comment", "3-12 Body", "5-7 Body", "9-12 Text"], Folded(Cohort.ReplaceLineEndings("\n")));

    [Theory]
    [InlineData("// one\n// two\n\n// three\ncohort a \"A\" { }", "1-2 Comment")]
    [InlineData("/* one\ntwo */\ncohort a \"A\" { }", "1-2 Comment")]
    [InlineData("// one\n/// two\n/// three\ncohort a \"A\" { }", "2-3 Comment")]
    [InlineData("codes a \"A\" dmd = b\n  or c\n  or d\n", "1-3 Body")]
    [InlineData("cohort a \"A\" {\r\n  from registered\r\n}\r\n", "1-2 Body")]
    [InlineData("cohort a \"A\" {\n}", "")]
    [InlineData("cohort a \"A\" { from registered }", "")]
    [InlineData("cohort a \"A\" {\n  include any {\n    \"x\": ", "")]
    [InlineData("", "")]
    public void Whatever_has_two_lines_folds(string text, string folded) => Assert.Equal(folded, string.Join(", ", Folded(text)));

    [Fact]
    public void A_selection_grows_from_the_word_to_the_file()
    {
        var text = IdeText.Of("cohort a \"A\" {\n  include any {\n    \"Old\": age >= 75 years and sth recorded in last 6 mon$0ths [evidence b]\n  }\n}\n\ncodes sth \"S\" snomed { 1 }\n");
        Assert.Equal(
            [
                "months", "6 months", "in last 6 months", "sth recorded in last 6 months", "age >= 75 years and sth recorded in last 6 months",
                "\"Old\": age >= 75 years and sth recorded in last 6 months", "\"Old\": age >= 75 years and sth recorded in last 6 months [evidence b]", "{…}", "include any {…}", "{…}", "cohort a \"A\" {…}", "cohort a \"A\" {…}",
            ],
            Selected(text));
    }

    [Theory]
    [InlineData("cohort a \"Ad$0ults\" { }", "Adults|\"Adults\"|cohort a \"Adults\" { }")]
    [InlineData("// all of$0 it\ncohort a \"A\" { }", "// all of it|// all of it\ncohort a \"A\" {…}")]
    [InlineData("$0", "")]
    [InlineData("cohort a \"A\" { include any { \"x\": $0", "cohort a \"A\" { include any { \"x\": ")]
    public void A_selection_grows_anywhere(string text, string expected) => Assert.Equal(expected, string.Join('|', Selected(IdeText.Of(text))));

    [Fact]
    public void The_outline_holds_what_a_declaration_is_made_of()
    {
        var text = """
            codes asthma "Asthma" snomed { << 195967001 |Asthma|  include other  from "a.csv" column "code" }
            cohort adults "Adults" { include any { "Old": age >= 75 years } exclude any { "Dead": sex is unknown } }
            example "One" { on 2026-01-01 patient "P" { born 1950-01-01 } expect not in adults }
            sop m "M" { phase p "P" { t every 1 month } limit l "L" of t { red below 3 "Act." } step s "S" by nurse }
            workflow w "W" { step a "A" by nurse -> e decision d "D?" { "Yes" -> e } end e "E" }
            template t "T" { step 1 "Aim" { choice c "C" { "No" uncoded "x" then text why "Why" uncoded "y" } } }
            register r "R" { column c "C" text deadline of c from c { "x" within 2 days } }
            checklist k "K" { item "One" from adults }
            cohort
            """;
        Assert.Equal(
            """
            Codes asthma (Asthma)
              Code << 195967001 |Asthma| (Asthma)
              Part include (other)
              Part from (a.csv)
            Cohort adults (Adults)
              Group include any
                Criterion Old (age >= 75 years)
              Group exclude any
                Criterion Dead (sex is unknown)
            Example One
              Group P
              Criterion not in adults
            Sop m (M)
              Group p (P)
                Part t (every 1 month)
              Group l (L)
                Part red below 3 (Act.)
              Step s (S)
            Workflow w (W)
              Step a (A)
              Step d (D?)
                Part Yes (-> e)
              Step e (E)
            Template t (T)
              Group step 1 (Aim)
                Field c (C)
                  Part No
                    Field why (Why)
            Register r (R)
              Field c (C)
              Group deadline (of c from c)
                Part x
            Checklist k (K)
              Part One (adults)
            Cohort cohort
            """.ReplaceLineEndings("\n"),
            string.Join('\n', DocumentSymbols.In(TestProject.Of(text).Files["test.medopt"]).SelectMany(s => Outline(s, 0))));
    }

    [Theory]
    [InlineData("adults", "adults, young_adults")]
    [InlineData("ya", "young_adults")]
    [InlineData("ELDERLY", "old")]
    [InlineData("invited", "An elder is invited")]
    [InlineData("zz", "")]
    [InlineData("", "old, adults, young_adults, An elder is invited")]
    public void Symbols_are_found_by_letters_of_name_or_title(string query, string found)
    {
        var compilation = TestProject.Of("cohort young_adults \"Under 30\" { }\ncohort adults \"All\" { }\ncohort old \"Elderly people\" { }\nexample \"An elder is invited\" { }");
        Assert.Equal(found, string.Join(", ", WorkspaceSymbols.Find(compilation, query).Select(s => s.Name)));
    }

    [Fact]
    public void Links_lead_to_lists_and_sources()
    {
        var text = TestProject.Of("""
            protocol p "P" { evidence a "A" url "https://www.england.nhs.uk/gp/" evidence b "B" url "javascript:x" }
            codes c "C" snomed { from "lists/a.csv" column "code" from "../b.csv" column "code" }
            """).Files["test.medopt"];
        Assert.Equal(
            ["https://www.england.nhs.uk/gp/ -> https://www.england.nhs.uk/gp/", "lists/a.csv -> lists/a.csv"],
            DocumentLinks.In(text).Select(l => $"{l.Span.Of(text.Text)} -> {l.Url ?? l.Path}"));
    }

    [Theory]
    [InlineData("{ \"name\": \"x\", \"emisCodes\": \"emis/map.csv\" }", "emis/map.csv")]
    [InlineData("{ \"emisCodes\": \"../map.csv\" }", "")]
    [InlineData("{ \"emisCodes\": 3 }", "")]
    [InlineData("{", "")]
    public void The_settings_lead_to_the_code_map(string settings, string links) =>
        Assert.Equal(links, string.Join(", ", DocumentLinks.In(SettingsReader.Read(settings)).Select(l => $"{l.Span.Of(settings)}")));

    [Fact]
    public void At_every_place_of_the_shipped_protocols()
    {
        foreach (var (file, offset) in ShippedText.Places)
        {
            var spans = SelectionRanges.At(ShippedText.Compilation, file.Path, offset) ?? [];
            Assert.Equal(new TextSpan(0, file.Text.Length), spans[^1]);
            Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.Second.Start <= pair.First.Start && pair.Second.End >= pair.First.End && pair.Second.Length > pair.First.Length));
            Assert.All(spans, s => Assert.True(s.Contains(offset)));
        }
        foreach (var file in ShippedText.Compilation.Files.Values)
        {
            Assert.All(FoldingRanges.Of(file), f => ShippedText.AssertInside(file, f.Span));
            Assert.All(DocumentLinks.In(file), l => ShippedText.AssertInside(file, l.Span));
            Assert.All(DocumentSymbols.In(file), s => AssertNested(s, new TextSpan(0, file.Text.Length)));
        }
    }

    private static void AssertNested(DocumentSymbol symbol, TextSpan inside)
    {
        Assert.True(inside.Start <= symbol.Span.Start && symbol.Span.End <= inside.End, $"{symbol.Name} {symbol.Span} is not in {inside}");
        Assert.True(symbol.Span.Start <= symbol.Selection.Start && symbol.Selection.End <= symbol.Span.End, $"{symbol.Name} {symbol.Selection} is not in {symbol.Span}");
        Assert.NotEqual("", symbol.Name);
        Assert.All(symbol.Children, c => AssertNested(c, symbol.Span));
    }

    private static IEnumerable<string> Outline(DocumentSymbol symbol, int depth) =>
        symbol.Children.SelectMany(c => Outline(c, depth + 1)).Prepend($"{new string(' ', depth * 2)}{symbol.Kind} {symbol.Name}{(symbol.Detail.Length > 0 ? $" ({symbol.Detail})" : "")}");

    private static IEnumerable<string> Folded(string text)
    {
        var file = TestProject.Of(text).Files["test.medopt"];
        return FoldingRanges.Of(file).Select(f => $"{file.Lines.At(f.Span.Start).Line}-{file.Lines.At(f.Span.End).Line} {f.Kind}");
    }

    private static IEnumerable<string> Selected(IdeText text) =>
        (SelectionRanges.At(text.Compilation, text.Path, text.Offset) ?? []).Select(s => Short(s.Of(text.Text)));

    /// <summary>A text of several lines by its first words.</summary>
    private static string Short(string text) => text.Contains('\n') ? text[..Math.Max(text.IndexOf('{'), 0)] + "{…}" : text;
}
