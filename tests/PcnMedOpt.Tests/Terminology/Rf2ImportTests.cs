using System.Globalization;
using System.Text;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Building;
using PcnMedOpt.Terminology.Rf2;
using PcnMedOpt.Terminology.Store;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Terminology;

/// <summary>Small releases in tests/rf2, sound and faulty, and what a store made of each says.</summary>
public sealed class Rf2ImportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("medopt-rf2-").FullName;

    public static TheoryData<string> Cases => [.. Directory.GetFiles(Repository.PathOf("tests", "rf2"), "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(folder, true);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_store_says_of_a_release_what_is_expected(string name)
    {
        var asked = Rf2Text.Write(File.ReadAllText(Repository.PathOf("tests", "rf2", name + ".txt")), Path.Combine(folder, "release"));
        Snapshot.Check(Repository.PathOf("tests", "rf2", name + ".expected"), Rf2Text.Shortened(Told(asked)));
    }

    [Fact]
    public void An_import_that_is_stopped_or_fails_leaves_the_old_store()
    {
        Rf2Text.Write(File.ReadAllText(Repository.PathOf("tests", "rf2", "terms.txt")), Path.Combine(folder, "release"));
        var store = Path.Combine(folder, "stores", "some.store");
        var hash = Run(store, CancellationToken.None).Release.Hash;
        Assert.Throws<OperationCanceledException>(() => Run(store, new CancellationToken(true)));
        File.WriteAllText(Directory.GetFiles(folder, "sct2_Concept_*", SearchOption.AllDirectories)[0], "another\theader\n");
        Assert.Throws<Rf2Exception>(() => Run(store, CancellationToken.None));
        Assert.Equal([store], Directory.GetFiles(Path.Combine(folder, "stores")));
        using var old = ReleaseStore.Open(store);
        Assert.Equal(hash, old.Release.Hash);
    }

    private ImportReport Run(string store, CancellationToken cancellation) =>
        PathImport.Run(store, null, [Path.Combine(folder, "release")], _ => { }, cancellation).Report;

    private string Told(List<string> asked)
    {
        var path = Path.Combine(folder, "some.store");
        ImportReport report;
        try
        {
            report = Run(path, CancellationToken.None);
        }
        catch (IOException refused)
        {
            return $"refused: {refused.Message}";
        }
        using var store = ReleaseStore.Open(path);
        var text = new StringBuilder();
        foreach (var source in store.Release.Sources) text.Append(CultureInfo.InvariantCulture, $"source {source.Name}: {source.Rows} rows, {source.BadRows} refused\n");
        foreach (var bad in report.BadRows) text.Append(CultureInfo.InvariantCulture, $"{bad.Fault} {Path.GetFileName(bad.File)}:{bad.Line}\n");
        foreach (var note in report.Notes) text.Append(CultureInfo.InvariantCulture, $"note {note}\n");
        for (var ordinal = 0; ordinal < store.Count; ordinal++) Tell(store, ordinal, text);
        foreach (var refset in store.Refsets) text.Append(CultureInfo.InvariantCulture, $"refset {refset.Id}: {Joined(store.Members(refset.Id) ?? [])}\n");
        foreach (var question in asked) text.Append(CultureInfo.InvariantCulture, $"{question}: {Answer(store, question)}\n");
        return text.ToString();
    }

    private static string Answer(ReleaseStore store, string question)
    {
        if (question.StartsWith("ecl ", StringComparison.Ordinal))
        {
            var answer = store.Evaluate(question[4..]);
            return answer.Concepts is { } concepts ? Joined(concepts) : answer.Fault?.Message ?? string.Join(" ", answer.NotEvaluated);
        }
        var scope = SearchScope.All with { WithInactive = question.EndsWith('+') };
        return string.Join(", ", store.Search(question["search ".Length..], scope, 10).Select(h => $"{h.Concept.Id} '{h.Matched}'"));
    }

    private static void Tell(ReleaseStore store, int ordinal, StringBuilder text)
    {
        var id = store.IdOf(ordinal);
        if (store.Find(id) is not { } entry)
        {
            text.Append(CultureInfo.InvariantCulture, $"{id} is only named\n");
            return;
        }
        text.Append(CultureInfo.InvariantCulture, $"{id} |{entry.Term}| {(entry.IsActive ? "active" : "retired")} of {entry.EffectiveTime?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? "no day"}, full name {entry.FullName ?? "none"}\n");
        foreach (var d in store.Descriptions(id)) text.Append(CultureInfo.InvariantCulture, $"  {d.Id} {d.Term}: {(d.IsFullName ? "full name" : "synonym")}, {d.Acceptability}{(d.IsActive ? "" : ", retired")}\n");
        if (store.Parents(id) is { IsEmpty: false } parents) text.Append(CultureInfo.InvariantCulture, $"  below {Joined(parents)}; all above {Joined(store.Ancestors(id))}\n");
        if (store.Descendants(id) is { IsEmpty: false } below) text.Append(CultureInfo.InvariantCulture, $"  above {Joined(below)}\n");
        foreach (var a in store.Attributes(ordinal))
            text.Append(CultureInfo.InvariantCulture, $"  {a.Group}: {store.IdOf(a.Type)} = {(a.Value < 0 ? store.ConcreteValue(a.Value) : store.IdOf(a.Value).ToString(CultureInfo.InvariantCulture))}\n");
        foreach (var i in store.Inbound(ordinal)) text.Append(CultureInfo.InvariantCulture, $"  is {store.IdOf(i.Type)} of {store.IdOf(i.Source)}\n");
        foreach (var s in store.Successors(id)) text.Append(CultureInfo.InvariantCulture, $"  {s.Kind} {s.Concept}\n");
        foreach (var p in store.Predecessors(id)) text.Append(CultureInfo.InvariantCulture, $"  of {p.Concept}, {p.Kind}\n");
    }

    private static string Joined(IEnumerable<long> ids) => string.Join(" ", ids);
}
