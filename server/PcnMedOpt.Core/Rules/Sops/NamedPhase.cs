using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>A phase with where its name stands.</summary>
internal sealed record NamedPhase(Phase Phase, TextSpan NameSpan)
{
    public IEnumerable<string> Tests => Phase.Schedules.SelectMany(s => s.Tests).Distinct(StringComparer.Ordinal);

    /// <summary>The phases of a procedure, in the order of the text.</summary>
    public static IReadOnlyList<NamedPhase> Of(DeclarationMeaning declaration) =>
        declaration is { Model: Sop sop, Syntax: SopSyntax syntax }
            ? [.. sop.Phases.Zip(syntax.Clauses.OfType<PhaseSyntax>(), (phase, written) => new NamedPhase(phase, written.Name.Span))]
            : [];
}
