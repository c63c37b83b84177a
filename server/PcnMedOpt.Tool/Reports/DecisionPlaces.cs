using PcnMedOpt.Core;
using PcnMedOpt.Core.Proving;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Tool.Reports;

/// <summary>Where a criterion, or a test within it, is written.</summary>
/// <param name="Path">The file, within the project.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Span">Where it stands in the file.</param>
internal sealed record DecisionPlace(string Path, int Line, TextSpan Span);

internal static class DecisionPlaces
{
    /// <summary>The criterion or test; of the cohort of a procedure the name of the procedure. Null for what is not written.</summary>
    public static DecisionPlace? Of(Compilation compilation, string cohort, Decision decision)
    {
        if (compilation.Names.Find(cohort.Split('.')[0]) is not { } declared) return null;
        var own = cohort.Contains('.', StringComparison.Ordinal) ? default : decision.Condition.Span;
        var span = (own.Length > 0 ? own : declared.Facts.NameSpan).Shift(declared.Start);
        return new DecisionPlace(declared.File.Path, declared.File.Lines.At(span.Start).Line, span);
    }
}
