using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Proving;

namespace PcnMedOpt.Tool.Agreement;

/// <summary>What came of one form of one question.</summary>
/// <param name="Form">The form.</param>
/// <param name="Fit">How well it can say the question.</param>
/// <param name="Differ">On how many patients it differs from the reference meaning.</param>
/// <param name="Smallest">The smallest patient on whom they differ, as an example that says what the reference meaning finds; null where none does.</param>
public sealed record FormAgreement(string Form, FormFit Fit, int Differ, string? Smallest)
{
    /// <summary>It must agree on everybody, and does not.</summary>
    public bool IsFault => Differ > 0 && Fit.IsExact;
}

/// <summary>What came of a question: how many patients were tried, how many the reference meaning finds, and each form.</summary>
public sealed record QuestionAgreement(Question Question, int Tried, int In, ImmutableArray<FormAgreement> Forms);

/// <summary>Asks every form of every question about the same patients, and compares each with the reference meaning.</summary>
/// <param name="project">What is asked about.</param>
/// <param name="forms">The forms.</param>
/// <param name="patients">How many are made for each question.</param>
/// <param name="seed">The same number makes the same patients.</param>
public sealed class AgreementRun(AgreementProject project, ImmutableArray<IAgreementForm> forms, int patients, ulong seed)
{
    public IEnumerable<QuestionAgreement> All() => project.Questions.Select(Of);

    public QuestionAgreement Of(Question question)
    {
        var made = new RelevantPatients(project.Project, Edges.Of(question, project.Project, project.Reference), project.Reference);
        var examples = Enumerable.Range(0, patients).Select(n => made.Of(new Draws(seed, n))).ToList();
        var records = examples.Select(Record).ToList();
        var evaluator = new Evaluator(project.Project, project.Reference);
        var expected = records.Select(r => question.Holds(evaluator, r)).ToList();
        return new QuestionAgreement(question, records.Count, expected.Count(e => e), [.. forms.Select(f => Compared(f, question, examples, records, expected))]);
    }

    private FormAgreement Compared(IAgreementForm form, Question question, List<ExamplePatient> examples, List<PatientRecord> records, List<bool> expected)
    {
        var found = form.Find(question, records);
        var differing = Enumerable.Range(0, records.Count).Where(i => found[i] != expected[i]).ToList();
        var smallest = differing.Count == 0 ? null : Example(question, form, SmallerPatients.Smallest(examples[differing[0]], p => Differs(form, question, p)));
        return new FormAgreement(form.Name, form.FitOf(question), differing.Count, smallest);
    }

    private bool Differs(IAgreementForm form, Question question, ExamplePatient patient)
    {
        var record = Record(patient);
        return form.Find(question, [record])[0] != question.Holds(new Evaluator(project.Project, project.Reference), record);
    }

    private PatientRecord Record(ExamplePatient patient) =>
        ExamplePatients.Record(project.Project, patient) is { Patient: { } record } ? record : throw new System.Diagnostics.UnreachableException("A patient made of known sets has a record.");

    /// <summary>Ready to paste. Of a measure's numerator there is no expectation in the language: its cohort is expected.</summary>
    private string Example(Question question, IAgreementForm form, ExamplePatient patient)
    {
        var evaluator = new Evaluator(project.Project, project.Reference);
        var record = Record(patient);
        var dot = question.Name.IndexOf('.', StringComparison.Ordinal);
        var (name, part) = dot < 0 ? (question.Name, null) : (question.Name[..dot], question.Name[(dot + 1)..]);
        ImmutableArray<Expectation> expectations = question.Numerator is null ? [new Expectation(null, question.Holds(evaluator, record), name, part, [], false, default)] : [];
        return ExampleText.Of(new Example($"{form.Name} differs: {question.Title}", null, project.Reference, [patient], expectations, default));
    }
}
