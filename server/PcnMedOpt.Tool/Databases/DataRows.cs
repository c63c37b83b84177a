using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Tool.Databases;

/// <summary>A patient as they are loaded.</summary>
public readonly record struct PatientRow(long Patient, string Practice, DateOnly Born, DateOnly? Died, Sex Sex, DateOnly? RegisteredSince, DateOnly? RegisteredUntil);

/// <summary>An entry with a code. Without a day it is unusable, and counted.</summary>
public readonly record struct EventRow(long Patient, DateOnly? Day, long Code, Episode Episode, ResultValue? Result);

/// <summary>An issue of a medicine. Without a day it is unusable, and counted.</summary>
public readonly record struct IssueRow(long Patient, DateOnly? Day, long Code, Episode Episode);

public readonly record struct RepeatRow(long Patient, DateOnly Since, DateOnly? Until, long Code);

/// <summary>Where patients are loaded from. Each table is read once, from its beginning to its end.</summary>
public interface IDataRows
{
    IEnumerable<PatientRow> Patients { get; }

    IEnumerable<EventRow> Events { get; }

    IEnumerable<IssueRow> Issues { get; }

    IEnumerable<RepeatRow> Repeats { get; }
}
