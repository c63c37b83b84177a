using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Lsp.Recording;

namespace PcnMedOpt.Tests.Lsp;

/// <summary>A scrambled text is the same to the language, and another to a reader.</summary>
public sealed class ScramblerTests
{
    public static TheoryData<string> Protocols =>
        [.. Directory.EnumerateFiles(Repository.PathOf("protocols"), "*.medopt", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Repository.PathOf("protocols"), f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Protocols))]
    public void Tokens_lengths_and_lines_stay(string path)
    {
        var text = File.ReadAllText(Repository.PathOf("protocols", path));
        var scrambled = new Scrambler(new Random(1)).Source(text);
        Assert.Equal(Shape(text), Shape(scrambled));
        Assert.Equal(text.Select((c, i) => c is '\n' ? i : -1), scrambled.Select((c, i) => c is '\n' ? i : -1));
    }

    [Fact]
    public void Words_of_texts_comments_and_names_are_replaced_and_keywords_and_units_stay()
    {
        const string Source = "/// Secret words.\ncohort secret \"Secret Words\" {\n  include any { \"Words 12\": words in 80 mmol/mol since 2020-02-29 } // words: 12\n}\n";
        var scrambled = new Scrambler(new Random(1)).Source(Source);
        Assert.Matches(@"^/// [A-Z]\w{5} \w{5}\.\ncohort \w{6} ""[A-Z]\w{5} [A-Z]\w{4}"" \{\n  include any \{ ""[A-Z]\w{4} \d\d"": \w{5} in \d\d mmol/mol since \d{4}-\d\d-\d\d \} // \w{5}: \d\d\n\}\n$", scrambled);
        foreach (var word in new[] { "ecret", "ords", "80 ", "12", "2020" })
            Assert.DoesNotContain(word, scrambled, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_word_is_always_the_same_and_different_words_stay_different()
    {
        var scrambler = new Scrambler(new Random(1));
        string[] words = [.. Enumerable.Range(0, 2000).Select(i => $"name_{i}")];
        var first = words.Select(scrambler.Text).ToList();
        Assert.Equal(first, words.Select(scrambler.Text));
        Assert.Equal(words.Length, first.Distinct().Count());
        Assert.Equal("file:///%C3", scrambler.Text("file:///%C3"));
        Assert.EndsWith(".medopt", scrambler.Text("secret.medopt"), StringComparison.Ordinal);
        Assert.Matches("""^\{ "organisation": "\w{6}" \}$""", scrambler.Settings("""{ "organisation": "Secret" }"""));
    }

    [Fact]
    public void Codes_keep_right_and_wrong_check_digits()
    {
        var scrambler = new Scrambler(new Random(1));
        foreach (var code in new[] { "195967001", "1239511000000100", "195967002" })
        {
            var other = scrambler.Text(code);
            Assert.NotEqual(code, other);
            Assert.Equal(Core.Semantics.Sctid.Check(code) == Core.Semantics.SctidProblem.None, Core.Semantics.Sctid.Check(other) == Core.Semantics.SctidProblem.None);
        }
    }

    private static List<(TokenKind, int)> Shape(string text) => [.. Slicer.Cut(text).SelectMany(slice => Lexer.Lex(slice.Text).Tokens.Select(t => (t.Kind, t.Length)))];
}
