using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Rules.Conditions;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>With codes of orders alone, whoever was sent for a test looks monitored, and whoever was tested does not.</summary>
public sealed class MonitorsOrders : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8117", "monitors-orders", Severity.Error, "A test is followed by its order, and not by its result");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        declaration.Syntax is not SopSyntax ? [] :
        from use in declaration.SetUses.SelectMany(u => u).Where(u => u.Test is ScheduleSyntax or BaselineSyntax or IntervalSyntax or LimitSyntax).DistinctBy(u => u.Name)
        let codes = declaration.CodeSet(use.Name)
        where codes is { Codes.IsEmpty: false, Opaque.IsEmpty: true } && codes.Codes.All(OrderCodes.All.ContainsKey)
        select Kind.At(
            use.Set.Span,
            $"'{use.Name}' holds codes that ask for a test, and none of a result.",
            "Name a code set of result codes.");
}
