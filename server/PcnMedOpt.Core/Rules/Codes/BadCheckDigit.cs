using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>
/// The last digit of an identifier is worked out from the others (Verhoeff), so that a wrong digit, or two that changed places, is seen.
/// A good check digit does not show that a code exists.
/// </summary>
public sealed class BadCheckDigit : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2102", "bad-check-digit", Severity.Error, "An identifier fails its check digit");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from id in UnusableIds.Of(declaration.Facts, declaration.List)
        where id.Problem == SctidProblem.CheckDigit && !id.IsSpreadsheetDamage
        select id.Found(Kind, "Copy the identifier from its source again.");
}
