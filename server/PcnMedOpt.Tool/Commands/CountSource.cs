using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Data.Counting;
using PcnMedOpt.Data.Extracts;
using PcnMedOpt.Tool.Databases;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Commands;

/// <summary>What is to be counted.</summary>
/// <param name="Compilation">The project.</param>
/// <param name="Cohorts">Its cohorts that are wanted.</param>
/// <param name="Measures">Its measures that are wanted.</param>
/// <param name="Reference">The day on which everything is worked out.</param>
internal sealed record CountRequest(Compilation Compilation, ImmutableArray<Cohort> Cohorts, ImmutableArray<Measure> Measures, DateOnly Reference);

/// <summary>Where it is counted: in a folder of CSV files, or in a database.</summary>
internal static class CountSource
{
    /// <param name="data">A folder, or the address of a database.</param>
    /// <param name="request">What is to be counted.</param>
    /// <param name="longest">How long one statement may take in a database; null for as long as it takes.</param>
    /// <param name="output">Told how far it has come.</param>
    /// <exception cref="UsageException">There are no such data.</exception>
    public static Counts Count(string data, CountRequest request, TimeSpan? longest, Output output)
    {
        if (DatabaseAddress.IsOne(data)) return CountedDatabase.Of(data, request.Compilation.Project, request.Cohorts, request.Measures, request.Reference, longest, output);
        if (longest is not null) throw new UsageException("--timeout is for a database: reading a folder ends with Ctrl+C.");
        if (!Directory.Exists(data)) throw new UsageException($"There is no folder {data}. An extract is a folder with {Schema.Patients}, {Schema.Events} and {Schema.Medications}.");
        var progress = output.Progress();
        try
        {
            var index = ExtractFolder.Open(data, read => progress.Tell("Reading the extract", read.Of == 0 ? null : (double)read.Read / read.Of), output.Say);
            progress.Tell("Counting");
            return Counter.Count(index, request.Compilation.Project, request.Cohorts, request.Measures, request.Reference);
        }
        finally
        {
            progress.End();
        }
    }
}
