using System.Collections.Frozen;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Hovering;

/// <summary>
/// A sentence for each word and mark of the language, from <c>keywords.txt</c>: a line is the word, then perhaps the keyword of a declaration in brackets, for a
/// word that means something else there, then a colon, a blank and the sentence. Lines that begin with # are comments.
/// </summary>
public static class KeywordHelp
{
    private const string Resource = "keywords.txt";

    private static readonly Lazy<FrozenDictionary<string, string>> Sentences = new(Read);

    /// <summary>What has a sentence: <c>step</c>, <c>step (sop)</c>.</summary>
    public static IEnumerable<string> Entries => Sentences.Value.Keys;

    public static string? Of(string word, DeclarationKind kind) =>
        Sentences.Value.GetValueOrDefault($"{word} ({kind.ToString().ToLowerInvariant()})") ?? Sentences.Value.GetValueOrDefault(word);

    /// <summary>A mark that a reader may ask about.</summary>
    internal static bool IsMark(TokenKind kind) => kind is >= TokenKind.ShiftLeft and <= TokenKind.Arrow or TokenKind.Percent;

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(KeywordHelp).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(stream);
        return (from line in reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n')
                where line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)
                let colon = line.IndexOf(": ", StringComparison.Ordinal)
                select (Word: line[..colon], Sentence: line[(colon + 2)..])).ToFrozenDictionary(l => l.Word, l => l.Sentence, StringComparer.Ordinal);
    }
}
