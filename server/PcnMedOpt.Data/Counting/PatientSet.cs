using System.Numerics;

namespace PcnMedOpt.Data.Counting;

/// <summary>Some of the patients of a block, a bit for each. It is not changed once it has been handed on.</summary>
public sealed class PatientSet
{
    private readonly ulong[] words;
    private readonly int size;

    public PatientSet(int size) => (words, this.size) = (new ulong[(size + 63) / 64], size);

    private PatientSet(ulong[] words, int size) => (this.words, this.size) = (words, size);

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in words) count += BitOperations.PopCount(word);
            return count;
        }
    }

    public bool this[int patient] => (words[patient >> 6] >> patient & 1) != 0;

    /// <summary>The patients, in order.</summary>
    public IEnumerable<int> Members
    {
        get
        {
            for (var w = 0; w < words.Length; w++)
                for (var word = words[w]; word != 0; word &= word - 1) yield return (w << 6) + BitOperations.TrailingZeroCount(word);
        }
    }

    public static PatientSet All(int size) => new PatientSet(size).Not();

    /// <summary>Those of the set for whom something holds.</summary>
    public PatientSet Where(Func<int, bool> holds)
    {
        var set = new PatientSet(size);
        for (var w = 0; w < words.Length; w++)
            for (var word = words[w]; word != 0; word &= word - 1)
            {
                var patient = (w << 6) + BitOperations.TrailingZeroCount(word);
                if (holds(patient)) set.Add(patient);
            }
        return set;
    }

    public void Add(int patient) => words[patient >> 6] |= 1UL << patient;

    public PatientSet And(PatientSet other)
    {
        var result = new ulong[words.Length];
        for (var i = 0; i < words.Length; i++) result[i] = words[i] & other.words[i];
        return new PatientSet(result, size);
    }

    public PatientSet Or(PatientSet other)
    {
        var result = new ulong[words.Length];
        for (var i = 0; i < words.Length; i++) result[i] = words[i] | other.words[i];
        return new PatientSet(result, size);
    }

    public PatientSet Except(PatientSet other)
    {
        var result = new ulong[words.Length];
        for (var i = 0; i < words.Length; i++) result[i] = words[i] & ~other.words[i];
        return new PatientSet(result, size);
    }

    public PatientSet Not()
    {
        var result = new ulong[words.Length];
        for (var i = 0; i < words.Length; i++) result[i] = ~words[i];
        if ((size & 63) != 0) result[^1] &= (1UL << size) - 1;
        return new PatientSet(result, size);
    }
}
