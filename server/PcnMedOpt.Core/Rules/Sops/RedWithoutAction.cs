using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Sops;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>Whoever sees a red result must know what to do, and at once.</summary>
public sealed class RedWithoutAction : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8109", "red-without-action", Severity.Error, "A red band does not say what is done");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from limit in (declaration.Model as Sop)?.Limits ?? []
        from red in limit.Bands.Select(b => (b.Colour, b.Action, b.Span)).Concat(limit.Changes.Select(c => (c.Colour, c.Action, c.Span)))
        where red.Colour == Colour.Red && string.IsNullOrWhiteSpace(red.Action)
        select Kind.At(
            red.Span,
            $"A red result of \"{limit.Title}\" says nothing about what is done.",
            "Write it after the band, such as \"Withhold, and discuss with the specialist the same day.\"");
}
