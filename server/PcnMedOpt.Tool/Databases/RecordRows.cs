using PcnMedOpt.Core.Evaluation;

namespace PcnMedOpt.Tool.Databases;

/// <summary>A patient of the evaluator, with the number and practice that a database asks for.</summary>
public sealed record NumberedPatient(long Patient, string Practice, PatientRecord Record);

/// <summary>Patients as the evaluator has them. One registration of each is loaded: a database knows no more.</summary>
public sealed class RecordRows(IReadOnlyCollection<NumberedPatient> patients) : IDataRows
{
    public IEnumerable<PatientRow> Patients => patients.Select(p => p.Record.Registrations switch
    {
        [] => new PatientRow(p.Patient, p.Practice, p.Record.Born, p.Record.Died, p.Record.Sex, null, null),
        [var only] => new PatientRow(p.Patient, p.Practice, p.Record.Born, p.Record.Died, p.Record.Sex, only.Since, only.Until),
        _ => throw new ArgumentException($"Patient {p.Patient} has several registrations: the tables hold one."),
    });

    public IEnumerable<EventRow> Events => patients.SelectMany(p => p.Record.Events.Select(e => new EventRow(p.Patient, e.Date, e.Code, e.Episode, e.Value)));

    public IEnumerable<IssueRow> Issues => patients.SelectMany(p => p.Record.Issues.Select(i => new IssueRow(p.Patient, i.Date, i.Code, i.Episode)));

    public IEnumerable<RepeatRow> Repeats => patients.SelectMany(p => p.Record.Repeats.Select(r => new RepeatRow(p.Patient, r.Since, r.Until, r.Code)));
}
