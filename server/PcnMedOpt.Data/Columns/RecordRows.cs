using PcnMedOpt.Core.Evaluation;

namespace PcnMedOpt.Data.Columns;

/// <summary>A patient of the evaluator, with the number and practice that a database asks for.</summary>
public sealed record NumberedPatient(long Patient, string Practice, PatientRecord Record);

/// <summary>Patients as the evaluator has them. One registration of each is loaded: a database knows no more.</summary>
public sealed class RecordRows(IReadOnlyCollection<NumberedPatient> patients) : IDataRows
{
    public IEnumerable<DataPatient> Patients => patients.Select(p => p.Record.Registrations switch
    {
        [] => new DataPatient(p.Patient, p.Practice, p.Record.Born, p.Record.Died, p.Record.Sex, null, null),
        [var only] => new DataPatient(p.Patient, p.Practice, p.Record.Born, p.Record.Died, p.Record.Sex, only.Since, only.Until),
        _ => throw new ArgumentException($"Patient {p.Patient} has several registrations: the tables hold one."),
    });

    public IEnumerable<DataEvent> Events => patients.SelectMany(p => p.Record.Events.Select(e => new DataEvent(p.Patient, e.Date, e.Code, e.Episode, e.Value)));

    public IEnumerable<DataIssue> Issues => patients.SelectMany(p => p.Record.Issues.Select(i => new DataIssue(p.Patient, i.Date, i.Code, i.Episode)));

    public IEnumerable<DataRepeat> Repeats => patients.SelectMany(p => p.Record.Repeats.Select(r => new DataRepeat(p.Patient, r.Since, r.Until, r.Code)));
}
