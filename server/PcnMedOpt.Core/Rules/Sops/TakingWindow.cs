using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Sops;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>
/// The window of "taking when" also says when a course ends: a gap longer than it begins a new one (language §7). Only a window that moves
/// with the day can say that.
/// </summary>
public sealed class TakingWindow : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8115", "taking-window", Severity.Error, "A window cannot tell who takes a medicine");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Model is Sop { Drug: { Taking: not InLast } drug })
            yield return Kind.At(
                drug.Span,
                $"This window does not say after which gap somebody has stopped '{drug.Set}'.",
                "Write taking when issued in last and a time, such as in last 6 months.");
    }
}
