using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Tool.Agreement;

/// <summary>How well a form can say a question.</summary>
/// <param name="Approximate">How it differs, each reason once; none where it must agree on everybody.</param>
/// <param name="ByHand">Tests that a person builds in it: they are taken as built as they should be.</param>
public sealed record FormFit(ImmutableArray<string> Approximate, ImmutableArray<string> ByHand)
{
    public bool IsExact => Approximate.IsEmpty;
}

/// <summary>A form of the cohorts that finds patients by its own meaning.</summary>
public interface IAgreementForm
{
    string Name { get; }

    FormFit FitOf(Question question);

    /// <summary>Whether it finds each of the patients.</summary>
    IReadOnlyList<bool> Find(Question question, IReadOnlyList<PatientRecord> patients);
}

/// <summary>What the forms are made of.</summary>
/// <param name="Contents">What the pages of a pack tell of: here of everything in the project.</param>
/// <param name="Reference">The day on which everybody is looked at.</param>
/// <param name="Parts">The codes that each part of a code set stands for by the lock or the release, by the name that a lock has for it.</param>
public sealed record AgreementProject(PageContents Contents, DateOnly Reference, IReadOnlyDictionary<string, IReadOnlySet<long>> Parts)
{
    /// <summary>A pack of all cohorts, those of procedures too, and all measures.</summary>
    public static AgreementProject Of(Compilation compilation)
    {
        var everything = new Pack("everything", "Everything", null, [], [], null, []);
        return new AgreementProject(
            PageContents.Of(compilation, everything) with { Cohorts = [.. compilation.AllCohorts], Measures = [.. compilation.Models<Measure>()] }, compilation.Today, PartsOf(compilation));
    }

    public ProjectModel Project => Contents.Project;

    public ImmutableArray<Cohort> Cohorts => Contents.Cohorts;

    public ImmutableArray<Measure> Measures => Contents.Measures;

    public IEnumerable<Question> Questions => Cohorts.Select(Question.Of).Concat(Measures.Select(Question.Of).OfType<Question>());

    private static Dictionary<string, IReadOnlySet<long>> PartsOf(Compilation compilation) =>
        compilation.Names.OfKind(DeclarationKind.Codes).SelectMany(d => compilation.Pinned(d)?.Codes ?? []).SelectMany(c => c.Why.Where(PinnedWhy.IsExpansion).Select(w => (Part: w, c.Id)))
            .GroupBy(p => p.Part, p => p.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (IReadOnlySet<long>)g.ToHashSet(), StringComparer.Ordinal);
}

/// <summary>All forms, each beside the reference meaning: to add one is to add it here.</summary>
public static class AgreementForms
{
    public static ImmutableArray<IAgreementForm> Of(AgreementProject project) => [new RuleListForm(project), new EmisForm(project), new SystmoneForm(project)];
}
