using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>A condition that holds for everyone chooses nobody; usually "or" was written for "and", or a comparison is the wrong way round.</summary>
public sealed class AlwaysTrue : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3115", "always-true", Severity.Warning, "A condition is always true");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from condition in declaration.HasUnknownParameter() ? [] : declaration.Conditions
        let why = Satisfiability.WhyAlways(condition)
        where why is not null
        select Kind.At(condition.Span, why, "Correct what is wrong, or remove it.");
}
