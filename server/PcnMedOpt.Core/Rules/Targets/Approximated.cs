using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model;

namespace PcnMedOpt.Core.Rules.Targets;

/// <summary>A test that a system expresses, but not to the letter: how it differs is said here and printed on the pages.</summary>
public sealed class Approximated : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO6002", "approximated", Severity.Info, "A system expresses a test not to the letter");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from test in TestFits.Of(declaration, FitGrade.Approximate)
        select Kind.At(test.Test.Span, $"In {test.Target.Name} this is approximate: {test.Fit.How}.", "Nothing has to be done; the pages say so too.");
}
