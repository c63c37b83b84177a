using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>The codes of a declaration beside what the lock or the release says of them.</summary>
internal static class NamedCodes
{
    /// <summary>Those that it writes out, and of which something is known.</summary>
    public static IEnumerable<(WrittenCode Code, PinnedCode Known)> Written(DeclarationMeaning declaration)
    {
        if (declaration.Pinned is not { } pinned) yield break;
        var codes = declaration.Facts.Codes is { } set ? set.Entries.Concat(set.Excepted).Select(e => e.Code) : declaration.Facts.CodesOutsideSets;
        foreach (var code in codes)
            if (code.Id is { } id && pinned.Find(id) is { } known) yield return (code, known);
    }

    /// <summary>Its entries, without what it leaves out, of which something is known.</summary>
    public static IEnumerable<(CodeEntry Entry, PinnedCode Known)> Entries(DeclarationMeaning declaration)
    {
        if (declaration.Pinned is not { } pinned) yield break;
        foreach (var entry in declaration.Facts.Codes?.Entries ?? [])
            if (entry.Code.Id is { } id && pinned.Find(id) is { } known) yield return (entry, known);
    }

    /// <summary>The codes of each list of which something is to be said: retired ones, unknown ones, packs.</summary>
    public static IEnumerable<(ListReference List, ImmutableArray<PinnedCode> Codes)> Listed(DeclarationMeaning declaration)
    {
        if (declaration.Pinned is not { } pinned) yield break;
        foreach (var list in declaration.Facts.Codes?.Lists ?? [])
            if (pinned.Of(PinnedWhy.From(list)) is { IsEmpty: false } codes) yield return (list, codes);
    }

    /// <summary>The codes of each list of which something holds; lists without any are left out.</summary>
    public static IEnumerable<(ListReference List, List<(long Id, string Term)> Codes)> Listed(DeclarationMeaning declaration, Func<PinnedCode, bool> holds) =>
        from listed in Listed(declaration)
        let codes = listed.Codes.Where(holds).Select(c => (c.Id, c.Term)).ToList()
        where codes.Count > 0
        select (listed.List, codes);

    /// <summary>As a sentence names it: <c>123 |Asthma|</c>.</summary>
    public static string Shown(long id, string term) => term.Length == 0 ? $"{id}" : $"{id} |{term}|";

    /// <summary>The first few, and how many more: "123 |Asthma|, 456 |Eczema| and 12 more".</summary>
    public static string Some(IReadOnlyCollection<(long Id, string Term)> codes, int most = 3)
    {
        var first = codes.Take(most).Select(c => Shown(c.Id, c.Term)).ToList();
        return codes.Count <= most ? Listing.And(first) : $"{string.Join(", ", first)} and {codes.Count - most} more";
    }

    /// <summary>A term may stand between bars, and ends with its line.</summary>
    public static bool CanBeWritten(string term) => term.Length > 0 && !term.AsSpan().ContainsAny("|\r\n");
}
