using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model;

namespace PcnMedOpt.Core.Rules.Targets;

/// <summary>
/// A test that a system cannot express is built by hand there. Until that is done it finds nobody, so that the search hides patients, or where
/// the test leads away from being found, finds too many: both are said, and nothing is dropped.
/// </summary>
public sealed class BuiltByHand : IDeclarationRule
{
    public const string Id = "MO6001";

    public DiagnosticKind Kind { get; } = new(Id, "built-by-hand", Severity.Info, "A system cannot express a test");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from test in TestFits.Of(declaration, FitGrade.ByHand)
        select Kind.At(
            test.Test.Span,
            $"In {test.Target.Name} this is built by hand, because {test.Fit.How}.",
            test.LeadsToSelection ? "Until it is built, the search hides patients." : "Until it is built, the search finds too many.");
}
