using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Completion;

/// <summary>A code that the project knows, with its term and the code sets that name it, themselves or by a list.</summary>
public sealed record KnownCode(long Id, string Term, ImmutableArray<string> Sets);

/// <summary>Every code that the project's code sets and their lists name.</summary>
public static class CodeSearch
{
    /// <summary>One letter goes with half of all codes: so many are looked at.</summary>
    private const int MostLookedAt = 5000;

    /// <summary>The best codes whose words begin with those that were typed: first whose term begins so, then the shorter terms.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="typed">What was typed; without letters and digits nothing is found.</param>
    /// <param name="system">Only codes of sets of this terminology; null for both.</param>
    /// <param name="most">How many.</param>
    public static IReadOnlyList<KnownCode> Find(Compilation compilation, string typed, CodeSystem? system, int most)
    {
        var words = Words.Of(typed);
        if (words.Length == 0) return [];
        var sources = Sources(compilation, system);
        var best = Each(sources).SelectMany(s => s.Find(words)).Take(MostLookedAt)
            .OrderBy(c => c.Term.StartsWith(words[0], StringComparison.OrdinalIgnoreCase) ? 0 : 1).ThenBy(c => c.Term.Length == 0).ThenBy(c => c.Term.Length)
            .ThenBy(c => c.Term, StringComparer.Ordinal).ThenBy(c => c.Id)
            .DistinctBy(c => c.Id).Take(most).ToList();
        return WithSets(best, sources);
    }

    /// <summary>One code; null when the project does not know it.</summary>
    public static KnownCode? Of(Compilation compilation, long id)
    {
        var sources = Sources(compilation, null);
        var terms = Each(sources).SelectMany(s => s.Codes).Where(c => c.Id == id).OrderBy(c => c.Term.Length == 0).Take(1).ToList();
        return WithSets(terms, sources).FirstOrDefault();
    }

    private static List<KnownCode> WithSets(List<(long Id, string Term)> codes, List<(CodeTerms Terms, string Set)> sources)
    {
        if (codes.Count == 0) return [];
        var sets = codes.ToDictionary(c => c.Id, _ => new List<string>());
        foreach (var (source, name) in sources)
            foreach (var (id, _) in source.Codes)
                if (sets.TryGetValue(id, out var found)) found.Add(name);
        return [.. codes.Select(c => new KnownCode(c.Id, c.Term, [.. sets[c.Id].Distinct().Order(StringComparer.Ordinal)]))];
    }

    /// <summary>What holds codes, each once: several sets may take in one list.</summary>
    private static IEnumerable<CodeTerms> Each(List<(CodeTerms Terms, string Set)> sources) => sources.Select(s => s.Terms).Distinct();

    /// <summary>What holds codes, and the code set that takes it in.</summary>
    private static List<(CodeTerms Terms, string Set)> Sources(Compilation compilation, CodeSystem? system)
    {
        var sources = new List<(CodeTerms, string)>();
        foreach (var declaration in compilation.Names.Declarations)
        {
            if (declaration.Facts.Codes is not { } definition || (system is not null && definition.System != system)) continue;
            if (!definition.Entries.IsEmpty) sources.Add((CodeTerms.Of(definition), definition.Name));
            foreach (var reference in definition.Lists)
                if (compilation.List(reference) is { } list) sources.Add((CodeTerms.Of(list), definition.Name));
        }
        return sources;
    }
}
