using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Core.Semantics.Pinning;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>A retired concept is in no hierarchy: what is asked below or above it is nothing, and the set is too small.</summary>
public sealed class EclRetired : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2127", "ecl-retired", Severity.Warning, "An ECL expression asks for the hierarchy of a retired concept");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from named in EclNamed.In(declaration)
        where named.Reference.Operator is not (EclOperator.Self or EclOperator.Top or EclOperator.Bottom)
        let known = declaration.Pinned?.Find(named.Reference.Concept.Id)
        where known is { Status: CodeStatus.Inactive }
        select Kind.At(
            named.Span,
            $"{NamedCodes.Shown(known.Id, known.Term)} is retired: '{EclPrinter.Sign(named.Reference.Operator)}' finds nothing there.",
            "Name the concept that has taken its place, with {{ + HISTORY-MOD }} where records of the past are meant.");
}
