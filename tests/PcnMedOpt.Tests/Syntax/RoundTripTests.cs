using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Core.Formatting;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Syntax;

/// <summary>The text is never lost: slices are the file, tokens are the slice, and formatting keeps every token and comment.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Sources => [.. Texts.Keys];

    private static readonly Dictionary<string, string> Texts = Directory.GetFiles(Repository.Root, "*.medopt", SearchOption.AllDirectories)
        .Where(f => !f.Contains("node_modules", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal)
            && !f.StartsWith(Repository.PathOf("client-vscode", "starter"), StringComparison.Ordinal))
        .ToDictionary(f => Path.GetRelativePath(Repository.Root, f), File.ReadAllText);

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_prefix_of_a_source_is_read_and_given_back(string source)
    {
        var text = Texts[source];
        var step = Math.Max(1, text.Length / 400);
        for (var length = 0; length <= text.Length; length += step) AssertGivenBack(text[..length]);
        AssertGivenBack(text);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Formatting_twice_is_formatting_once(string source)
    {
        var text = Texts[source];
        AssertFormats(text);
        AssertFormats(text.ReplaceLineEndings("\r\n"));
        AssertFormats(text.Replace("\n", " ", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_text_is_given_back() =>
        Prop.ForAll<byte[]>(numbers => AssertGivenBack(Scrambled(numbers))).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(200).WithReplay(1, 1));

    /// <summary>Pieces of the language in any order, with characters that are none of it.</summary>
    internal static string Scrambled(byte[] numbers)
    {
        string[] pieces =
        [
            "cohort ", "codes ", "x ", "\"", "\"T\" ", "{ ", "} ", "(", ")", "[evidence e]", "\n", "\r\n", "\n\ncohort a {\n", "|", "|term| ", "\"\"\"", "//", "/*", "*/", "/// d\n", "2026-11-20",
            "2026-13-45", "1.02E+15", "≥", "“a”", "10*9/L", "×10⁹/L", "mL/min/{1.73_m2}", "age ", ">= ", "75 ", "years ", "and ", "or ", "not ", "no ", "recorded ", "in last 6 months ", "latest of ",
            "\uFEFF", "\0", "\uD800", "é", "include any {\n", "example \"e\" {\n", "template t { step 1 }\n", "<<", "^", "parameter p = 1 allow 0 to 2\n", ",", ":", ".", "%", "-", "->", "\t",
        ];
        return string.Concat(numbers.Select(n => pieces[n % pieces.Length]));
    }

    private static void AssertGivenBack(string text)
    {
        var slices = Slicer.Cut(text);
        Assert.Equal(text, string.Concat(slices.Select(s => s.Text)));
        foreach (var slice in slices)
        {
            var parsed = slice.Parsed;
            Assert.Equal(slice.Text, parsed.Leading + string.Concat(parsed.Lexed.Tokens.Select(t => t.Text + t.Trivia)));
            if (parsed.Declaration is { } declaration)
                foreach (var node in declaration.DescendantsAndSelf()) Assert.InRange(node.Span.End, node.Span.Start, slice.Text.Length);
            foreach (var finding in FactsReader.Read(parsed).Findings)
            {
                Assert.InRange(finding.Span.End, 0, slice.Text.Length);
                Assert.NotEmpty(finding.Message);
            }
        }
    }

    private static void AssertFormats(string text)
    {
        var once = Formatter.Format(text);
        Assert.Equal(once, Formatter.Format(once));
        Assert.Equal(Tokens(text), Tokens(once));
        Assert.Equal(Comments(text), Comments(once));
    }

    private static IEnumerable<string> Tokens(string text) =>
        Slicer.Cut(text).SelectMany(s => s.Parsed.Lexed.Tokens).Where(t => t.Kind != TokenKind.End).Select(t => t.Text.ReplaceLineEndings("\n"));

    private static IEnumerable<string> Comments(string text) => Slicer.Cut(text).SelectMany(s => s.Parsed.Lexed.Tokens.Select(t => t.Trivia).Prepend(s.Parsed.Leading))
        .SelectMany(t => t.ReplaceLineEndings("\n").Split('\n')).Select(l => l.Trim()).Where(l => l.StartsWith('/'));
}
