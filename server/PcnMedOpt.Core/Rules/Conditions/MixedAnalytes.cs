using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>A "full blood count" set is right to ask whether the test was done. Its latest value may be a haemoglobin or a platelet count.</summary>
public sealed class MixedAnalytes : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3119", "mixed-analytes", Severity.Warning, "A value is asked of a code set of several analytes");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from use in declaration.ValueUses
        let codes = use.Names.SelectMany(n => declaration.CodeSet(n)?.Codes ?? [])
        let analytes = codes.Select(KnownAnalytes.Of).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList()
        where analytes.Count > 1
        let sets = string.Join(" or ", use.Names)
        select Kind.At(
            use.SetsSpan,
            $"'{sets}' holds results of {string.Join(", ", analytes.SkipLast(1))} and {analytes[^1]}: one value cannot be right for all.",
            "Compare results of one kind: declare a code set of its result codes.");
}
