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

    /// <summary>The counts of a cohort, of a measure, or of the cohorts of a procedure; null while the extract is not there, and where the project has errors, which may decide them.</summary>
    public Counts? Count(Compilation compilation, string name, CancellationToken cancel)
    {
        if (index is not { } patients || compilation.HasErrors) return null;
        var counter = counters.GetValue(compilation, c => new Counter(patients, c.Project, c.Today));
        if (compilation.Model<Measure>(name) is { } measure) return counter.Count([], [measure], cancel);
        if (compilation.Cohort(name) is { } cohort) return counter.Count([cohort], [], cancel);
        return compilation.CohortsOf(name) is { } derived ? counter.Count(derived.Main.Select(p => compilation.Cohort($"{name}.{p}")).OfType<Cohort>(), [], cancel) : null;
    }
}
