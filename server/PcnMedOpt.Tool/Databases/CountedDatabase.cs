using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Databases;

/// <summary>What <c>medopt count --data postgres://…</c> asks for: the counts of a project in a database, with Ctrl+C, a longest time, and messages without a password.</summary>
public static class CountedDatabase
{
    /// <summary>The counts. What is counted is told when it begins.</summary>
    /// <param name="data">The address, as it is written.</param>
    /// <param name="project">What names in conditions stand for.</param>
    /// <param name="cohorts">The cohorts to be counted.</param>
    /// <param name="measures">The measures to be counted.</param>
    /// <param name="reference">The day on which everything is worked out.</param>
    /// <param name="longest">How long one statement may take; null for as long as it takes.</param>
    /// <param name="output">Where progress is told.</param>
    /// <exception cref="UsageException">The address cannot be read, the database cannot be reached, refuses, or was told to stop.</exception>
    public static Counts Of(
        string data, ProjectModel project, IEnumerable<Cohort> cohorts, IEnumerable<Measure> measures, DateOnly reference, TimeSpan? longest, Output output)
    {
        var address = DatabaseAddress.Read(data);
        return DatabaseWork.Run(address, async cancel =>
        {
            await using var query = await DatabaseQuery.Begin(address, longest, cancel);
            return await DatabaseCounting.Count(query, address.ToString(), project, cohorts, measures, reference, name => output.Say($"Counting {name}…"), cancel);
        });
    }
}
