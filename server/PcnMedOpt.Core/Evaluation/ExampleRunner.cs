using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Evaluation;

public enum ExampleOutcome
{
    Passed,
    Failed,

    /// <summary>The example itself is wrong, so that it says nothing about the protocol.</summary>
    Invalid,
}

/// <summary>What came of an example: a line for each expectation that failed, with its why or why-not.</summary>
/// <param name="Outcome">Passed, failed or invalid.</param>
/// <param name="Message">Empty when it passed.</param>
/// <param name="Span">The first expectation that failed, or the title.</param>
public sealed record ExampleResult(ExampleOutcome Outcome, string Message, TextSpan Span);

/// <summary>Runs the examples of the language against the reference meaning.</summary>
public static class ExampleRunner
{
    public static ExampleResult Run(ProjectModel project, Example example)
    {
        if (example.On is not { } on) return Invalid(example, "the example has no reference date: write on 2026-11-20");
        if (example.Patients.IsEmpty) return Invalid(example, "the example has no patient");
        if (example.Expectations.IsEmpty) return Invalid(example, "the example expects nothing");
        var patients = new List<(string? Name, PatientRecord Record)>();
        foreach (var patient in example.Patients)
        {
            var (record, fault) = ExamplePatients.Record(project, patient);
            if (record is null) return Invalid(example, fault ?? "the patient cannot be read");
            patients.Add((patient.Name, record));
        }
        var failures = new List<(string Text, TextSpan Span)>();
        foreach (var expectation in example.Expectations)
        {
            var chosen = patients.Where(p => expectation.Patient is null || p.Name == expectation.Patient).ToList();
            if (chosen.Count != 1) return Invalid(example, expectation.Patient is null ? "several patients: say which one is expected" : $"there is no one patient \"{expectation.Patient}\"");
            if (project.Cohort(expectation.FullName) is not { } cohort) return Invalid(example, $"there is no cohort '{expectation.FullName}'");
            if (Check(project, cohort, expectation, chosen[0].Record, on) is { } failure) failures.Add((failure, expectation.Span));
        }
        return failures.Count == 0
            ? new ExampleResult(ExampleOutcome.Passed, "", example.TitleSpan)
            : new ExampleResult(ExampleOutcome.Failed, string.Join('\n', failures.Select(f => f.Text)), failures[0].Span);
    }

    private static ExampleResult Invalid(Example example, string why) => new(ExampleOutcome.Invalid, why, example.TitleSpan);

    private static string? Check(ProjectModel project, Cohort cohort, Expectation expectation, PatientRecord patient, DateOnly on)
    {
        var outcome = new Evaluator(project, on).Outcome(cohort, patient);
        var who = expectation.Patient is null ? "The patient" : $"\"{expectation.Patient}\"";
        if (outcome.IsIn != expectation.In)
            return $"{who} is {(outcome.IsIn ? "" : "not ")}in '{cohort.Name}', but is expected {(expectation.In ? "to be" : "not to be")}.\n{Why(project, cohort, outcome, patient, on)}";
        if (!expectation.HasBecause) return null;
        var holding = (expectation.In ? outcome.Include : outcome.Exclude).Where(c => c.Holds).Select(c => c.Criterion.Label).ToList();
        var expected = expectation.Because.Select(b => b.Label).ToList();
        if (holding.Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal))) return null;
        return $"{who} is {(outcome.IsIn ? "" : "not ")}in '{cohort.Name}', but because of {Labels(holding)}, not of {Labels(expected)}.\n{Why(project, cohort, outcome, patient, on)}";
    }

    private static string Labels(IReadOnlyCollection<string> labels) => labels.Count == 0 ? "no criterion" : string.Join(", ", labels.Select(l => $"\"{l}\""));

    private static string Why(ProjectModel project, Cohort cohort, CohortOutcome outcome, PatientRecord patient, DateOnly on)
    {
        var explainer = new Explainer(project, on);
        var lines = new List<string>();
        if (!outcome.IsInPopulation) lines.Add($"  The patient is not among {Population(cohort.From)}.");
        Add("include", outcome.Include);
        Add("exclude", outcome.Exclude);
        return string.Join('\n', lines);

        void Add(string kind, ImmutableArray<CriterionOutcome> criteria)
        {
            foreach (var criterion in criteria)
            {
                lines.Add($"  {kind} \"{criterion.Criterion.Label}\" {(criterion.Holds ? "holds" : "fails")}");
                lines.AddRange(explainer.Why(criterion.Criterion.Condition, patient, 2).Select(r => r.ToString()));
            }
        }
    }

    private static string Population(Population population) => population switch
    {
        Registered => "the registered patients of the day",
        OfCohort cohort => $"the patients of '{cohort.FullName}'",
        _ => "the patients",
    };
}
