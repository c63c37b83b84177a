using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>The terms that the lists of a project give their codes. Gathered once for the same lists.</summary>
internal sealed class ListedTerms
{
    private static readonly ConditionalWeakTable<CodeList, ListedTerms> Last = [];
    private static readonly ListedTerms None = new([]);

    private readonly ImmutableArray<(string Path, CodeList List)> lists;
    private readonly Dictionary<long, ImmutableArray<(string Where, string Term)>> terms = [];

    private ListedTerms(ImmutableArray<(string Path, CodeList List)> lists)
    {
        this.lists = lists;
        foreach (var (path, list) in lists)
            foreach (var row in list.Codes.Where(r => r.Term.Length > 0))
                terms[row.Id] = [.. Of(row.Id), (path, row.Term)];
    }

    public static ListedTerms In(ImmutableArray<(string Path, CodeList List)> lists)
    {
        if (lists.IsEmpty) return None;
        var first = lists[0].List;
        if (!Last.TryGetValue(first, out var known) || !known.lists.SequenceEqual(lists)) Last.AddOrUpdate(first, known = new ListedTerms(lists));
        return known;
    }

    public ImmutableArray<(string Where, string Term)> Of(long code) => terms.GetValueOrDefault(code, []);
}
