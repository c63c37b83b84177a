using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Rules.Conditions;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>"No routine tests" stands instead of schedules: beside them it says two things.</summary>
public sealed class TestsAndNone : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8116", "tests-and-none", Severity.Error, "Tests are scheduled, and said not to be");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from scheduled in declaration.All<ScheduledSyntax>()
        let none = scheduled.Schedules.OfType<NoRoutineTestsSyntax>().FirstOrDefault()
        where none is not null && scheduled.Schedules.Any(s => s is ScheduleSyntax)
        select Kind.At(
            none.Span,
            "Tests are scheduled between the same braces.",
            "Keep the schedules, or this.",
            Fix.Changes("Keep the schedules", Edits.Remove(declaration.Text, none.Span)));
}
