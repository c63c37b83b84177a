using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Pinning;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>A list rightly keeps retired codes, for the records of the past; how many it has tells how old it is.</summary>
public sealed class InactiveInList : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2134", "inactive-in-list", Severity.Info, "A code list has retired codes");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from listed in NamedCodes.Listed(declaration)
        let retired = listed.Codes.Where(c => c.Status == CodeStatus.Inactive).Select(c => (c.Id, c.Term)).ToList()
        where retired.Count > 0
        select Kind.At(
            listed.List.PathSpan,
            $"{Listing.Count(retired.Count, "code")} of this list {(retired.Count == 1 ? "is" : "are")} retired: {NamedCodes.Some(retired)}.",
            "Keep them: records of the past hold them.");
}
