using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Templates;

namespace PcnMedOpt.Core.Rules.Templates;

/// <summary>A review counts by its code. An outcome without one is work that no measure sees, and the patient is called again.</summary>
public sealed class OutcomeUncoded : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8008", "outcome-uncoded", Severity.Warning, "An outcome is recorded without a code");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from field in (declaration.Model as Template)?.Fields ?? []
        where field is { Kind: FieldKind.Outcome, Coding: Uncoded }
        select Kind.At(
            field.NameSpan,
            $"No code shows that \"{field.Title}\" took place: no search and no measure finds it, and the patient is called again.",
            "Give the outcome the code that searches look for.");
}
