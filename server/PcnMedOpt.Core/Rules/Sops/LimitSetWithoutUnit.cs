using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>A limit of 110 is anaemia in g/L and impossible in g/dL: whoever compares must know in which unit results are read (language §3).</summary>
public sealed class LimitSetWithoutUnit : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8102", "limit-set-without-unit", Severity.Error, "Results are compared with a limit, and have no unit");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from use in declaration.ConditionNodes.Select(n => n switch
        {
            LimitSyntax limit => (Set: limit.Set, What: $"the limit '{limit.Name.Text}'"),
            IntervalSyntax interval => (Set: interval.Value, What: $"the interval of '{interval.Test.Text}'"),
            _ => default,
        })
        where use.Set is not null
        let set = CodeSetReader.NameOf(use.Set)
        where declaration.Scope.CodeSet(set) is { System: CodeSystem.Snomed, Units.IsEmpty: true }
        select Kind.At(
            use.Set.Span,
            $"The code set '{set}' has no unit, and {use.What} needs one.",
            $"Write it into the code set '{set}', such as unit g/L plausible 20 to 300, or unit none for INR and scores. Only a set between braces can have one.");
}
