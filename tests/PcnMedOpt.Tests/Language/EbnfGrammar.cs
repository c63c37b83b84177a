using System.Text;
using System.Text.RegularExpressions;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Language;

/// <summary>Reads docs/grammar.ebnf and makes sentences of it.</summary>
public sealed partial class EbnfGrammar
{
    private readonly Dictionary<string, Expression> productions = new(StringComparer.Ordinal);

    /// <summary>How deep the shallowest sentence of a production is: the way out when one has gone deep enough.</summary>
    private readonly Dictionary<string, int> heights = new(StringComparer.Ordinal);

    public EbnfGrammar(string text)
    {
        var plain = Comments().Replace(text, " ");
        foreach (Match production in Productions().Matches(plain))
            productions[production.Groups["name"].Value] = new Reader(Tokens().Matches(production.Groups["body"].Value).Select(m => m.Value).ToList()).Alternatives();
        for (var pass = 0; pass < productions.Count; pass++)
            foreach (var (name, body) in productions) heights[name] = Height(body);
    }

    private abstract record Expression;

    private sealed record Word(string Text) : Expression;

    private sealed record Named(string Name) : Expression;

    private sealed record Row(IReadOnlyList<Expression> Parts) : Expression;

    private sealed record OneOf(IReadOnlyList<Expression> Choices) : Expression;

    private sealed record Maybe(Expression Inner, bool Repeated) : Expression;

    public IEnumerable<string> Names => productions.Keys;

    /// <summary>Every word that the grammar writes in quotation marks.</summary>
    public IEnumerable<string> Words => productions.Values.SelectMany(WordsOf).Distinct(StringComparer.Ordinal);

    /// <summary>A sentence of a production, made by choices; when they run out it is the shortest way on.</summary>
    public string Sentence(string production, Choices choices)
    {
        var text = new StringBuilder();
        Write(new Named(production), choices, text, 0);
        return text.ToString();
    }

    private static IEnumerable<string> WordsOf(Expression expression) => expression switch
    {
        Word word => [word.Text],
        Row row => row.Parts.SelectMany(WordsOf),
        OneOf one => one.Choices.SelectMany(WordsOf),
        Maybe maybe => WordsOf(maybe.Inner),
        _ => [],
    };

    private int Height(Expression expression) => expression switch
    {
        Row row => row.Parts.Select(Height).DefaultIfEmpty(0).Max(),
        OneOf one => one.Choices.Min(Height),
        Named named => productions.ContainsKey(named.Name) ? Math.Min(1000, heights.GetValueOrDefault(named.Name, 1000) + 1) : 0,
        _ => 0,
    };

    private void Write(Expression expression, Choices choices, StringBuilder text, int depth)
    {
        switch (expression)
        {
            case Word word: text.Append(word.Text).Append(' '); break;
            case Row row:
                foreach (var part in row.Parts) Write(part, choices, text, depth + 1);
                break;
            case OneOf one: Write(depth > 60 ? one.Choices.MinBy(Height)! : one.Choices[choices.Next(one.Choices.Count)], choices, text, depth + 1); break;
            case Maybe maybe:
                for (var times = choices.Next(maybe.Repeated ? 3 : 2); times > 0 && depth < 60; times--) Write(maybe.Inner, choices, text, depth + 1);
                break;
            case Named named when productions.TryGetValue(named.Name, out var body): Write(body, choices, text, depth + 1); break;
            case Named token: text.Append(Sample(token.Name, choices)).Append(' '); break;
        }
    }

    private static string Sample(string token, Choices choices) => token switch
    {
        "NAME" => choices.Of("alpha", "smr_done", "x1", "step", "test", "weight", "value_set", "kilo"),
        "STRING" => choices.Of("\"A text\"", "\"\"", "\"With \\\"marks\\\" // and { braces }\""),
        "TEXT" => choices.Of("\"\"\"One line\"\"\"", "\"\"\"\n    Two\n    lines with { braces } and \"marks\"\n    \"\"\""),
        "TERM" => choices.Of("|Asthma|", "|A \"term\" // with marks|"),
        "DATE" => choices.Of("2026-11-20", "2024-02-29"),
        "NUMBER" => choices.Of("12", "3.5", "0", "195967001"),
        "DOTTED" => "2026.2.1",
        "UNIT" => choices.Of("10*9/L", "mL/min/{1.73_m2}", "mm[Hg]", "umol/L", "kg"),
        "OTHERWORD" => choices.Of("mL", "U"),
        _ => throw new InvalidOperationException($"The grammar names '{token}', which is neither a production nor a token."),
    };

    private sealed class Reader(List<string> tokens)
    {
        private int at;

        public Expression Alternatives()
        {
            var choices = new List<Expression> { Row() };
            while (Take("|")) choices.Add(Row());
            return choices.Count == 1 ? choices[0] : new OneOf(choices);
        }

        private Row Row()
        {
            var parts = new List<Expression>();
            while (at < tokens.Count && tokens[at] is not ("|" or ")" or "]" or "}")) parts.Add(Part());
            return new Row(parts);
        }

        private Expression Part()
        {
            var token = tokens[at++];
            switch (token)
            {
                case "(": return Closed(")", inner => inner);
                case "[": return Closed("]", inner => new Maybe(inner, false));
                case "{": return Closed("}", inner => new Maybe(inner, true));
                default: return token[0] == '"' ? new Word(token[1..^1]) : new Named(token);
            }
        }

        private Expression Closed(string close, Func<Expression, Expression> make)
        {
            var inner = Alternatives();
            Assert.True(Take(close), $"'{close}' expected in the grammar at {string.Join(' ', tokens.Skip(Math.Max(0, at - 5)).Take(8))}");
            return make(inner);
        }

        private bool Take(string token)
        {
            if (at >= tokens.Count || tokens[at] != token) return false;
            at++;
            return true;
        }
    }

    [GeneratedRegex(@"\(\*.*?\*\)|\(:.*?:\)", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex("(?<name>[a-z][a-z-]*)\\s*=(?<body>(?:\"[^\"]*\"|[^;\"])*);", RegexOptions.Singleline)]
    private static partial Regex Productions();

    [GeneratedRegex("\"[^\"]+\"|[A-Za-z][A-Za-z-]*|[|()\\[\\]{}]")]
    private static partial Regex Tokens();

    public static bool IsWord(string text) => TokenText.AllWords.Contains(text);
}
