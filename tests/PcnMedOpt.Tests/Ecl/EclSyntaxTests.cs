using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Ecl;

/// <summary>
/// Every form of the grammar is read (tests/ecl/valid.txt, by section of the specification), what is printed reads back as the same, and what is
/// wrong is told where it is wrong (tests/ecl/invalid.txt).
/// </summary>
public sealed class EclSyntaxTests
{
    private static readonly string Folder = Repository.PathOf("tests", "ecl");

    private static readonly string[] Invalid = File.ReadAllLines(Path.Combine(Folder, "invalid.txt"));

    public static IEnumerable<string[]> Valid => File.ReadLines(Path.Combine(Folder, "valid.txt")).Select(l => l.Split('\t'));

    [Fact]
    public void Every_section_of_the_specification_has_its_expressions() =>
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"6.{n}"), Valid.Select(v => v[0]).Distinct());

    [Fact]
    public void What_is_valid_is_read_and_printed_in_one_form() =>
        Snapshot.Check(Path.Combine(Folder, "valid.expected"), string.Concat(Valid.Select(v => $"{v[0]}\t{EclPrinter.Print(Read(v[1]))}\n")));

    [Fact]
    public void What_is_printed_reads_back_as_the_same()
    {
        foreach (var line in Valid)
        {
            var expression = Read(line[1]);
            Assert.Equal(EclTree.Of(expression), EclTree.Of(Read(EclPrinter.Print(expression))));
        }
    }

    [Fact]
    public void Blanks_and_comments_can_stand_wherever_a_blank_stands_in_the_canonical_form()
    {
        foreach (var line in Valid.Where(v => !v[1].Contains('"') && !v[1].Contains('|')))
        {
            var printed = EclPrinter.Print(Read(line[1]));
            Assert.Equal(EclTree.Of(Read(printed)), EclTree.Of(Read($"\r\n\t{printed.Replace(" ", "\n/* ** ) | \" */\t", StringComparison.Ordinal)} /**/")));
        }
    }

    [Fact]
    public void What_is_wrong_is_told_where_it_is_wrong()
    {
        var text = new StringBuilder();
        foreach (var line in Invalid)
        {
            var fault = EclParser.Parse(line).Fault;
            Assert.True(fault is not null, $"This is read: {line}");
            Assert.InRange(fault.Offset, 0, line.Length);
            text.Append(line).Append('\n').Append(' ', fault.Offset).Append("^ ").Append(fault.Message).Append("\n\n");
        }
        Snapshot.Check(Path.Combine(Folder, "invalid.expected"), text.ToString());
    }

    [Fact]
    public void No_beginning_of_an_expression_is_lost_or_crashes()
    {
        foreach (var text in Valid.Select(v => v[1]).Concat(Invalid))
            for (var length = 0; length <= text.Length; length++)
            {
                var reading = EclParser.Parse(text[..length]);
                Assert.True(reading.Expression is null != reading.Fault is null);
                Assert.True(reading.Fault is null || reading.Fault.Offset <= length);
            }
    }

    [Fact]
    public void Every_expression_of_the_page_is_read()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "ecl.md")).ReplaceLineEndings("\n");
        var shown = Regex.Matches(page, "```ecl\n(.*?)```", RegexOptions.Singleline).SelectMany(m => m.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.True(shown.Count > 15);
        foreach (var text in shown) Assert.All(EclReferences.Of(Read(text)), c => Assert.Equal(SctidProblem.None, Sctid.Check(c.Concept.Id.ToString(CultureInfo.InvariantCulture))));
    }

    private static EclExpression Read(string text)
    {
        var reading = EclParser.Parse(text);
        Assert.True(reading.Expression is not null, $"{text}\n{new string(' ', reading.Fault?.Offset ?? 0)}^ {reading.Fault?.Message}");
        return reading.Expression;
    }
}
