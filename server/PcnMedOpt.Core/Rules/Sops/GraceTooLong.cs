using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Binding;
using PcnMedOpt.Core.Rules.Conditions;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>With a grace as long as the interval a test may be left out, and nobody is told.</summary>
public sealed class GraceTooLong : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8107", "grace-too-long", Severity.Error, "The grace of a test is as long as its interval");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        declaration.HasUnknownParameter() ? [] :
        from schedule in declaration.All<ScheduleSyntax>()
        let written = schedule.Grace ?? schedule.Every
        let values = new ValueBinder(declaration.Scope)
        let every = values.Duration(schedule.Every)
        let grace = values.Duration(written)
        where schedule.Grace is not null && values.Findings.Count == 0 && every.IsAtMost(grace)
        select Kind.At(
            written.Span,
            $"A test that is due every {every} becomes overdue only {grace} later: a whole one can be missed in silence.",
            "Shorten the grace: it is for the days that booking takes.");
}
