using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Ide.Completion;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Ide;

/// <summary>What is inserted is sound as it stands, before anybody fills anything in.</summary>
public sealed class SnippetTests
{
    private static readonly string[] Unread = ["not-understood", "missing-brace", "stray-text", "unclosed", "look-alike", "unknown-unit"];

    [Theory]
    [InlineData("protocol", "")]
    [InlineData("codes (SNOMED CT)", "cohort user \"User\" { include any { \"A\": my_codes recorded } }")]
    [InlineData("codes (dm+d)", "cohort user \"User\" { include any { \"A\": my_medicines issued in last 6 months } }")]
    [InlineData("cohort", "")]
    [InlineData("measure", "")]
    [InlineData("template", "")]
    [InlineData("sop (monitoring)", "")]
    [InlineData("sop (document)", "")]
    [InlineData("letter", "")]
    [InlineData("workflow", "")]
    [InlineData("register", "")]
    [InlineData("checklist", "")]
    [InlineData("pack", "")]
    [InlineData("example", "")]
    [InlineData("parameter", "cohort user \"User\" { include any { \"A\": smr_done recorded in last my_parameter } }")]
    public void A_whole_declaration_is_without_errors_and_warnings(string label, string around)
    {
        var header = label is "protocol" ? "" : "protocol p \"P\" { version 0.1 status draft owner \"Owner\" author \"Author\" }\n";
        var text = CompletionText.Taken($"{header}$0\n{around}\n", label);
        var findings = IdeText.Of(text + CompletionText.Project).Compilation.Diagnostics.Where(d => d.Path == "test.medopt" && d.Severity >= Severity.Warning);
        Assert.Equal("", string.Join('\n', findings.Select(f => f.Shown())));
    }

    [Theory]
    [InlineData("protocol a \"A\" { $0 }")]
    [InlineData("codes a \"A\" snomed { $0 }")]
    [InlineData("cohort a \"A\" { $0 }")]
    [InlineData("cohort a \"A\" { include any { \"B\": $0 } }")]
    [InlineData("cohort a \"A\" { include any { \"B\": smr_done $0 } }")]
    [InlineData("cohort a \"A\" { include any { \"B\": methotrexate $0 } }")]
    [InlineData("cohort a \"A\" { include any { \"B\": smr_done recorded $0 } }")]
    [InlineData("cohort a \"A\" { include any { \"B\": smr_done recorded in last $0 } }")]
    [InlineData("cohort a \"A\" { include any { \"B\": smr_done recorded since $0 } }")]
    [InlineData("cohort a \"A\" { include any { \"B\": latest white_cells value $0 } }")]
    [InlineData("cohort a \"A\" { include any { \"B\": age $0 } }")]
    [InlineData("measure a \"A\" { $0 }")]
    [InlineData("template a \"A\" { $0 }")]
    [InlineData("template a \"A\" { step 1 \"S\" { $0 } }")]
    [InlineData("template a \"A\" { step 1 \"S\" {\n number x \"X\" $0 } }")]
    [InlineData("sop a \"A\" { $0 }")]
    [InlineData("sop a \"A\" { phase p \"P\" { $0 } }")]
    [InlineData("sop a \"A\" { limit l \"L\" of white_cells in 10*9/L { $0 } }")]
    [InlineData("sop a \"A\" { limit l \"L\" of white_cells in 10*9/L { red $0 } }")]
    [InlineData("letter a \"A\" { $0 }")]
    [InlineData("workflow a \"A\" { $0 }")]
    [InlineData("register a \"A\" { $0 }")]
    [InlineData("register a \"A\" { column c \"C\" $0 }")]
    [InlineData("checklist a \"A\" { $0 }")]
    [InlineData("pack a \"A\" { $0 }")]
    [InlineData("example \"A\" { $0 }")]
    [InlineData("example \"A\" { patient { $0 } }")]
    [InlineData("example \"A\" { patient { smr_done $0 } }")]
    public void Every_clause_that_leaves_nothing_open_can_be_read(string text)
    {
        var clauses = CompletionText.At(text).Items.Where(i => i.IsSnippet && !i.Insert.Contains("$0", StringComparison.Ordinal) && !i.Insert.Contains("${3:code}", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(clauses);
        foreach (var clause in clauses)
        {
            var after = CompletionText.Taken(text, clause.Label);
            Assert.DoesNotContain(IdeText.Of(after + CompletionText.Project).Compilation.Diagnostics, d => d.Path == "test.medopt" && Unread.Contains(d.Diagnostic.Kind.Slug));
        }
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("${1:6 months} ago", "6 months ago")]
    [InlineData("sex is ${1|female,male|}$0", "sex is female")]
    [InlineData(@"{{practice.phone\}\} costs \$5 \\", @"{{practice.phone}} costs $5 \")]
    [InlineData(@"${1:{{a\}\}}", "{{a}}")]
    public void A_snippet_without_its_places(string snippet, string plain) => Assert.Equal(plain, Snippet.Plain(snippet));

    [Theory]
    [InlineData("{{a}}")]
    [InlineData(@"back\slash $1 ${2:x}")]
    public void An_escaped_text_stands_for_itself(string text) => Assert.Equal(text, Snippet.Plain($"${{1:{Snippet.Escape(text)}}}"));
}
