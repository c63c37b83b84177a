using System.Text;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Ide;

/// <summary>Takes a quick fix.</summary>
public static class QuickFixes
{
    /// <summary>The text of the finding's file after the fix.</summary>
    public static string Apply(Compilation compilation, LocatedDiagnostic finding, Fix fix)
    {
        var declaration = finding.Declaration ?? throw new ArgumentException("A finding about the settings has no fix.", nameof(finding));
        var text = new StringBuilder(declaration.File.Text);
        foreach (var edit in fix.Edits.OrderByDescending(e => e.Span.Start))
        {
            var start = edit.Span.Start + declaration.Start;
            text.Remove(start, edit.Span.Length).Insert(start, edit.NewText);
        }
        return compilation.WithFile(declaration.File.Path, text.ToString()).Files[declaration.File.Path].Text;
    }
}
