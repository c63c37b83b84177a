using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Semantics.Pinning;

/// <summary>
/// The hash of what a declaration names: its entries, terms, lists and expression, and not its layout, comments and units, so that only what
/// changes its codes makes a lock stale. Its past, and the EMIS codes of one that has to be written out, depend on the codes of the sets that it
/// takes in or leaves out, and so on what they name too.
/// </summary>
public static class PinnedText
{
    private static readonly ConditionalWeakTable<CodeList, string> Hashes = [];

    /// <param name="definition">The set.</param>
    /// <param name="find">Another set by its name.</param>
    /// <param name="list">The codes of a file.</param>
    public static string Of(CodeSetDefinition definition, Func<string, CodeSetDefinition?> find, Func<ListReference, CodeList?> list)
    {
        var text = new StringBuilder();
        Append(text, definition, list);
        foreach (var other in Closure(definition, find)) Append(text, other, list);
        return ContentHash.Of(text.ToString());
    }

    /// <summary>Of a declaration that is no code set: the codes that it writes out.</summary>
    public static string Of(ImmutableArray<WrittenCode> codes) => ContentHash.Of(string.Join('\n', codes.Select(c => $"{c.Text} {c.Term}")));

    /// <summary>Of a list: its codes and terms, whatever its other columns, the order of its rows and the ends of its lines.</summary>
    private static string Of(CodeList list) => ContentHash.Of(string.Join('\n', list.Codes.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Id} {c.Term}"))));

    private static void Append(StringBuilder text, CodeSetDefinition set, Func<ListReference, CodeList?> list)
    {
        text.Append(CultureInfo.InvariantCulture, $"{set.System} {set.History}\n");
        foreach (var entry in set.Entries) Append(text, entry);
        foreach (var entry in set.Excepted) Append(text.Append("except "), entry);
        foreach (var name in set.Included) text.Append(CultureInfo.InvariantCulture, $"include {name.Name}\n");
        foreach (var name in set.ExceptedSets) text.Append(CultureInfo.InvariantCulture, $"except {name.Name}\n");
        if (set.Expression is { } expression) text.Append(CultureInfo.InvariantCulture, $"= {expression.Operator} {string.Join(' ', expression.Sets.Select(s => s.Name))}\n");
        if (set.Ecl is { } ecl) text.Append(CultureInfo.InvariantCulture, $"ecl {ecl}\n");
        foreach (var reference in set.Lists)
            text.Append(CultureInfo.InvariantCulture, $"from {reference.Path} {(list(reference) is { } codes ? Hashes.GetValue(codes, Of) : "")}\n");
    }

    private static void Append(StringBuilder text, CodeEntry entry) =>
        text.Append(CultureInfo.InvariantCulture, $"{entry.Mark}{(entry.Only ? " only" : "")} {entry.Code.Text} {entry.Code.Term} {entry.Cluster}\n");

    /// <summary>The sets that a set takes in or leaves out, and theirs, by name.</summary>
    private static IEnumerable<CodeSetDefinition> Closure(CodeSetDefinition definition, Func<string, CodeSetDefinition?> find)
    {
        var seen = new SortedDictionary<string, CodeSetDefinition>(StringComparer.Ordinal);
        Collect(definition);
        return seen.Values;

        void Collect(CodeSetDefinition set)
        {
            foreach (var name in set.Named)
                if (find(name.Name) is { } other && seen.TryAdd(other.Name, other)) Collect(other);
        }
    }
}
