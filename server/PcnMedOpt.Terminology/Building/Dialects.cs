using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Rf2;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Building;

/// <summary>Which language reference sets count when a term is to be shown.</summary>
internal sealed class Dialects
{
    private const int Uk = 0;

    private readonly int[] ranks;
    private readonly int[] groups;

    /// <param name="ids">The language reference sets.</param>
    public Dialects(IReadOnlyList<long> ids)
    {
        int[] order = [.. Enumerable.Range(0, ids.Count).OrderBy(d => GroupOf(ids[d])).ThenBy(d => ids[d] switch { Rf2Ids.UkClinicalLanguage => 0, Rf2Ids.UkPharmacyLanguage => 1, _ => 2 }).ThenBy(d => ids[d])];
        ranks = new int[ids.Count];
        for (var i = 0; i < order.Length; i++) ranks[order[i]] = i;
        groups = [.. ids.Select(GroupOf)];
    }

    /// <summary>Among reference sets that take a description as preferred, the place of the one that counts most; a large number where none does.</summary>
    public int PreferredBy(ReadOnlySpan<DialectRow> rows)
    {
        var best = int.MaxValue;
        foreach (var row in rows)
            if (row.Acceptability == (byte)Acceptability.Preferred) best = Math.Min(best, ranks[row.Dialect]);
        return best;
    }

    /// <summary>The most important group that says anything; a large number where nobody does.</summary>
    public int GroupOf(ReadOnlySpan<DialectRow> rows)
    {
        var best = int.MaxValue;
        foreach (var row in rows) best = Math.Min(best, groups[row.Dialect]);
        return best;
    }

    /// <summary>How the reference sets of a group take a description.</summary>
    public Acceptability Of(ReadOnlySpan<DialectRow> rows, int group)
    {
        var best = Acceptability.None;
        foreach (var row in rows)
            if (groups[row.Dialect] == group && (Acceptability)row.Acceptability > best) best = (Acceptability)row.Acceptability;
        return best;
    }

    /// <summary>The UK's, by the namespace of their identifiers; then English of Great Britain; then others; English of the United States last.</summary>
    private static int GroupOf(long id)
    {
        var space = Sctid.NamespaceOf(id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return space is Rf2Ids.UkClinicalNamespace or Rf2Ids.UkDrugNamespace ? Uk : id switch { Rf2Ids.GreatBritainLanguage => 1, Rf2Ids.UnitedStatesLanguage => 3, _ => 2 };
    }
}
