using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Data.Synth;

/// <summary>A set of conditions and medicines, by their places in the plan.</summary>
internal readonly record struct States(UInt128 Bits)
{
    public bool Has(int state) => ((Bits >> state) & 1) == 1;

    public bool HasAny(States others) => (Bits & others.Bits) != 0;

    public States With(int state) => new(Bits | (UInt128.One << state));
}

internal readonly record struct GivenState(int State, int Share);

internal sealed record PlannedChance(int[] ByAge, GivenState[] Given, States Unless, Sex? Sex)
{
    public int Of(int band, States states, Sex sex)
    {
        if (states.HasAny(Unless) || (Sex is { } only && only != sex)) return 0;
        var share = ByAge[band];
        foreach (var given in Given)
            if (given.Share > share && states.Has(given.State)) share = given.Share;
        return share;
    }
}

internal sealed record PlannedFrequency(int[] ByAge, GivenState[] Given, States Unless, int Never);

/// <summary>The codes of a group: places in the plan's list of codes, and weights that are added up.</summary>
internal sealed record CodeChoice(short[] Codes, int[] Weights)
{
    public short Choose(ref PatientRandom random)
    {
        if (Codes.Length == 1) return Codes[0];
        return Codes[Plan.Choose(Weights, ref random)];
    }
}

internal sealed record PlannedCondition(
    int State, CodeChoice? Codes, PlannedChance Chance, int MinimumDays, int MaximumDays, int Again, CodeChoice? EndedCodes, int Ended);

internal sealed record PlannedMedicine(int State, CodeChoice Codes, PlannedChance Chance, int? After, int Days, int MaximumDays, int Started, int Stopped);

internal sealed record PlannedCourse(CodeChoice Codes, PlannedFrequency Frequency, int Fewest, int Most);

internal sealed record PlannedUnit(byte Unit, int Times, int By, byte Decimals, int UpTo);

internal sealed record PlannedRange(int State, int Low, int High, int Outside);

/// <remarks>
/// <c>Units</c>: Other units, each with the share up to which a draw chooses it; none and the test's own unit first.
/// </remarks>
internal sealed record PlannedTest(int Place, CodeChoice Codes, TestParameters Parameters, byte Unit, PlannedUnit[] Units, PlannedRange[] Given);

internal sealed record PlannedPanel(PlannedTest[] Tests, PlannedFrequency Frequency);

internal sealed record PlannedRecord(CodeChoice Codes, PlannedFrequency Frequency, (CodeChoice Codes, int Share)[] Also);

/// <summary>The parameters with names as places, ready to make patients by; days count as <see cref="DateOnly.DayNumber"/>.</summary>
internal sealed record Plan(
    SynthParameters Parameters,
    long Seed,
    DateOnly On,
    int States,
    long[] Codes,
    string[] Units,
    int[] PracticeWeights,
    int[] AgeWeights,
    int[] SexWeights,
    PlannedCondition[] Conditions,
    PlannedMedicine[] Medicines,
    PlannedCourse[] Courses,
    int TestCount,
    PlannedPanel[] Panels,
    PlannedRecord[] Records)
{
    /// <summary>Which of the weights, added up, a draw falls into.</summary>
    public static int Choose(int[] weights, ref PatientRandom random)
    {
        var draw = random.Below(weights[^1]);
        var at = 0;
        while (weights[at] <= draw) at++;
        return at;
    }
}
