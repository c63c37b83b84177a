using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Tool.Agreement;

/// <summary>How well a form can say a question.</summary>
/// <param name="Approximate">How it differs, each reason once; none where it must agree on everybody.</param>
/// <param name="ByHand">Tests that a person builds in it: they are taken as built as they should be.</param>
internal sealed record FormFit(ImmutableArray<string> Approximate, ImmutableArray<string> ByHand)
{
    public bool IsExact => Approximate.IsEmpty;
}

/// <summary>A form of the cohorts that finds patients by its own meaning.</summary>
internal interface IAgreementForm
{
    string Name { get; }

    FormFit FitOf(Question question);

    /// <summary>Whether it finds each of the patients.</summary>
    IReadOnlyList<bool> Find(Question question, IReadOnlyList<PatientRecord> patients);
}

/// <summary>What the forms are made of.</summary>
/// <param name="Project">Cohorts, measures and code sets.</param>
/// <param name="Cohorts">All cohorts, those of procedures too.</param>
/// <param name="Measures">All measures.</param>
/// <param name="TitleOf">The title of a name.</param>
/// <param name="Reference">The day on which everybody is looked at.</param>
internal sealed record AgreementProject(
    ProjectModel Project, ImmutableArray<Cohort> Cohorts, ImmutableArray<Measure> Measures, Func<string, string?> TitleOf, DateOnly Reference)
{
    public IEnumerable<Question> Questions => Cohorts.Select(Question.Of).Concat(Measures.Select(Question.Of).OfType<Question>());
}

/// <summary>All forms, each beside the reference meaning: to add one is to add it here.</summary>
internal static class AgreementForms
{
    public static ImmutableArray<IAgreementForm> Of(AgreementProject project) => [new RuleListForm(project), new EmisForm(project), new SystmoneForm(project)];
}
