using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Core.Evaluation;

/// <summary>A result as it was recorded: perhaps with a comparator, perhaps no number at all.</summary>
/// <param name="Comparator">"&lt;" or ">" and their kin, when the laboratory gave a bound.</param>
/// <param name="Number">Null when what was recorded is no number.</param>
/// <param name="Unit">As recorded; null when none was.</param>
public sealed record ResultValue(Comparison? Comparator, decimal? Number, string? Unit);

/// <summary>A coded entry. An undated one is unusable.</summary>
public sealed record ClinicalEvent(long Code, DateOnly? Date, ResultValue? Value = null, Episode Episode = Episode.Unmarked);

/// <summary>An issue of a medicine by the practice; what a hospital or homecare company supplies is none.</summary>
public sealed record MedicineIssue(long Code, DateOnly? Date, Episode Episode = Episode.Unmarked);

public sealed record RepeatItem(long Code, DateOnly Since, DateOnly? Until);

public sealed record Registration(DateOnly Since, DateOnly? Until);

/// <summary>What is known of one patient.</summary>
public sealed record PatientRecord(
    DateOnly Born,
    DateOnly? Died,
    Sex Sex,
    ImmutableArray<Registration> Registrations,
    ImmutableArray<ClinicalEvent> Events,
    ImmutableArray<MedicineIssue> Issues,
    ImmutableArray<RepeatItem> Repeats)
{
    /// <summary>The registration that is in force on a day: begun on or before it, not ended on or before it.</summary>
    public Registration? RegistrationOn(DateOnly day) =>
        Registrations.Where(r => r.Since <= day && !(r.Until <= day)).OrderByDescending(r => r.Since).FirstOrDefault();

    /// <summary>Registered and alive; who dies on the day is not alive.</summary>
    public bool IsRegistered(DateOnly day) => RegistrationOn(day) is not null && !(Died <= day);
}
