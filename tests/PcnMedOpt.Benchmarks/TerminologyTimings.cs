using System.Diagnostics;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Building;
using PcnMedOpt.Terminology.Files;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Benchmarks;

/// <summary>How long a terminology store takes to make, to open and to ask. The release is one that "release FOLDER" has written.</summary>
internal static class TerminologyTimings
{
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
        Each("is-a, by identifiers", ids, id => release.IsA(id, ids[(int)(id % ids.Length)]) ? 1 : 0);
        Each("the concept of a description", ids, id => (int)(release.ConceptOfDescription(release.DescriptionId((int)(id % release.DescriptionCount))) ?? 0));
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

    private static void Each(string what, long[] ids, Func<long, int> ask)
    {
        long sum = 0;
        foreach (var id in ids) sum += ask(id);
        var start = Stopwatch.GetTimestamp();
        foreach (var id in ids) sum += ask(id);
        Console.WriteLine($"{what}: {Stopwatch.GetElapsedTime(start).TotalNanoseconds / ids.Length / 1000:N3} µs ({sum % 7})");
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
