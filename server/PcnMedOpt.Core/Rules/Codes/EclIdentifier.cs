using System.Globalization;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>The identifiers of an expression are held to their check digits and to being concepts, as those of a code set are.</summary>
public sealed class EclIdentifier : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2125", "ecl-identifier", Severity.Error, "An identifier in an ECL expression is none of a concept");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (EclSyntax.TextOf(declaration) is not { } text || EclParser.Parse(Strings.Value(text)).Expression is not { } expression) yield break;
        var offsets = TextOffsets.Of(text);
        foreach (var concept in EclReferences.Of(expression))
        {
            var id = concept.Id.ToString(CultureInfo.InvariantCulture);
            if (Fault(id) is { } fault) yield return Kind.At(TextSpan.FromBounds(offsets[concept.Offset], offsets[concept.Offset + id.Length - 1] + 1), fault, "Copy the identifier from its source again.");
        }
    }

    private static string? Fault(string id) => Sctid.Check(id) switch
    {
        SctidProblem.CheckDigit => $"'{id}' fails its check digit: it identifies nothing.",
        SctidProblem.Partition => $"'{id}' is no identifier of SNOMED CT: its last digits name no kind of thing.",
        SctidProblem.None when Sctid.KindOf(id) == ComponentKind.Description => $"'{id}' identifies a description, and a concept is meant here.",
        SctidProblem.None when Sctid.KindOf(id) == ComponentKind.Relationship => $"'{id}' identifies a relationship, and a concept is meant here.",
        _ => null,
    };
}
