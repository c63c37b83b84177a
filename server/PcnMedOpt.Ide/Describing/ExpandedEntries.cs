using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Describing;

/// <summary>An entry that stands for other codes than its own, with what a lock or release expands it to.</summary>
/// <param name="Written">As it is written, such as <c>&lt;&lt; 195967001 |Asthma|</c>.</param>
/// <param name="Codes">The codes that it stands for, its own among them where it means itself too.</param>
/// <param name="Span">Where it stands in the declaration's slice; null for the expression of a whole set.</param>
public sealed record ExpandedEntry(string Written, ImmutableArray<PinnedCode> Codes, TextSpan? Span);

/// <summary>What the entries of a code set stand for.</summary>
public static class ExpandedEntries
{
    /// <summary>Those that were expanded, in the order of the text.</summary>
    public static IEnumerable<ExpandedEntry> Of(CodeSetDefinition definition, PinnedSet pinned)
    {
        if (definition.Ecl is { } ecl && pinned.Of(PinnedWhy.Ecl) is { } found) yield return new ExpandedEntry($"ecl \"{ecl}\"", found, null);
        foreach (var entry in definition.Entries)
            if (Of(definition, pinned, entry) is { } expanded) yield return expanded;
        foreach (var entry in definition.Excepted)
            if (Of(definition, pinned, entry) is { } expanded) yield return expanded with { Written = $"except {expanded.Written}" };
    }

    /// <summary>Null for an entry that means its own code alone, and for one that could not be expanded.</summary>
    public static ExpandedEntry? Of(CodeSetDefinition definition, PinnedSet pinned, CodeEntry entry)
    {
        if (entry.Code.Id is not { } id || CodeSetResolver.PartOf(definition.System, entry) is not { } part || pinned.Of(PinnedWhy.Of(part)) is not { } codes) return null;
        if (entry.Mark is not (CodeMark.Members or CodeMark.Descendants) && !codes.Any(c => c.Id == id))
            codes = codes.Insert(0, pinned.Find(id) ?? new PinnedCode(id, entry.Code.Term ?? "", [PinnedWhy.Written]));
        return new ExpandedEntry($"{Mark(entry.Mark)}{CodeSetLines.Code(id, entry.Code.Term)}", codes, entry.Span);
    }

    private static string Mark(CodeMark mark) => mark switch
    {
        CodeMark.SelfAndDescendants => "<< ",
        CodeMark.Descendants => "< ",
        CodeMark.Members => "^ ",
        CodeMark.Self => "",
        _ => $"{mark.ToString().ToLowerInvariant()} ",
    };
}
