using System.Collections.Immutable;

namespace PcnMedOpt.Core.Counting;

/// <summary>
/// What ties the numbers of criteria of which each takes patients in its turn. Of those for whom a criterion holds it takes those whom none before it took; of
/// those whom it takes, alone are those for whom none after it holds. These equations are all that there is: whole numbers of 0 or more that satisfy them belong to some patients
/// (a patient who is taken by one and holds later ones is given to those in turn: Hall's theorem, the later ones of each being nested).
/// </summary>
internal static class UnionRelations
{
    public static void Add(Ledger ledger, ImmutableArray<int> holds, ImmutableArray<int> alone, ImmutableArray<int> taken)
    {
        var last = holds.Length - 1;
        long Over(int more, int less) => Math.Max(0, ledger.ValueOf(more) - ledger.ValueOf(less));
        var earlier = holds.Select((h, i) => ledger.Implied(i == 0 ? 0 : Over(h, taken[i]))).ToImmutableArray();
        var later = taken.Select((t, i) => ledger.Implied(i == last ? 0 : Over(t, alone[i]))).ToImmutableArray();
        for (var i = 0; i <= last; i++)
        {
            if (i > 0) ledger.Equal([holds[i]], [taken[i], earlier[i]]);
            ledger.Equal([taken[i]], i == last ? [alone[i]] : [alone[i], later[i]]);
            if (i > 0) ledger.AtMost([earlier[i]], later[..i]);
            if (i < last) ledger.AtMost(later[i..last], earlier[(i + 1)..]);
        }
    }
}
