using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Core.Rules.Governance;

/// <summary>A citation names its source by its id, so that an id stands for one source.</summary>
public sealed class EvidenceTwice : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO5008", "evidence-twice", Severity.Error, "Two sources of a protocol have one id");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from same in (declaration.Facts.Protocol?.Evidence ?? []).GroupBy(e => e.Id, StringComparer.Ordinal)
        from again in same.Skip(1)
        select Kind.At(again.IdSpan, $"The protocol lists the evidence '{again.Id}' twice.", "Give each source an id of its own.") with
        {
            Related = new Related(declaration.Facts.Name ?? "", same.First().IdSpan, "listed here first"),
        };
}
