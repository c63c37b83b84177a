using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Core.Formatting;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Language;

/// <summary>docs/grammar.ebnf is the grammar: its sentences are read without a finding, formatted, and given back.</summary>
public sealed class GrammarTests
{
    private static readonly EbnfGrammar Grammar = new(File.ReadAllText(Repository.PathOf("docs", "grammar.ebnf")));

    private static readonly int Runs = TestSize.Of(usual: 1_500, full: 20_000);

    [Fact]
    public void Every_word_of_the_grammar_is_a_word_of_the_lexer() =>
        Assert.All(Grammar.Words.Where(w => char.IsAsciiLetter(w[0])), w => Assert.True(EbnfGrammar.IsWord(w), w));

    [Fact]
    public void Every_word_of_the_lexer_is_in_the_grammar_or_reserved() =>
        Assert.All(TokenText.AllWords, w => Assert.True(Grammar.Words.Contains(w) || TokenText.IsReserved(w), w));

    [Theory]
    [InlineData("declaration")]
    [InlineData("condition")]
    public void Its_sentences_are_read_and_given_back(string production) => Prop.ForAll<byte[]>(numbers =>
    {
        var sentence = Grammar.Sentence(production, new Choices(numbers));
        var text = production == "declaration" ? sentence : $"cohort c {{ include all {{ \"l\": {sentence} }} }}";
        AssertRead(text);
        var formatted = Formatter.Format(text);
        AssertRead(formatted);
        Assert.Equal(formatted, Formatter.Format(formatted));
        Assert.Equal(Tokens(text), Tokens(formatted));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithStartSize(30).WithEndSize(400).WithReplay(7, 7));

    /// <summary>What the grammar allows and a finding refuses is a matter of values, such as a unit that is spelled otherwise, and not of reading.</summary>
    private static void AssertRead(string text)
    {
        foreach (var slice in Slicer.Cut(text))
        {
            var findings = SyntaxFindings.Of(slice.Parsed).Concat(FactsReader.Read(slice.Parsed).Findings).Where(f => f.Kind != LexicalFindings.UpperCaseName).ToList();
            Assert.True(findings.Count == 0, $"{findings.FirstOrDefault()?.Message}\n{text}");
        }
    }

    private static IEnumerable<string> Tokens(string text) =>
        Slicer.Cut(text).SelectMany(s => s.Parsed.Lexed.Tokens).Where(t => t.Kind != TokenKind.End).Select(t => t.Text);
}
