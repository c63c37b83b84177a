using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Completion;

/// <summary>
/// The codes that one code set writes out, or one list holds, made ready to be searched by the beginnings of words. Made once for a definition or
/// list, which stay the same objects through edits elsewhere, and let go with them.
/// </summary>
internal sealed class CodeTerms
{
    private static readonly ConditionalWeakTable<CodeSetDefinition, CodeTerms> OfDefinitions = [];
    private static readonly ConditionalWeakTable<CodeList, CodeTerms> OfLists = [];

    private readonly ImmutableArray<(long Id, string Term)> codes;

    /// <summary>For each code a blank, its identifier and the words of its term in lower case with a blank before each: one text, so that looking for a word is one search.</summary>
    private readonly string text;

    private readonly int[] starts;

    /// <param name="codes">The codes.</param>
    /// <param name="name">The code set that writes them out: the words of its name are searched too.</param>
    private CodeTerms(ImmutableArray<(long Id, string Term)> codes, string name = "")
    {
        var names = name.Length == 0 ? "" : " " + name.Replace('_', ' ');
        this.codes = codes;
        starts = new int[codes.Length];
        var all = new StringBuilder();
        for (var i = 0; i < codes.Length; i++)
        {
            starts[i] = all.Length;
            all.Append(' ').Append(CultureInfo.InvariantCulture, $"{codes[i].Id}").Append(' ');
            all.AppendJoin(' ', Words.Of(codes[i].Term));
            all.Append(names).Append('\n');
        }
        text = all.ToString();
    }

    public ImmutableArray<(long Id, string Term)> Codes => codes;

    public static CodeTerms Of(CodeSetDefinition definition) => OfDefinitions.GetValue(
        definition, static d => new CodeTerms([.. d.Entries.Where(e => e.Code.IsConcept).Select(e => (e.Code.Id ?? 0, e.Code.Term ?? ""))], d.Name));

    public static CodeTerms Of(CodeList list) => OfLists.GetValue(list, static l => new CodeTerms([.. l.Codes.Select(c => (c.Id, c.Term))]));

    /// <summary>The codes whose words, in any order, begin with those that were typed.</summary>
    public IEnumerable<(long Id, string Term)> Find(IReadOnlyList<string> words)
    {
        var rarest = " " + words.MaxBy(w => w.Length);
        for (var hit = text.IndexOf(rarest, StringComparison.Ordinal); hit >= 0;)
        {
            var index = Array.BinarySearch(starts, hit);
            if (index < 0) index = ~index - 1;
            var end = index + 1 < starts.Length ? starts[index + 1] : text.Length;
            if (Holds(index, end, words)) yield return codes[index];
            hit = end < text.Length ? text.IndexOf(rarest, end, StringComparison.Ordinal) : -1;
        }
    }

    private bool Holds(int index, int end, IReadOnlyList<string> words)
    {
        var code = text.AsSpan(starts[index], end - starts[index]);
        foreach (var word in words)
            if (!HoldsWord(code, word)) return false;
        return true;
    }

    private static bool HoldsWord(ReadOnlySpan<char> code, string word)
    {
        for (var at = code.IndexOf(word, StringComparison.Ordinal); at >= 0;)
        {
            if (code[at - 1] == ' ') return true;
            var next = code[(at + 1)..].IndexOf(word, StringComparison.Ordinal);
            at = next < 0 ? -1 : at + 1 + next;
        }
        return false;
    }
}
