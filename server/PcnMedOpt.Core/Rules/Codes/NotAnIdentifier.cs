using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>
/// An identifier has 6 to 18 digits, does not begin with 0, and says before its last digit what it identifies (SNOMED CT Technical
/// Implementation Guide, "SCTID data type"). dm+d identifiers are no different.
/// </summary>
public sealed class NotAnIdentifier : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2103", "not-an-identifier", Severity.Error, "Something else stands where an identifier belongs");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from id in UnusableIds.Of(declaration.Facts, declaration.List)
        where !id.IsSpreadsheetDamage && id.Problem is not (SctidProblem.None or SctidProblem.CheckDigit)
        select id.Found(Kind, "Copy the identifier of the SNOMED CT concept or dm+d entry from its source.");
}
