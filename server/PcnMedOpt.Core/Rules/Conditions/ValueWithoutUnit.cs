using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Binding;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>Haemoglobin of 11 g/dL and of 110 g/L are the same; compared as bare numbers one of them is always low.</summary>
public sealed class ValueWithoutUnit : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3118", "value-without-unit", Severity.Warning, "A value is compared whatever its unit");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from use in declaration.ValueUses
        let set = use.Names.First()
        where declaration.Scope.CodeSet(set) is { Unit: null, System: CodeSystem.Snomed }
        let bare = use.Values.FirstOrDefault(v => new ValueBinder(declaration.Scope).Quantity(v, set).AsRecorded)
        where bare is not null
        select Kind.At(
            bare.Span,
            $"'{bare.OneLine}' is compared with results of '{set}' as they are recorded, whatever their unit.",
            $"Give the code set '{set}' its unit, such as unit g/L, or unit none for a score; then write the value in it.");
}
