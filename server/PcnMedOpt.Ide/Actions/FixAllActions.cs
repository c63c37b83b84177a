using PcnMedOpt.Core;

namespace PcnMedOpt.Ide.Actions;

/// <summary>One kind of finding mended in the whole file or project, and everything in a file: only where each has one fix, and it keeps the meaning.</summary>
internal static class FixAllActions
{
    public static IEnumerable<CodeAction> Of(ActionPlace place)
    {
        var safe = place.Compilation.Diagnostics.Where(FixActions.IsSafe).ToList();
        foreach (var kind in place.Shown.Where(FixActions.IsSafe).Select(d => d.Diagnostic.Kind).Distinct())
        {
            var same = safe.Where(d => d.Diagnostic.Kind == kind).ToList();
            var here = same.Where(d => d.Declaration?.File.Path == place.File.Path).ToList();
            if (here.Count > 1) yield return CodeAction.Keeps($"Mend all {here.Count} of '{kind.Slug}' in this file", ActionKind.QuickFix, () => Together(here));
            if (same.Count > here.Count) yield return CodeAction.Keeps($"Mend all {same.Count} of '{kind.Slug}' in the project", ActionKind.QuickFix, () => Together(same));
        }
        if (safe.Any(d => d.Declaration?.File.Path == place.File.Path))
            yield return CodeAction.Keeps("Mend all that has one safe fix in this file", ActionKind.FixAll, () => CodeActions.FixFile(place.Compilation, place.File.Path));
    }

    /// <summary>The fixes together; of two that change the same words the first is taken.</summary>
    public static ActionAnswer Together(IEnumerable<LocatedDiagnostic> findings)
    {
        var taken = new List<FileEdit>();
        foreach (var finding in findings.Where(FixActions.IsSafe))
        {
            var edits = FixActions.EditsOf(finding, finding.Diagnostic.Fixes[0]).ToList();
            if (!edits.Exists(e => taken.Exists(t => Meets(e, t)))) taken.AddRange(edits);
        }
        return ActionAnswer.Of(taken);
    }

    private static bool Meets(FileEdit a, FileEdit b) => a.Path == b.Path && a.Span.Start <= b.Span.End && b.Span.Start <= a.Span.End;
}
