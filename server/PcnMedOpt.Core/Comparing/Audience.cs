using PcnMedOpt.Core.Comparing.Logic;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Letters;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Model.Workflows;

namespace PcnMedOpt.Core.Comparing;

/// <summary>Whom a document is for: who gets a letter, for whom a template is, for whom a workflow begins.</summary>
internal sealed record Audience(Claim Claim, Cohort? Cohort)
{
    /// <summary>Null for a document that does not say.</summary>
    public static Audience? Of(Side side, object? model) => model switch
    {
        Letter { To: { } to } => Of(side, to),
        Template { For: { } to } => Of(side, to),
        Workflow { Start: { } start } => new Audience(side.Claims.Of(start), Alone(start)),
        _ => null,
    };

    public static (string Name, string Title) NameOf(object? model) => model switch
    {
        Letter letter => (letter.Name, letter.Title),
        Template template => (template.Name, template.Title),
        Workflow workflow => (workflow.Name, workflow.Title),
        _ => throw new System.Diagnostics.UnreachableException($"{model} is for nobody"),
    };

    private static Audience Of(Side side, OfCohort of) => new(side.Claims.OfCohort(of.FullName), side.Project.Cohort(of.FullName));

    private static Cohort Alone(Condition condition) =>
        new("", "", null, new Everyone(), new Inclusion(Quantifier.Any, 0, [new Criterion("", condition, [], default, default)]), [], null, [], []);
}
