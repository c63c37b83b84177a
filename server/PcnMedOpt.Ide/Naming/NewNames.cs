using System.Text.RegularExpressions;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Naming;

/// <summary>Whether a word can be a name, and names that nothing has yet.</summary>
public static partial class NewNames
{
    private const int Longest = 48;

    /// <summary>Why a word cannot be a name, in a sentence; null when it can.</summary>
    public static string? WhyNot(string word)
    {
        if (word.Length == 0) return "A name has at least one letter.";
        if (Name().IsMatch(word)) return TokenText.IsReserved(word) ? $"'{word}' is a word of the language and cannot be a name." : null;
        var lower = word.ToLowerInvariant();
        return Name().IsMatch(lower)
            ? $"Names are written in lower case: write {lower}."
            : $"'{word}' is not a name: names are made of small letters, digits and _, and begin with a letter.";
    }

    /// <summary>A name for what a title or label says, which nothing in the project is called or uses.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="title">What it says.</param>
    /// <param name="prefix">What goes before it when it begins with no letter.</param>
    public static string For(Compilation compilation, string title, string prefix)
    {
        var words = Letters().Replace(title.ToLowerInvariant(), "_").Trim('_');
        if (words.Length == 0 || !char.IsAsciiLetterLower(words[0])) words = $"{prefix}_{words}".TrimEnd('_');
        return Free(compilation, Shortened(words));
    }

    /// <summary>The name, with a number behind it when it is taken.</summary>
    public static string Free(Compilation compilation, string name)
    {
        var taken = compilation.Names.All.Concat(compilation.Files.Values.SelectMany(f => f.UsedNames).Select(u => u.Name)).ToHashSet(StringComparer.Ordinal);
        if (!taken.Contains(name) && !TokenText.IsReserved(name)) return name;
        for (var i = 2; ; i++)
            if ($"{name}_{Numbers.Shown((decimal)i)}" is var next && !taken.Contains(next)) return next;
    }

    private static string Shortened(string words)
    {
        if (words.Length <= Longest) return words;
        var end = words.LastIndexOf('_', Longest);
        return words[..(end > 0 ? end : Longest)];
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
