using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Pinning;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>A list rightly keeps retired codes, for the records of the past; how many it has tells how old it is.</summary>
public sealed class InactiveInList : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2134", "inactive-in-list", Severity.Info, "A code list has retired codes");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from retired in NamedCodes.Listed(declaration, c => c.Status == CodeStatus.Inactive)
        select Kind.At(
            retired.List.PathSpan,
            $"{Listing.Count(retired.Codes.Count, "code")} of this list {(retired.Codes.Count == 1 ? "is" : "are")} retired: {NamedCodes.Some(retired.Codes)}.",
            "Keep them: records of the past hold them.");
}
