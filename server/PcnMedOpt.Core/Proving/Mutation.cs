using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Proving;

/// <summary>A criterion with one mistake in it.</summary>
/// <param name="What">The mistake, in words.</param>
/// <param name="Condition">The condition with it; null where the criterion is dropped.</param>
/// <param name="Dropped">A code that its set has lost; null for every other mistake.</param>
internal sealed record Mutant(string What, Condition? Condition, DroppedCode? Dropped = null);

/// <summary>A code that a set no longer holds.</summary>
internal sealed record DroppedCode(string Set, long Code);

/// <summary>The mistakes that are easily made in a condition, each alone: &gt;= for &gt;, months for days, and for or, something left out.</summary>
internal static class Mutation
{
    public static IEnumerable<Mutant> Of(Condition condition) => condition switch
    {
        AllOf all => Joined(all.Operands, "and", "or", o => new AllOf(o), o => new AnyOf(o)),
        AnyOf any => Joined(any.Operands, "or", "and", o => new AnyOf(o), o => new AllOf(o)),
        Not not => Of(not.Operand).Select(m => m with { Condition = m.Condition is null ? null : new Not(m.Condition) }).Prepend(new Mutant("\"not\" is left out", not.Operand)),
        _ => TestMutation.Of(condition).Select(m => m with { What = $"{ConditionText.Of(condition)}: {m.What}" }),
    };

    private static IEnumerable<Mutant> Joined(
        ImmutableArray<Condition> operands, string word, string other, Func<ImmutableArray<Condition>, Condition> same, Func<ImmutableArray<Condition>, Condition> turned)
    {
        yield return new Mutant($"\"{other}\" for \"{word}\"", turned(operands));
        for (var i = 0; i < operands.Length; i++)
        {
            var rest = operands.RemoveAt(i);
            yield return new Mutant($"{ConditionText.Of(operands[i])} is left out", rest.Length == 1 ? rest[0] : same(rest));
            foreach (var inner in Of(operands[i]))
                if (inner.Condition is { } changed) yield return inner with { Condition = same(operands.SetItem(i, changed)) };
        }
    }

    /// <summary>Durations that are easily written for another: another unit, one more, one less.</summary>
    public static IEnumerable<(string What, Duration Duration)> Of(Duration duration)
    {
        foreach (var unit in Enum.GetValues<DurationUnit>().Where(u => Math.Abs((int)u - (int)duration.Unit) == 1 || (duration.Unit, u) is (DurationUnit.Months, DurationUnit.Days)))
            yield return Pair(duration, duration with { Unit = unit, Parameter = null });
        yield return Pair(duration, duration with { Count = duration.Count + 1, Parameter = null });
        if (duration.Count > 1) yield return Pair(duration, duration with { Count = duration.Count - 1, Parameter = null });
    }

    private static (string What, Duration Duration) Pair(Duration before, Duration after) => ($"{after} for {before}", after);
}
