using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>One record that is placed by two others is a search no GP system can run, and few readers can follow.</summary>
public sealed class TwoAnchors : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3109", "two-anchors", Severity.Error, "A test looks at two other records");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from list in declaration.FilterLists
        let anchored = list.Filters.Where(f => f is WithinSyntax or PointSyntax { Anchor: not null }).ToList()
        from second in anchored.Skip(1)
        select Kind.At(
            second.Span,
            $"'{second.OneLine}' is the second day that this test takes from elsewhere; the first is '{anchored[0].OneLine}'.",
            "Keep one of them here, and ask for the other in a test of its own, joined by and.");
}
