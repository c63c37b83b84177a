using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Previews;

/// <summary>A line of a why or why-not, and how far it is indented.</summary>
internal sealed record ReasonView(int Depth, string Text);

/// <summary>A criterion of the cohort that an expectation names.</summary>
internal sealed record RunCriterionView(string Source, string Kind, string Label, string Word, bool Decided, ImmutableArray<ReasonView> Reasons);

/// <summary>An expectation, and what was found.</summary>
internal sealed record RunExpectationView(string Id, string Source, string Text, string Word, string Style, string Found, string? Outside, ImmutableArray<RunCriterionView> Criteria);

/// <summary>An example run: each expectation, with why or why not, criterion by criterion.</summary>
internal sealed record ExamplePreview(PageFrame Frame, string Outcome, string Style, string? On, string? Message, ImmutableArray<RunExpectationView> Expectations)
{
    public static ExamplePreview Of(PreviewSubject subject)
    {
        var result = ProjectExamples.Run(subject.Compilation, subject.Project.Findings, [subject.Declaration]).First().Result;
        var example = subject.Compilation.ModelOf(subject.Declaration) as Example;
        ImmutableArray<RunExpectationView> expectations = [.. result.Expectations.Select((e, i) => View(subject, e, $"expectation-{i + 1}"))];
        return new ExamplePreview(
            PageFrame.Of(subject.Meta, "Example", [.. expectations.Select(e => ContentsView.Of(e.Id, e.Text))]),
            result.Outcome.ToString(),
            result.Outcome == ExampleOutcome.Passed ? "exact" : "by-hand",
            example?.On is { } on ? EnglishDates.Of(on) : null,
            result.Outcome == ExampleOutcome.Invalid ? result.Message : null,
            expectations);
    }

    private static RunExpectationView View(PreviewSubject subject, CheckedExpectation expectation, string id)
    {
        var wanted = expectation.Expectation;
        var deciding = expectation.Deciding.ToHashSet(ReferenceEqualityComparer.Instance);
        RunCriterionView Of(string kind, CriterionOutcome outcome) => new(
            Source(SourcePlaces.Of(subject.Compilation, expectation.Cohort, outcome.Criterion)),
            kind,
            outcome.Criterion.Label,
            outcome.Holds ? "holds" : "fails",
            deciding.Contains(outcome.Criterion),
            [.. expectation.Why(outcome.Criterion).Select(r => new ReasonView(r.Depth, $"{(r.Holds ? "holds" : "fails")}: {r.Text}"))]);
        return new RunExpectationView(
            id,
            Source(new FilePlace(subject.Declaration.File.Path, wanted.Span.Shift(subject.Declaration.Start))),
            $"{wanted.Patient ?? "The patient"}: {(wanted.In ? "in" : "not in")} {expectation.Cohort.Title}",
            expectation.IsMet ? "As expected" : "Not as expected",
            expectation.IsMet ? "exact" : "by-hand",
            expectation.IsMet ? $"{(expectation.Outcome.IsIn ? "In" : "Not in")} the cohort." : expectation.Message().Split('\n')[0],
            expectation.Outside,
            [.. expectation.Outcome.Include.Select(c => Of("include", c)), .. expectation.Outcome.Exclude.Select(c => Of("exclude", c))]);
    }

    private static string Source(FilePlace? place) => place is null ? "" : SourcePlaces.Text(place);
}
