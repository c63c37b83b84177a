using System.Diagnostics;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Building;
using PcnMedOpt.Terminology.Files;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Benchmarks;

/// <summary>How long a terminology store takes to make, to open and to ask. The release is one that "release FOLDER" has written.</summary>
internal static class TerminologyTimings
{
    private const int Rounds = 10;
    private const int SubtreeSize = 10_000;

    public static void Run(string folder, string store)
    {
        Import(folder, store);
        Console.WriteLine($"store: {new FileInfo(store).Length / 1e6:N0} MB");
        Say("opening, everything checked", Repeat(20, () => ReleaseStore.Open(store).Dispose()));
        using var release = ReleaseStore.Open(store);
        var random = new Random(1);
        var ids = new long[100_000];
        for (var i = 0; i < ids.Length; i++) ids[i] = release.IdOf(random.Next(release.Count));
        Each("a concept with its terms", ids, id => release.Find(id)?.Term.Length ?? 0);
        Each("the ordinal of a concept", ids, id => release.OrdinalOf(id));
        Each("is-a, by identifiers", [.. ids.Select(id => (id, release.IdOf(random.Next(release.Count))))], p => release.IsA(p.Item1, p.Item2) ? 1 : 0);
        Each("is-a that holds, by identifiers", [.. ids.Select(id => (id, Above(release, id, random)))], p => release.IsA(p.Item1, p.Item2) ? 1 : 0);
        Each("the concept of a description", [.. ids.Select(_ => release.DescriptionId(random.Next(release.DescriptionCount)))], id => (int)(release.ConceptOfDescription(id) ?? 0));
        Descendants(release);
        Searches(release, random);
    }

    private static void Import(string folder, string store)
    {
        var start = Stopwatch.GetTimestamp();
        var opened = Directory.GetFileSystemEntries(folder).Order(StringComparer.Ordinal).Select(p => ReleasePath.Open(p)).ToList();
        try
        {
            var contents = opened.SelectMany(o => o.Contents).ToList();
            var parts = contents.Where(c => c.Kind != SourceKind.Rf2).Select(c => ReleaseParts.Read(c)).ToList();
            var last = "";
            var report = ReleaseImport.Run(store, null, [.. contents.Where(c => c.Kind == SourceKind.Rf2).Select(c => c.Files)], [.. parts.Select(p => p.Part)], step =>
            {
                if (step.What == last) return;
                Console.WriteLine($"  {Stopwatch.GetElapsedTime(start).TotalSeconds:N2} s: {last = step.What}");
            }, CancellationToken.None);
            Console.WriteLine($"import: {Stopwatch.GetElapsedTime(start).TotalSeconds:N2} s, {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB at most");
            foreach (var source in report.Release.Sources) Console.WriteLine($"  {source}");
            foreach (var fault in report.Files) Console.WriteLine($"  {fault}");
            foreach (var note in report.Notes) Console.WriteLine($"  {note}");
        }
        finally
        {
            foreach (var path in opened) path.Dispose();
        }
    }

    private static void Descendants(ReleaseStore release)
    {
        var sizes = new int[release.Count];
        for (var i = 0; i < release.Count; i++)
            foreach (var above in release.Ancestors(i)) sizes[above]++;
        var top = Enumerable.Range(0, release.Count).MinBy(c => Math.Abs(sizes[c] - SubtreeSize));
        Say($"descendants: {sizes[top]:N0} concepts, as identifiers", Repeat(200, () => release.Descendants(release.IdOf(top))));
        var largest = Enumerable.Range(0, release.Count).MaxBy(c => sizes[c]);
        Say($"descendants: {sizes[largest]:N0} concepts, as a set", Repeat(50, () => release.AddDescendants(largest, release.EmptySet())));
    }

    private static void Searches(ReleaseStore release, Random random)
    {
        foreach (var (words, least, most) in new[] { (1, 1, 3), (1, 3, 6), (2, 1, 2), (2, 2, 5), (2, 4, 9), (3, 2, 5) })
        {
            var typed = new string[2000];
            for (var i = 0; i < typed.Length; i++)
            {
                var term = Core.Text.Words.Of(release.Term(random.Next(release.DescriptionCount)));
                typed[i] = string.Join(' ', term.OrderBy(_ => random.Next()).Take(words).Select(w => w[..Math.Min(w.Length, random.Next(least, most + 1))]));
            }
            var found = typed.Sum(t => release.Search(t, SearchScope.All, 50).Length);
            var at = 0;
            var times = Repeat(typed.Length, () => release.Search(typed[at++], SearchScope.All, 50));
            Say($"search, {words} words of {least} to {most} letters, {(double)found / typed.Length:N0} found each; the slowest '{typed[times.Index().MaxBy(t => t.Item).Index]}'", times);
        }
    }

    private static long Above(ReleaseStore release, long id, Random random) =>
        release.Ancestors(release.OrdinalOf(id)) is { IsEmpty: false } above ? release.IdOf(above[random.Next(above.Length)]) : id;

    /// <summary>Asks about everything several times, and tells the quickest.</summary>
    private static void Each<T>(string what, T[] asked, Func<T, int> ask)
    {
        long sum = 0;
        var quickest = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            foreach (var one in asked) sum += ask(one);
            quickest = Math.Min(quickest, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }
        Console.WriteLine($"{what}: {quickest / asked.Length / 1000:N3} µs, the quickest of {Rounds} rounds ({sum % 7})");
    }

    private static double[] Repeat(int times, Action work)
    {
        var taken = new double[times];
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            taken[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        return taken;
    }

    private static void Say(string what, double[] times)
    {
        double[] sorted = [.. times.Order()];
        Console.WriteLine($"{what}: median {sorted[sorted.Length / 2]:N3} ms, p95 {sorted[sorted.Length * 95 / 100]:N3} ms, largest {sorted[^1]:N3} ms, of {times.Length}");
    }
}
