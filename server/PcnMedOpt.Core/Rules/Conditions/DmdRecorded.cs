using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>Medicines are issued; among the coded entries of a record no dm+d code is ever found.</summary>
public sealed class DmdRecorded : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3120", "dmd-recorded", Severity.Error, "A medicine is looked for among recorded entries");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from uses in declaration.SetUses
        let medicines = uses.Where(u => u.How == Happened.Recorded && u.System(declaration) == CodeSystem.Dmd).ToList()
        where medicines.Count > 0
        let first = medicines[0]
        let names = string.Join("', '", medicines.Select(u => u.Name))
        select first.Test is ValueTestSyntax or ChangeTestSyntax or ShowSyntax or BaselineSyntax or ScheduleSyntax or IntervalSyntax or LimitSyntax
            ? Kind.At(first.Set.Span, $"'{names}' holds medicines (dm+d), which have no results.", "Name a SNOMED CT code set of results.")
            : Kind.At(
                first.Set.Span,
                $"'{names}' holds medicines (dm+d): they are issued, not recorded.",
                "Write issued, or name a SNOMED CT code set.",
                [.. medicines.Count == uses.Count ? AsIssued(first) : []]);

    private static IEnumerable<Fix> AsIssued(SetUse use) =>
        use.Word is { } word ? [Fix.Changes("issued", word.Instead("issued"))]
        : use.Test is StatusTestSyntax status ? [Fix.Changes("issued", Rewriting.Insert(status.Sets[^1].EndOffset, " issued"))]
        : [];
}
