using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Data.Counting;

/// <summary>The results of an index read as those of one code set, each when it is first asked for: most results are never looked at.</summary>
internal sealed class UsableResults(ImmutableArray<ResultValue> values, UnitClause? unit)
{
    private readonly UsableResult?[] usable = new UsableResult?[values.Length];
    private readonly bool[] read = new bool[values.Length];

    public UsableResult? this[int value]
    {
        get
        {
            if (read[value]) return usable[value];
            read[value] = true;
            return usable[value] = Results.Usable(values[value], unit);
        }
    }

    /// <summary>Which of them are usable and in a range.</summary>
    public ResultsInRange In(ValueRange range) => new(this, values.Length, range);
}

/// <summary>Which results are usable and in a range, each worked out once.</summary>
internal sealed class ResultsInRange(UsableResults results, int count, ValueRange range)
{
    private readonly Truth[] known = new Truth[count];

    private enum Truth : byte
    {
        Unknown,
        No,
        Yes,
    }

    public bool this[int value]
    {
        get
        {
            if (known[value] == Truth.Unknown) known[value] = results[value] is { } result && Results.Satisfies(result, range) ? Truth.Yes : Truth.No;
            return known[value] == Truth.Yes;
        }
    }
}
