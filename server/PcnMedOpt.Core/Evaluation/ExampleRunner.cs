using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
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
public sealed record ExampleResult(ExampleOutcome Outcome, string Message, TextSpan Span)
{
    /// <summary>Each expectation, with what decided it; none of an invalid example.</summary>
    public ImmutableArray<CheckedExpectation> Expectations { get; init; } = [];
}

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
        var expectations = ImmutableArray.CreateBuilder<CheckedExpectation>();
        foreach (var expectation in example.Expectations)
        {
            var chosen = patients.Where(p => expectation.Patient is null || p.Name == expectation.Patient).ToList();
            if (chosen.Count != 1) return Invalid(example, expectation.Patient is null ? "several patients: say which one is expected" : $"there is no one patient \"{expectation.Patient}\"");
            if (project.Cohort(expectation.FullName) is not { } cohort) return Invalid(example, $"there is no cohort '{expectation.FullName}'");
            expectations.Add(CheckedExpectation.Of(project, expectation, cohort, chosen[0].Record, on));
        }
        var all = expectations.DrainToImmutable();
        var failures = all.Where(e => !e.IsMet).ToList();
        return failures.Count == 0
            ? new ExampleResult(ExampleOutcome.Passed, "", example.TitleSpan) { Expectations = all }
            : new ExampleResult(ExampleOutcome.Failed, string.Join('\n', failures.Select(f => f.Message())), failures[0].Expectation.Span) { Expectations = all };
    }

    private static ExampleResult Invalid(Example example, string why) => new(ExampleOutcome.Invalid, why, example.TitleSpan);
}
