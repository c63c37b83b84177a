using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Data.Columns;

/// <summary>A patient as they are loaded.</summary>
public readonly record struct DataPatient(long Patient, string Practice, DateOnly Born, DateOnly? Died, Sex Sex, DateOnly? RegisteredSince, DateOnly? RegisteredUntil);

/// <summary>An entry with a code. Without a day it is unusable, and counted.</summary>
public readonly record struct DataEvent(long Patient, DateOnly? Day, long Code, Episode Episode, ResultValue? Result);

/// <summary>An issue of a medicine. Without a day it is unusable, and counted.</summary>
public readonly record struct DataIssue(long Patient, DateOnly? Day, long Code, Episode Episode);

public readonly record struct DataRepeat(long Patient, DateOnly Since, DateOnly? Until, long Code);

/// <summary>Where patients are loaded from. Each table is read once, from its beginning to its end.</summary>
public interface IDataRows
{
    IEnumerable<DataPatient> Patients { get; }

    IEnumerable<DataEvent> Events { get; }

    IEnumerable<DataIssue> Issues { get; }

    IEnumerable<DataRepeat> Repeats { get; }
}
