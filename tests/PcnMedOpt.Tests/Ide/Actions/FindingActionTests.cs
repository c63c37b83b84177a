using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Ide;
using PcnMedOpt.Ide.Actions;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Ide.Actions;

/// <summary>What is offered where something is found: its fixes, all of a kind, a line that allows it, what is not declared yet.</summary>
public sealed class FindingActionTests
{
    [Fact]
    public void A_fix_says_what_it_does_to_the_meaning()
    {
        var text = IdeText.Of("codes a \"A\" snomed { 195967001 |Asthma| }\ncohort b \"B\" { include any { \"X\": A$0 recorded \"Y\": age > 75 years \"Z\": A recorded } }\ncohort c \"C\" { include any { \"X\": A recorded } }\n--- other.medopt\ncohort d \"D\" { include any { \"X\": A recorded } }\n");
        var actions = At(text, "upper-case-name").ToList();
        Assert.Equal(
            [
                "Write a (keeps meaning)",
                "Mend all 3 of 'upper-case-name' in this file (keeps meaning)",
                "Mend all 4 of 'upper-case-name' in the project (keeps meaning)",
                "Mend all that has one safe fix in this file (keeps meaning)",
            ],
            actions.Where(a => a.Kind is ActionKind.QuickFix or ActionKind.FixAll).Select(a => a.Title));
        Assert.True(actions[0].IsPreferred);
        Assert.Equal(3, actions[1].Work().Edit.Edits.Length);
        Assert.Equal(["other.medopt", "test.medopt"], actions[2].Work().Edit.Edits.Select(e => e.Path).Distinct());
        var readings = At(IdeText.Of("cohort b \"B\" { include any { \"Y\": age > 75$0 years } }"), "age-comparison").Where(a => a.Mends is not null).ToList();
        Assert.Equal(["changes clinical meaning", "changes clinical meaning"], readings.Select(a => a.Title.Split('(')[^1].TrimEnd(')')));
        Assert.DoesNotContain(readings, a => a.IsPreferred);
    }

    [Theory]
    [InlineData(
        "cohort b \"B\" {\n  include any {\n    // first\n    \"X\": asthma\n        recorded\n  }\n}\ncodes asthma \"A\" snomed { awaiting \"Codes.\" }",
        "uses-awaiting-set",
        "cohort b \"B\" {\n  include any {\n    // first\n    // allow uses-awaiting-set until 2027-02-20: \n    \"X\": asthma\n        recorded\n  }\n}\ncodes asthma \"A\" snomed { awaiting \"Codes.\" }")]
    [InlineData("/// About.\ncodes asthma \"A\" snomed { 195967001 |Asthma| }", "unused-code-set", "/// About.\n// allow unused-code-set until 2027-02-20: \ncodes asthma \"A\" snomed { 195967001 |Asthma| }")]
    public void A_line_allows_a_finding_when_its_reason_is_written(string text, string slug, string expected)
    {
        var ide = IdeText.Of(text + "$0");
        var action = Assert.Single(At(ide, slug), a => a.Name.StartsWith("Allow", StringComparison.Ordinal));
        var after = action.Work().Edit.Apply(ide.Path, ide.Text);
        Assert.Equal(expected, after);
        Assert.Contains("allow-incomplete", TestProject.Of(after).Slugs());
        Assert.Contains(slug, TestProject.Of(after).Slugs(Severity.Info));
        Assert.DoesNotContain(slug, TestProject.Of(after.Replace(": \n", ": Known to the board.\n", StringComparison.Ordinal)).Slugs(Severity.Info));
    }

    [Fact]
    public void An_error_cannot_be_allowed() =>
        Assert.DoesNotContain(At(IdeText.Of("cohort a \"A\" { include any { \"X\": $0asthma recorded } }"), "unknown-name"), a => a.Name.StartsWith("Allow", StringComparison.Ordinal));

    [Theory]
    [InlineData(
        "codes a \"A\" snomed { 195967001 |Asthma| }\n\ncohort b \"B\" { include any { \"X\": a or severe_asthma recorded } }",
        "codes a \"A\" snomed { 195967001 |Asthma| }\n\ncodes severe_asthma \"Severe asthma\" snomed {\n  awaiting \"Codes to be chosen.\"\n}\n\ncohort b \"B\" { include any { \"X\": a or severe_asthma recorded } }")]
    [InlineData(
        "cohort b \"B\" { include any { \"X\": salbutamol issued in last 6 months } }",
        "codes salbutamol \"Salbutamol\" dmd {\n  awaiting \"Codes to be chosen.\"\n}\n\ncohort b \"B\" { include any { \"X\": salbutamol issued in last 6 months } }")]
    [InlineData("cohort b \"B\" { from adults }", "cohort adults \"Adults\" {\n  include any {\n  }\n}\n\ncohort b \"B\" { from adults }")]
    [InlineData(
        "protocol p \"P\" { }\n\ncohort b \"B\" { include any { \"X\": age >= old_age } }",
        "protocol p \"P\" { }\n\nparameter old_age \"Old age\" = allow to\n\ncohort b \"B\" { include any { \"X\": age >= old_age } }")]
    [InlineData(
        "--- codes/all.medopt\ncodes a \"A\" snomed { 195967001 |Asthma| }\n--- a.medopt\ncohort b \"B\" { include any { \"X\": a recorded \"Y\": c$0 recorded } }\n",
        "--- codes/all.medopt\ncodes a \"A\" snomed { 195967001 |Asthma| }\n\ncodes c \"C\" snomed {\n  awaiting \"Codes to be chosen.\"\n}\n")]
    public void A_name_is_declared_where_its_like_are(string text, string expected)
    {
        var ide = IdeText.Of(text.Contains("$0", StringComparison.Ordinal) ? text : text + "$0");
        var action = Assert.Single(At(ide, "unknown-name"), a => a.Name.StartsWith("Declare", StringComparison.Ordinal));
        Assert.EndsWith("(changes clinical meaning)", action.Title, StringComparison.Ordinal);
        var edit = action.Work().Edit;
        Assert.Equal(expected, ide.After(edit));
        Assert.DoesNotContain("unknown-name", edit.Edits.Aggregate(ide.Compilation, (c, e) => c.WithFile(e.Path, edit.Apply(e.Path, ide.TextOf(e.Path)))).Slugs());
    }

    [Fact]
    public void A_source_is_listed_beside_the_others()
    {
        var ide = IdeText.Of("protocol p \"P\" {\n  evidence bnf \"BNF\" read 2026-01-01\n  status draft\n}\ncohort b \"B\" { include any { \"X\": age >= 75 years [evidence nice$0] } }");
        var action = Assert.Single(At(ide, "unknown-evidence"), a => a.Name.StartsWith("List", StringComparison.Ordinal));
        Assert.Contains("read 2026-01-01\n  evidence nice \"\"\n  status draft\n", action.Work().Edit.Apply(ide.Path, ide.Text), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_declared_so_is_not_finished()
    {
        foreach (var use in new[] { "cohort b \"B\" { from adults }", "cohort b \"B\" { include any { \"X\": age >= old_age } }" })
        {
            var ide = IdeText.Of(use + "$0");
            var after = At(ide, "unknown-name").First(a => a.Name.StartsWith("Declare", StringComparison.Ordinal)).Work().Edit.Apply(ide.Path, ide.Text);
            Assert.True(TestProject.Of(after).HasErrors, after);
        }
    }

    [Fact]
    public void A_criterion_gets_a_label()
    {
        var ide = IdeText.Of("codes a \"A\" snomed { 195967001 |Asthma| }\ncohort b \"B\" {\n  include any {\n    a rec$0orded in last 6 months\n    \"Y\": age >= 18 years\n  }\n}\n");
        var action = Assert.Single(At(ide, "not-understood"), a => a.Name.StartsWith("Give", StringComparison.Ordinal));
        var after = action.Work().Edit.Apply(ide.Path, ide.Text);
        Assert.Contains("    \"A recorded in last 6 months\": a recorded in last 6 months\n", after, StringComparison.Ordinal);
        Assert.False(TestProject.Of(after).HasErrors);
    }

    [Fact]
    public void An_active_protocol_gets_what_it_lacks()
    {
        var ide = IdeText.Of("protocol p \"P\" {\n  status acti$0ve\n  owner \"Lead pharmacist\"\n}\n");
        var action = Assert.Single(At(ide, "active-incomplete"), a => a.Name.StartsWith("Add the clauses", StringComparison.Ordinal));
        Assert.Equal(
            "protocol p \"P\" {\n  status active\n  version\n  author \"\"\n  reviewer \"\"\n  approved by \"\"\n  review by\n  owner \"Lead pharmacist\"\n}\n",
            action.Work().Edit.Apply(ide.Path, ide.Text));
    }

    /// <summary>At every third token of the shipped protocols, with what is found there: nothing breaks, and what keeps the meaning brings no error.</summary>
    [Fact]
    public void Actions_are_offered_everywhere_without_harm()
    {
        var shipped = LoadedProject.Load(new ProjectFolder(Repository.PathOf("protocols")), TestProject.Today).Compilation;
        var worked = 0;
        var refused = new HashSet<string>();
        foreach (var file in shipped.Files.Values)
            foreach (var (token, i) in file.Declarations.SelectMany(d => d.Declared.Slice.Parsed.Lexed.Tokens.Select(t => t.Span.Shift(d.Start))).Select((t, i) => (t, i)).Where(t => t.i % 3 == 0))
            {
                var found = shipped.Diagnostics.Where(d => d.Path == file.Path && d.Span.Contains(token.Start));
                foreach (var action in CodeActions.In(shipped, file.Path, token, found))
                    if (i % 45 == 0 && action.Kind is ActionKind.Extract or ActionKind.Inline or ActionKind.Rewrite)
                    {
                        var answer = action.Work();
                        worked++;
                        if (answer.Refusal is { } why) refused.Add(why);
                        else Assert.DoesNotContain(Applied(shipped, answer.Edit).Diagnostics, d => d.Severity == Severity.Error);
                    }
            }
        Assert.True(worked > 20, $"{worked} {string.Join('\n', refused)}");
    }

    private static Compilation Applied(Compilation compilation, ProjectEdit edit) =>
        edit.Edits.Select(e => e.Path).Distinct().Aggregate(compilation, (c, p) => c.WithFile(p, edit.Apply(p, compilation.Files[p].Text)));

    private static IEnumerable<CodeAction> At(IdeText text, string slug) =>
        CodeActions.In(text.Compilation, text.Path, text.Selection, text.Compilation.Diagnostics.Where(d => d.Path == text.Path && d.Diagnostic.Kind.Slug == slug).Take(1));
}
