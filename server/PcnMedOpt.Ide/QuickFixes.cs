using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Ide.Actions;

namespace PcnMedOpt.Ide;

/// <summary>Takes a quick fix.</summary>
public static class QuickFixes
{
    /// <summary>The text of the finding's file after the fix.</summary>
    /// <exception cref="ArgumentException">The finding is about the settings, and has no fix.</exception>
    public static string Apply(LocatedDiagnostic finding, Fix fix)
    {
        var file = finding.Declaration?.File ?? throw new ArgumentException("A finding about the settings has no fix.", nameof(finding));
        return ProjectEdit.Of(FixActions.EditsOf(finding, fix)).Apply(file.Path, file.Text);
    }
}
