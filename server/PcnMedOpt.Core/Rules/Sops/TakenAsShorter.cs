using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Binding;
using PcnMedOpt.Core.Rules.Conditions;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>A dose cannot have been stable for 6 weeks when it was begun 4 weeks ago (language §7).</summary>
public sealed class TakenAsShorter : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8108", "taken-as-shorter", Severity.Error, "A stable dose is assumed too early");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        declaration.HasUnknownParameter() ? [] :
        from end in declaration.All<PhaseEndSyntax>()
        let written = end.TakenAs ?? end.Time
        let values = new ValueBinder(declaration.Scope)
        let stable = values.Duration(end.Time)
        let taken = values.Duration(written)
        where values.Findings.Count == 0 && taken.IsAtMost(stable) && !stable.IsAtMost(taken)
        select Kind.At(
            written.Span,
            $"Stable for {stable} is taken as {taken} after start: by then no dose can have been stable for so long.",
            $"Take it as {stable} after start, or later.");
}
