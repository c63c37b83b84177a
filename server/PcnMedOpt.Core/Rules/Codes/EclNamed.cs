using System.Globalization;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>A concept that the ECL expression of a code set names, and where its identifier stands in the declaration.</summary>
internal sealed record EclNamed(string Id, EclReference Reference, TextSpan Span)
{
    /// <summary>None where there is no expression, or one that cannot be read.</summary>
    public static IEnumerable<EclNamed> In(DeclarationMeaning declaration)
    {
        if (EclSyntax.TextOf(declaration) is not { } text || EclParser.Parse(Strings.Value(text)).Expression is not { } expression) yield break;
        var offsets = TextOffsets.Of(text);
        foreach (var reference in EclReferences.Of(expression))
        {
            var id = reference.Concept.Id.ToString(CultureInfo.InvariantCulture);
            var start = reference.Concept.Offset;
            yield return new EclNamed(id, reference, TextSpan.FromBounds(offsets[start], offsets[start + id.Length - 1] + 1));
        }
    }
}
