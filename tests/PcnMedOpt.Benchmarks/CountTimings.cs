using System.Diagnostics;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Data.Columns;
using PcnMedOpt.Data.Counting;
using PcnMedOpt.Data.Extracts;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Benchmarks;

/// <summary>How long counting takes on an extract: what is quick enough to be timed by a clock, and too large for a benchmark that runs a hundred times.</summary>
internal static class CountTimings
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    public static void Run(string projectFolder, string extract, string cohort)
    {
        var project = LoadedProject.Load(ProjectFolder.Find(projectFolder), Today).Compilation;
        var cache = Path.Combine(extract, ExtractFolder.CacheName);
        GC.KeepAlive(ExtractReader.Read(extract));
        Console.WriteLine($"memory of one reading: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB at most");
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        Say("reading the CSV files", Median(3, () => ExtractReader.Read(extract)));
        Console.WriteLine($"  of processor time each {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / 3:N0} ms");
        File.Delete(cache);
        ExtractFolder.Open(extract);
        Say("opening the columns", Median(9, () => ExtractFolder.Open(extract)));
        var index = ExtractFolder.Open(extract);
        Console.WriteLine($"{index.Patients:N0} patients, {index.Events:N0} events, {index.Issues + index.Repeats:N0} medications, {index.Codes.Length:N0} codes, {index.Values.Length:N0} results; columns of {new FileInfo(cache).Length / 1e6:N0} MB");
        Console.WriteLine($"alive with the columns: {GC.GetTotalMemory(true) / 1e6:N0} MB");
        var model = project.Project;
        var found = project.Cohort(cohort) ?? throw new ArgumentException($"There is no cohort '{cohort}'.");
        Say($"cohort {cohort}, one thread", Median(25, () => index.Blocks.Select((_, b) => new BlockEvaluator(index, b, model, Today).Find(found).In.Count).Sum(), 60));
        Say("a scan of the rows of all codes", Median(25, () => Scan(index)));
        Say("all cohorts and measures", Median(9, () => Counter.Count(index, model, project.AllCohorts, project.Models<Measure>(), Today), 9));
        Console.WriteLine($"{project.AllCohorts.Count()} cohorts, {project.Models<Measure>().Count()} measures; in {cohort}: {Counter.Count(index, model, [found], [], Today).Cohorts[0].In:N0}");
    }

    /// <summary>Looks at every row once: as quick as the memory is.</summary>
    private static long Scan(PatientIndex index)
    {
        long sum = 0;
        foreach (var block in index.Blocks)
        {
            foreach (var row in block.Events.Rows.Span) sum += row;
            foreach (var row in block.Issues.Rows.Span) sum += row;
        }
        return sum;
    }

    private static double Median<T>(int times, Func<T> work, int warmUp = 0)
    {
        // What runs often is compiled a second time, and better.
        for (var i = 0; i < warmUp; i++) GC.KeepAlive(work());
        var taken = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            GC.KeepAlive(work());
            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        taken.Sort();
        return taken[times / 2];
    }

    private static void Say(string what, double milliseconds) => Console.WriteLine($"{what}: {milliseconds:N1} ms");
}
