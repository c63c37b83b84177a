using System.Runtime.CompilerServices;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Data.Columns;
using PcnMedOpt.Data.Counting;
using PcnMedOpt.Data.Extracts;

namespace PcnMedOpt.Tool.Lsp.Counting;

/// <summary>
/// The extract in which an editor's cohorts are counted, when it was given one. It is read beside all else, stays on this computer, and nothing of it is shown but numbers.
/// </summary>
/// <param name="folder">The folder of the extract; null for none.</param>
internal sealed class EditorData(string? folder)
{
    private readonly ConditionalWeakTable<Compilation, Counter> counters = [];
    private volatile PatientIndex? index;

    /// <summary>Why there is nothing to be counted in, when there should be.</summary>
    public string? Fault { get; private set; }

    /// <summary>There is something to be counted in, or will be.</summary>
    public bool IsWanted => folder is not null && Fault is null;

    /// <summary>Reads the extract; gives whether there was one to be read.</summary>
    public bool Read(Action<string> said)
    {
        if (folder is null) return false;
        try
        {
            index = ExtractFolder.Open(folder, said: said);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Fault = $"Cohorts are not counted, because the extract cannot be read: {error.Message}";
            said(Fault);
        }
        return true;
    }

    /// <summary>The counts of some cohorts and measures of a project; null while the extract is not there, and where the project has errors, which may decide them.</summary>
    public Counts? Count(Compilation compilation, IEnumerable<Cohort> cohorts, IEnumerable<Measure> measures, CancellationToken cancel) =>
        index is not { } patients || compilation.HasErrors ? null
        : counters.GetValue(compilation, c => new Counter(patients, c.Project, c.Today)).Count(cohorts, measures, cancel);
}
