using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>
/// Descriptions and relationships have identifiers too, and code sets are made of concepts. Values copied out of EMIS are often those of
/// descriptions: 12737921000006110 is one, and 1129331000000101 its concept.
/// </summary>
public sealed class NotAConcept : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2104", "not-a-concept", Severity.Error, "An identifier is not that of a concept");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from id in UnusableIds.Of(declaration.Facts, declaration.List)
        where id.Problem == SctidProblem.None
        select id.Found(Kind, $"Use the identifier of the concept that {(id.Kind == ComponentKind.Description ? "it describes" : "is meant")}.");
}
