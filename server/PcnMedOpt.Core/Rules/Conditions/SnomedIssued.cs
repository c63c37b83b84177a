using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>Issues and the repeat list hold dm+d products; a SNOMED CT code among them is never found.</summary>
public sealed class SnomedIssued : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3121", "snomed-issued", Severity.Error, "A SNOMED CT code set is looked for among medicines");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from uses in declaration.SetUses
        let coded = uses.Where(u => u.How == Happened.Issued && u.System(declaration) == CodeSystem.Snomed).ToList()
        where coded.Count > 0
        let first = coded[0]
        select Kind.At(
            first.Set.Span,
            $"'{string.Join("', '", coded.Select(u => u.Name))}' holds SNOMED CT codes: they are recorded, and only medicines (dm+d) are {Done(first.Test)}.",
            first.Word is null ? "Name a dm+d code set." : "Write recorded, or name a dm+d code set.",
            [.. coded.Count == uses.Count ? AsRecorded(first) : []]);

    private static IEnumerable<Fix> AsRecorded(SetUse use) =>
        use is { Word: { } word, Test: not PairSyntax } ? [Fix.Changes("recorded", word.Instead("recorded"))] : [];

    private static string Done(SyntaxNode test) => test switch { OnRepeatSyntax => "on repeat", CountTestSyntax => "counted", DrugSyntax or AlsoSyntax => "taken", _ => "issued" };
}
