using System.Runtime.CompilerServices;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Data.Counting;

/// <summary>To which practice, age band and sex each patient of a block belongs.</summary>
internal sealed class Groups
{
    /// <summary>How many sexes there are, unknown among them.</summary>
    public const int Sexes = 4;

    private readonly int[] bands;
    private readonly BlockEvaluator evaluator;
    private readonly ConditionalWeakTable<PatientSet, GroupTally> known = [];

    public Groups(BlockEvaluator evaluator, int practices)
    {
        (this.evaluator, Practices) = (evaluator, practices);
        bands = [.. Enumerable.Range(0, evaluator.Size).Select(p => AgeBands.Of(Clock.Full(DurationUnit.Years, evaluator.BornOf(p), evaluator.Reference)))];
    }

    public int Practices { get; }

    /// <summary>How many of a set are in each practice, each age band, each sex. Many cohorts start from the same set.</summary>
    public GroupTally Of(PatientSet patients)
    {
        if (!known.TryGetValue(patients, out var tally)) known.Add(patients, tally = Of(patients.Members));
        return tally;
    }

    /// <summary>How many of the patients are in each practice, each age band, each sex. A patient who is there twice counts twice.</summary>
    public GroupTally Of(IEnumerable<int> patients)
    {
        var tally = new GroupTally(new long[Practices], new long[AgeBands.Count], new long[Sexes]);
        var practices = evaluator.Block.Patients.Practices.Span;
        var sexes = evaluator.Block.Patients.Sexes.Span;
        foreach (var patient in patients)
        {
            tally.Practices[practices[patient]]++;
            tally.Bands[bands[patient]]++;
            tally.Sexes[sexes[patient]]++;
        }
        return tally;
    }
}

/// <summary>A count in groups.</summary>
internal sealed record GroupTally(long[] Practices, long[] Bands, long[] Sexes)
{
    public static GroupTally Sum(IEnumerable<GroupTally> parts, int practices)
    {
        var sum = new GroupTally(new long[practices], new long[AgeBands.Count], new long[Groups.Sexes]);
        foreach (var part in parts)
        {
            Add(sum.Practices, part.Practices);
            Add(sum.Bands, part.Bands);
            Add(sum.Sexes, part.Sexes);
        }
        return sum;
    }

    /// <summary>Adds each number of a part to that of a sum.</summary>
    public static void Add(long[] sum, long[] part)
    {
        for (var i = 0; i < sum.Length; i++) sum[i] += part[i];
    }
}
