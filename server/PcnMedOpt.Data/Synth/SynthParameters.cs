using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Data.Synth;

/// <summary>Who is how likely to have something: a share of 10,000 people by age band, more for those who have something else, none for those who have a third.</summary>
/// <param name="ByAge">Of 10,000 people, for each age band.</param>
/// <param name="Given">Of 10,000 people who have the named condition or medicine; the highest share counts.</param>
/// <param name="Unless">Who has one of these has it never.</param>
/// <param name="Sex">Null for everyone.</param>
public sealed record Chance(ImmutableArray<int> ByAge, ImmutableArray<KeyValuePair<string, int>> Given, ImmutableArray<string> Unless, Sex? Sex);

/// <summary>How often something happens: times in a hundred years of life, by age band; what somebody has adds to it from the day on which it began.</summary>
/// <remarks>
/// <c>Never</c>: Of 10,000 people, how many are never seen for it.
/// </remarks>
public sealed record Frequency(ImmutableArray<int> ByAge, ImmutableArray<KeyValuePair<string, int>> Given, ImmutableArray<string> Unless, int Never);

/// <remarks>
/// <c>Share</c>: Its weight among the practices.
/// </remarks>
public sealed record PracticeShare(string Name, int Share);

/// <param name="From">The youngest age in full years; the band ends where the next begins.</param>
/// <param name="People">Its weight among the bands.</param>
/// <param name="Deaths">Of 10,000 people, how many died in the last three years.</param>
public sealed record AgeShare(int From, int People, int Deaths);

/// <param name="Years">Begun at most so many years ago.</param>
/// <param name="FromBirth">Of 10,000 people, how many are registered since birth.</param>
/// <param name="Left">Of 10,000 people, how many left in the last three years.</param>
public sealed record RegistrationShares(int Years, int FromBirth, int Left);

/// <summary>A state that somebody can have, from a day on.</summary>
/// <remarks>
/// <c>Codes</c>: The group of codes that records it; null for what is not recorded.
/// <c>MinimumYears</c>, <c>MaximumYears</c>: it began at least and at most so many years ago.
/// <c>Again</c>: How often it is recorded again, in a hundred years.
/// <c>EndedCodes</c>: The group that says it is over, for some; they do not have it any more.
/// <c>Ended</c>: Of 10,000 who had it, for how many it is over.
/// </remarks>
public sealed record ConditionParameters(string Name, string? Codes, Chance Chance, int MinimumYears, int MaximumYears, int Again, string? EndedCodes, int Ended);

/// <summary>An item of the repeat list, and its issues.</summary>
/// <remarks>
/// <c>After</c>: It began on the day of this one or later; for second strengths. Null for what stands alone.
/// <c>Days</c>: From issue to issue.
/// <c>Started</c>: Of 10,000 who have it, how many began in the last 120 days.
/// <c>Stopped</c>: Of 10,000 who had it, how many stopped.
/// </remarks>
public sealed record MedicineParameters(string Name, string Codes, Chance Chance, string? After, int Days, int MaximumYears, int Started, int Stopped);

/// <summary>A medicine for a while: some issues 28 days apart, and no item on the repeat list.</summary>
public sealed record CourseParameters(string Name, string Codes, Frequency Frequency, int FewestIssues, int MostIssues);

/// <summary>Another unit in which some laboratories send the result: the value times <paramref name="Times"/>, divided by <paramref name="By"/>.</summary>
/// <remarks>
/// <c>Decimals</c>: How many decimals the number then has.
/// <c>Share</c>: Of 10,000 results.
/// </remarks>
public sealed record OtherUnit(string Unit, int Times, int By, int Decimals, int Share);

/// <summary>The range of a test for those who have something.</summary>
/// <param name="State">The condition or medicine.</param>
/// <param name="Low">The lowest usual value.</param>
/// <param name="High">The highest usual value.</param>
/// <param name="Outside">Of 10,000 results, how many are outside; null for as many as of everyone.</param>
public sealed record TestRange(string State, int Low, int High, int? Outside);

/// <summary>A result with a value. Values are whole numbers of the last decimal: 61 with one decimal is 6.1.</summary>
/// <remarks>
/// <c>Below</c>: A smaller value is sent as "&lt;" and this; null where none is.
/// <c>Above</c>: A greater value is sent as "&gt;" and this.
/// <c>NoUnit</c>: Of 10,000 results, how many have no unit.
/// <c>NoNumber</c>: Of 10,000 results, how many have no number.
/// <c>Outside</c>: Of 10,000 results, how many are drawn from <c>OutsideLow</c> to <c>OutsideHigh</c>.
/// <c>Given</c>: Another range for those who have something; the last that holds counts.
/// </remarks>
public sealed record TestParameters(
    string Name, string Codes, int Low, int High, int Decimals, string? Unit, int NoUnit, int NoNumber, int? Below, int? Above, int Outside, int OutsideLow, int OutsideHigh,
    ImmutableArray<OtherUnit> OtherUnits, ImmutableArray<TestRange> Given);

/// <summary>Tests that are done together.</summary>
public sealed record PanelParameters(string Name, ImmutableArray<string> Tests, Frequency Frequency);

/// <summary>An entry without a value, and what may be recorded on the same day.</summary>
public sealed record RecordParameters(string Name, string Codes, Frequency Frequency, ImmutableArray<(string Codes, int Share)> Also);

/// <summary>What a synthetic practice is made by. Shares and rates are whole numbers: of 10,000 people, or in a hundred years.</summary>
/// <remarks>
/// <c>Basis</c>: Where the numbers come from.
/// <c>Oldest</c>: The oldest age in full years.
/// <c>EventYears</c>: Events reach so far back; what began earlier has its first entry earlier.
/// <c>MedicineYears</c>: Issues reach so far back.
/// </remarks>
public sealed record SynthParameters(
    string Basis,
    ImmutableArray<PracticeShare> Practices,
    ImmutableArray<AgeShare> Ages,
    int Oldest,
    ImmutableArray<KeyValuePair<Sex, int>> Sexes,
    RegistrationShares Registration,
    int EventYears,
    int MedicineYears,
    ImmutableArray<ConditionParameters> Conditions,
    ImmutableArray<MedicineParameters> Medicines,
    ImmutableArray<CourseParameters> Courses,
    ImmutableArray<TestParameters> Tests,
    ImmutableArray<PanelParameters> Panels,
    ImmutableArray<RecordParameters> Records);
