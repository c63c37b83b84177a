using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>The identifiers of an expression are held to their check digits and to being concepts, as those of a code set are.</summary>
public sealed class EclIdentifier : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2125", "ecl-identifier", Severity.Error, "An identifier in an ECL expression is none of a concept");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from named in EclNamed.In(declaration)
        let fault = Fault(named.Id)
        where fault is not null
        select Kind.At(named.Span, fault, "Copy the identifier from its source again.");

    private static string? Fault(string id) => Sctid.Check(id) switch
    {
        SctidProblem.CheckDigit => $"'{id}' fails its check digit: it identifies nothing.",
        SctidProblem.Partition => $"'{id}' is no identifier of SNOMED CT: its last digits name no kind of thing.",
        SctidProblem.None when Sctid.KindOf(id) == ComponentKind.Description => $"'{id}' identifies a description, and a concept is meant here.",
        SctidProblem.None when Sctid.KindOf(id) == ComponentKind.Relationship => $"'{id}' identifies a relationship, and a concept is meant here.",
        _ => null,
    };
}
