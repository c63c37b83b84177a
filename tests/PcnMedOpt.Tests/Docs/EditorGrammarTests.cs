using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Docs;

/// <summary>The colours that an editor shows before the server answers.</summary>
public sealed class EditorGrammarTests
{
    /// <summary>The file is generated from the grammar of the documentation: client-vscode/syntaxes/generate.mjs.</summary>
    [Fact]
    public void Every_keyword_of_the_lexer_has_a_colour()
    {
        var grammar = JObject.Parse(File.ReadAllText(Repository.PathOf("client-vscode", "syntaxes", "medopt.tmLanguage.json")));
        var patterns = grammar.SelectTokens("repository.keyword.patterns[*].match").Select(m => new Regex($"^(?:{(string?)m})$", RegexOptions.CultureInvariant)).ToList();
        Assert.Equal(4, patterns.Count);
        var keywords = Enum.GetNames<TokenKind>().Where(n => n.EndsWith("Word", StringComparison.Ordinal) && n != nameof(TokenKind.CasedWord)).Select(n => n[..^"Word".Length].ToLowerInvariant());
        Assert.All(keywords, k => Assert.Contains(patterns, p => p.IsMatch(k)));
    }
}
