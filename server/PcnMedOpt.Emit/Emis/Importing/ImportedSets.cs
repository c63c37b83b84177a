using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Emit.Emis.Reading;

namespace PcnMedOpt.Emit.Emis.Importing;

/// <summary>The code sets of the protocol, in the order in which they are first needed: value sets that hold the same become one.</summary>
internal sealed class ImportedSets(ImportNames names, FindCode find, ImportFindings findings)
{
    /// <summary>What a set is called that stands for a criterion that cannot be said.</summary>
    public const string PlaceholderName = "not_imported";

    private readonly Dictionary<string, ImportedSet> byContent = new(StringComparer.Ordinal);
    private readonly List<ImportedSet> sets = [];

    public ImmutableArray<ImportedSet> All => [.. sets];

    public string Of(EmisValueSet set, CodeSystem system)
    {
        var content = $"{system} {EmisKeys.Of(set)}";
        if (byContent.TryGetValue(content, out var known)) return known.Name;
        var first = set.Values.Select(v => v.DisplayName).FirstOrDefault(d => d is { Length: > 0 });
        var title = set.Description is { Length: > 0 } described ? described : first ?? (set.Values is [{ } only, ..] ? only.Value : "No codes");
        return Add(content, ImportedSetText.Of(names.Of(title, "codes"), Line(title), system, set, find, findings));
    }

    /// <summary>A set made of others by one word of the language: or, and, except.</summary>
    public string Joined(ImmutableArray<string> parts, string word, CodeSystem system)
    {
        if (parts.Length == 1) return parts[0];
        var content = $"{system} {string.Join($" {word} ", parts)}";
        if (byContent.TryGetValue(content, out var known)) return known.Name;
        var name = names.Of(string.Join($"_{word}_", parts), "codes");
        var text = $"codes {name} {Strings.Quoted(string.Join($" {word} ", parts))} {(system == CodeSystem.Dmd ? "dmd" : "snomed")} = {string.Join($" {word} ", parts)}\n";
        return Add(content, new ImportedSet(name, text, null));
    }

    /// <summary>No code of the one is in the other, for certain.</summary>
    public bool AreApart(string one, string other) =>
        Find(one)?.Certain is { } mine && Find(other)?.Certain is { } theirs && !mine.Overlaps(theirs);

    /// <summary>An unfinished set in the place of something that cannot be said: it matches nobody, and every check says that it is unfinished.</summary>
    public string Placeholder(string why, string? wanted)
    {
        string name;
        if (wanted is not null && names.Take(wanted)) name = wanted;
        else
            for (var number = 1; !names.Take(name = string.Create(CultureInfo.InvariantCulture, $"{PlaceholderName}_{number}")); number++)
            {
            }
        return Add($"placeholder {name}", new ImportedSet(name, $"codes {name} {Strings.Quoted("Not imported")} snomed {{\nawaiting {Strings.Quoted(Line(why))}\n}}\n", null));
    }

    private ImportedSet? Find(string name) => sets.Find(s => s.Name == name);

    private string Add(string content, ImportedSet set)
    {
        byContent[content] = set;
        sets.Add(set);
        return set.Name;
    }

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
