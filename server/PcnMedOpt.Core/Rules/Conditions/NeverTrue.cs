using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>A criterion that cannot hold finds nobody, and an empty list looks like good care.</summary>
public sealed class NeverTrue : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3114", "never-true", Severity.Error, "A condition can never be true");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        declaration.HasUnknownParameter() ? [] : Parts(declaration).Concat(Together(declaration.Model as Cohort));

    private IEnumerable<Diagnostic> Parts(DeclarationMeaning declaration) =>
        from condition in declaration.Conditions
        let why = Satisfiability.WhyNever(condition)
        where why is not null
        select Kind.At(condition.Span, why, "Correct the comparison or period that is wrong, or remove what cannot be.");

    /// <summary>Include criteria that must all hold, and cannot.</summary>
    private IEnumerable<Diagnostic> Together(Cohort? cohort)
    {
        if (cohort?.Include is not { Quantifier: Quantifier.All, Criteria: var criteria }) yield break;
        for (var i = 1; i < criteria.Length; i++)
            if (criteria.Take(i).Select(c => Satisfiability.WhyNotBoth(c.Condition, criteria[i].Condition)).FirstOrDefault(w => w is not null) is { } why)
                yield return Kind.At(criteria[i].Condition.Span, why, "All criteria must hold here: correct one of them, or write include any.");
    }
}
