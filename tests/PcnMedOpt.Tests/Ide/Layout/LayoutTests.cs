using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Formatting;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Layout;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Ide.Layout;

/// <summary>Formatting as changes of blanks: of everything, of some lines, and of a line while it is typed.</summary>
public sealed class LayoutTests
{
    public static TheoryData<string> Shipped =>
        [.. Directory.GetFiles(Repository.PathOf("protocols"), "*.medopt", SearchOption.AllDirectories).Select(p => Path.GetRelativePath(Repository.Root, p)).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFFcodes a  \"A\" snomed {195967001 |Asthma|}")]
    [InlineData("codes a  \"A\" snomed {195967001 |Asthma| // kept \r\n}\r\n\r\n\r\n\r\ncohort b \"B\" {   }")]
    [InlineData("cohort a \"A\" {\n include any {\n\n\n  \"A\":age>=18 years}}\n\ncohort b \"B\" { from }\n\n\n\ncohort c\n\"C\" { }")]
    [InlineData("cohort a \"A\" { include any { \"open }\n\n  codes b \"B\" snomed { 1 |x}\n")]
    public void The_edits_make_the_text_canonical(string text)
    {
        var edits = FormatEdits.Of(text);
        Assert.Equal(Formatter.Format(text), Apply(text, edits));
        Assert.All(edits, e => Assert.True(string.IsNullOrWhiteSpace(e.Span.Of(text).Trim('\uFEFF')) && string.IsNullOrWhiteSpace(e.NewText), e.ToString()));
        Assert.Empty(FormatEdits.Of(Formatter.Format(text)));
    }

    /// <summary>Each file with its blanks in disorder: all ranges of lines agree with the whole, and together are the whole.</summary>
    [Theory]
    [MemberData(nameof(Shipped))]
    public void Lines_are_formatted_as_the_whole_is(string path)
    {
        var shipped = File.ReadAllText(Repository.PathOf(path)).ReplaceLineEndings("\n");
        var text = Disordered(shipped);
        Assert.NotEqual(shipped, text);
        var whole = FormatEdits.Of(text);
        Assert.Equal(Formatter.Format(text), Apply(text, whole));
        var lines = new LineMap(text);
        for (var line = 1; line < lines.Lines; line += 40)
        {
            var range = TextSpan.FromBounds(lines.StartOf(line), lines.StartOf(Math.Min(line + 7, lines.Lines)));
            var some = FormatEdits.InRange(text, range);
            Assert.Subset(whole.ToHashSet(), some.ToHashSet());
            Assert.Equal(Formatter.Format(text), Formatter.Format(Apply(text, some)));
        }
        Assert.Equal(whole, FormatEdits.InRange(text, new TextSpan(0, text.Length)));
    }

    [Theory]
    [InlineData("cohort a \"A\" {\n$0", "\n", "cohort a \"A\" {\n  ")]
    [InlineData("cohort a \"A\" {\n$0\n}\n", "\n", "cohort a \"A\" {\n  \n}\n")]
    [InlineData("cohort a \"A\" {\n$0\ncohort b \"B\" { }", "\n", "cohort a \"A\" {\n  \ncohort b \"B\" { }")]
    [InlineData("cohort a \"A\" { }\n  $0\ncohort b \"B\" { }", "\n", "cohort a \"A\" { }\n\ncohort b \"B\" { }")]
    [InlineData("cohort a \"A\" {\n  include any {\n$0}", "\n", "cohort a \"A\" {\n  include any {\n  }")]
    [InlineData("cohort a \"A\" {\n  include any {\n    \"Label\":\n$0", "\n", "cohort a \"A\" {\n  include any {\n    \"Label\":\n        ")]
    [InlineData("/// About\n$0\ncohort a \"A\" { }", "\n", "/// About\n/// \ncohort a \"A\" { }")]
    [InlineData("///\n$0cohort a \"A\" { }", "\n", "///\ncohort a \"A\" { }")]
    [InlineData("/// About\n$0 the rest\ncohort a \"A\" { }", "\n", "/// About\n/// the rest\ncohort a \"A\" { }")]
    [InlineData("letter a \"A\" {\n  body letter \"\"\"\n$0  x\"\"\" }", "\n", "letter a \"A\" {\n  body letter \"\"\"\n  x\"\"\" }")]
    [InlineData("cohort a \"A\" { /* x\n$0 y */ }", "\n", "cohort a \"A\" { /* x\n y */ }")]
    [InlineData("cohort a \"A\" {\r\n$0", "\n", "cohort a \"A\" {\r\n  ")]
    [InlineData("cohort a \"A\" {\n  include any {\n    }$0", "}", "cohort a \"A\" {\n  include any {\n  }")]
    [InlineData("cohort a \"A\" {\n      }$0", "}", "cohort a \"A\" {\n}")]
    [InlineData("cohort a \"A\" { }$0", "}", "cohort a \"A\" { }")]
    [InlineData("\n$0", "\n", "\n")]
    [InlineData("$0", "}", "")]
    public void A_line_is_indented_as_it_is_typed(string marked, string typed, string expected)
    {
        var crlf = marked.Contains('\r', StringComparison.Ordinal);
        var at = marked.IndexOf("$0", StringComparison.Ordinal);
        var text = marked.Remove(at, 2);
        var after = Apply(text, TypingEdits.After(TestProject.Of(text), "test.medopt", at, typed));
        Assert.Equal(expected, after);
        Assert.Equal(crlf, after.Contains('\r', StringComparison.Ordinal));
    }

    /// <summary>Deterministic disorder: indentation doubled, dropped or changed to a tab, some gaps widened, blank lines added.</summary>
    private static string Disordered(string text)
    {
        var inText = false;
        var lines = text.Split('\n').Select((line, i) =>
        {
            var marks = line.Split("\"\"\"").Length - 1;
            var was = inText;
            if (marks % 2 == 1) inText = !inText;
            if (was || marks > 0) return line;
            var said = line.TrimStart();
            var starts = line.Length > 0 && said.Length == line.Length;
            return starts ? line : (i % 4) switch { 0 => line + line[..^said.Length], 1 => "\t" + said, 2 => " " + said + "   ", _ => line };
        });
        return string.Join('\n', lines).Replace(" {\n", "   {\n", StringComparison.Ordinal);
    }

    private static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        foreach (var edit in edits.OrderByDescending(e => e.Span.Start)) text = text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
        return text;
    }
}
