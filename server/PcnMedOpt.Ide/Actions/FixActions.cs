using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Ide.Actions;

/// <summary>The fixes of the findings that are shown.</summary>
internal static class FixActions
{
    public static IEnumerable<CodeAction> Of(ActionPlace place) =>
        from finding in place.Shown
        where finding.Declaration is not null
        from fix in finding.Diagnostic.Fixes
        select new CodeAction(fix.Title, ActionKind.QuickFix, fix.Effect, () => ActionAnswer.Of(EditsOf(finding, fix)))
        {
            Mends = finding,
            IsPreferred = IsSafe(finding),
        };

    /// <summary>It has one fix, which keeps the meaning.</summary>
    public static bool IsSafe(LocatedDiagnostic finding) => finding is { Declaration: not null, Diagnostic.Fixes: [{ Effect: FixEffect.KeepsMeaning }] };

    public static IEnumerable<FileEdit> EditsOf(LocatedDiagnostic finding, Fix fix) =>
        finding.Declaration is { } declaration ? fix.Edits.Select(e => Edits.In(declaration, e.Span, e.NewText)) : [];
}
