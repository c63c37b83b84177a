using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Examples;

namespace PcnMedOpt.Core.Evaluation;

/// <summary>An expectation of an example against what the reference meaning says: whether it is met, and which criteria decided.</summary>
public sealed class CheckedExpectation
{
    private readonly ProjectModel project;
    private readonly PatientRecord patient;
    private readonly DateOnly on;

    private CheckedExpectation(ProjectModel project, Expectation expectation, Cohort cohort, PatientRecord patient, DateOnly on)
    {
        (this.project, this.patient, this.on) = (project, patient, on);
        Expectation = expectation;
        Cohort = cohort;
        Outcome = new Evaluator(project, on).Outcome(cohort, patient);
    }

    public Expectation Expectation { get; }

    public Cohort Cohort { get; }

    public CohortOutcome Outcome { get; }

    /// <summary>The patient is where they are expected to be, and for the reasons that are named.</summary>
    public bool IsMet => Outcome.IsIn == Expectation.In && (!Expectation.HasBecause || Sorted(Holding).SequenceEqual(Sorted(Expected)));

    /// <summary>
    /// What made it so: for someone in the cohort the include criteria that hold; for someone outside it the exclude criteria that hold, or where none
    /// does the include criteria that fail. Empty where all who are looked at are in, and where the patient is not looked at at all.
    /// </summary>
    public IEnumerable<Criterion> Deciding =>
        Outcome.IsIn ? Chosen(Outcome.Include, true)
        : !Outcome.IsInPopulation ? []
        : Outcome.Exclude.Any(c => c.Holds) ? Chosen(Outcome.Exclude, true)
        : Chosen(Outcome.Include, false);

    /// <summary>The criteria that "because" is about: of those who are to be in the include criteria that hold, of the others the exclude criteria.</summary>
    private IEnumerable<string> Holding => Chosen(Expectation.In ? Outcome.Include : Outcome.Exclude, true).Select(c => c.Label);

    private IEnumerable<string> Expected => Expectation.Because.Select(b => b.Label);

    internal static CheckedExpectation Of(ProjectModel project, Expectation expectation, Cohort cohort, PatientRecord patient, DateOnly on) =>
        new(project, expectation, cohort, patient, on);

    /// <summary>Why a criterion holds of the patient or fails, test by test.</summary>
    public IEnumerable<Reason> Why(Criterion criterion, int depth = 0) => new Explainer(project, on).Why(criterion.Condition, patient, depth);

    /// <summary>The patient is not among those whom the cohort starts from, in a sentence; null for one who is.</summary>
    public string? Outside => Outcome.IsInPopulation ? null : $"The patient is not among {Population(Cohort.From)}.";

    /// <summary>What is and what was expected, with the why or why-not of every criterion; empty when it is met.</summary>
    public string Message()
    {
        if (IsMet) return "";
        var who = Expectation.Patient is null ? "The patient" : $"\"{Expectation.Patient}\"";
        var found = $"{who} is {(Outcome.IsIn ? "" : "not ")}in '{Cohort.Name}', but";
        return Outcome.IsIn != Expectation.In
            ? $"{found} is expected {(Expectation.In ? "to be" : "not to be")}.\n{Reasons()}"
            : $"{found} because of {Labels(Holding)}, not of {Labels(Expected)}.\n{Reasons()}";
    }

    private string Reasons()
    {
        var lines = new List<string>();
        if (Outside is { } outside) lines.Add($"  {outside}");
        Add("include", Outcome.Include);
        Add("exclude", Outcome.Exclude);
        return string.Join('\n', lines);

        void Add(string kind, ImmutableArray<CriterionOutcome> criteria)
        {
            foreach (var criterion in criteria)
            {
                lines.Add($"  {kind} \"{criterion.Criterion.Label}\" {(criterion.Holds ? "holds" : "fails")}");
                lines.AddRange(Why(criterion.Criterion, 2).Select(r => r.ToString()));
            }
        }
    }

    private static IEnumerable<Criterion> Chosen(ImmutableArray<CriterionOutcome> criteria, bool holds) => criteria.Where(c => c.Holds == holds).Select(c => c.Criterion);

    private static IEnumerable<string> Sorted(IEnumerable<string> labels) => labels.Order(StringComparer.Ordinal);

    private static string Labels(IEnumerable<string> labels) => string.Join(", ", labels.Select(l => $"\"{l}\"")) is { Length: > 0 } named ? named : "no criterion";

    private static string Population(Population population) => population switch
    {
        Registered => "the registered patients of the day",
        OfCohort cohort => $"the patients of '{cohort.FullName}'",
        _ => "the patients",
    };
}
