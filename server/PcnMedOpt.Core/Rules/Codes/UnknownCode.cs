using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Pinning;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>A good check digit does not show that a code exists; a release does.</summary>
public sealed class UnknownCode : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2130", "unknown-code", Severity.Error, "A code is not in the terminology release");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from named in NamedCodes.Written(declaration)
        where named.Known.Status == CodeStatus.Unknown
        select Kind.At(
            named.Code.Span,
            $"The terminology release has no {named.Code.Text}, and it holds other codes of its namespace.",
            "Copy the code from its source again; a code that is newer than the release needs a newer release.");
}
