using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Data.Synth;

/// <summary>
/// A made-up network of practices: the same parameters, seed and day make the same patients, and each patient is made without the others, so that the first of many
/// are those of few. It is for trying and testing. It is no epidemiology.
/// </summary>
public sealed class SyntheticPractice
{
    public SyntheticPractice(SynthParameters parameters, long seed, DateOnly on) => Plan = Planner.Of(parameters, seed, on);

    internal Plan Plan { get; }

    /// <summary>Patients as the evaluator reads them; numbers count from 1. What they hold is what the files hold.</summary>
    public static IEnumerable<PatientRecord> Patients(SynthParameters parameters, long seed, DateOnly on, int from, int count) =>
        new SyntheticPractice(parameters, seed, on).Patients(from, count);

    /// <inheritdoc cref="Patients(SynthParameters, long, DateOnly, int, int)"/>
    public IEnumerable<PatientRecord> Patients(int from, int count)
    {
        var rows = new PatientRows();
        var maker = new PatientMaker(Plan, rows);
        for (var patient = from; patient < from + count; patient++)
        {
            maker.Make(patient);
            yield return Record(rows);
        }
    }

    private PatientRecord Record(PatientRows rows)
    {
        var events = ImmutableArray.CreateBuilder<ClinicalEvent>(rows.Events.Length);
        foreach (var row in rows.Events) events.Add(new ClinicalEvent(Plan.Codes[row.Code], DateOnly.FromDayNumber(row.Day), Value(row), row.Episode));
        var issues = ImmutableArray.CreateBuilder<MedicineIssue>();
        var repeats = ImmutableArray.CreateBuilder<RepeatItem>();
        foreach (var row in rows.Medications)
            if (row.IsRepeat) repeats.Add(new RepeatItem(Plan.Codes[row.Code], DateOnly.FromDayNumber(row.Day), Day(row.Until)));
            else issues.Add(new MedicineIssue(Plan.Codes[row.Code], DateOnly.FromDayNumber(row.Day)));
        return new PatientRecord(
            DateOnly.FromDayNumber(rows.Born), Day(rows.Died), rows.Sex, [new Registration(DateOnly.FromDayNumber(rows.Since), Day(rows.Until))],
            events.ToImmutable(), issues.ToImmutable(), repeats.ToImmutable());
    }

    private ResultValue? Value(EventRow row)
    {
        if (row.Form == ValueForm.Empty) return null;
        Comparison? comparator = row.Form switch { ValueForm.Below => Comparison.LessThan, ValueForm.Above => Comparison.MoreThan, _ => null };
        return new ResultValue(comparator, new decimal(row.Value, 0, 0, false, row.Decimals), row.Unit == 0 ? null : Plan.Units[row.Unit]);
    }

    private static DateOnly? Day(int day) => day == 0 ? null : DateOnly.FromDayNumber(day);
}
