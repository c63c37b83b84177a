using System.Globalization;
using System.Text;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Emit.Emis.Importing;

/// <summary>Names of the language from what people wrote: lower_snake_case, each once, none a word of the language.</summary>
internal sealed class ImportNames
{
    private const int Longest = 60;

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public string Of(string text, string otherwise)
    {
        var name = Name(text);
        if (name.Length == 0) name = otherwise;
        else if (!IsName(name)) name = $"{otherwise}_{name}";
        var unique = name;
        for (var number = 2; !taken.Add(unique); number++) unique = string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");
        return unique;
    }

    /// <summary>Keeps a name for who asks for it by itself.</summary>
    public bool Take(string name) => taken.Add(name);

    private static string Name(string text)
    {
        var name = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) name.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && name.Length > 0 && name[^1] != '_') name.Append('_');
        }
        var whole = name.ToString().TrimEnd('_');
        return whole.Length <= Longest ? whole : whole[..Longest].TrimEnd('_');
    }

    private static bool IsName(string name) => Lexer.Lex(name).First is { IsName: true } first && first.Length == name.Length;
}
