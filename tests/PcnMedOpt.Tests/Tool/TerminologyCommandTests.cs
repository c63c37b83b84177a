using System.Globalization;
using PcnMedOpt.Releases;

namespace PcnMedOpt.Tests.Tool;

/// <summary>A release is brought in, asked and locked by the program, as its users do it.</summary>
public sealed class TerminologyCommandTests : IDisposable
{
    private readonly Medopt medopt = new();

    public void Dispose() => medopt.Dispose();

    [Fact]
    public void A_release_is_brought_in_asked_and_locked_and_the_lock_serves_without_it()
    {
        var generated = GeneratedRelease.Of(ReleaseShape.Small);
        var written = ReleaseOnDisk.Write(generated, Path.Combine(medopt.Folder, "downloads"));
        Assert.Contains("There is no release", Said(0, "terminology", "info"), StringComparison.Ordinal);
        Assert.Contains("There is no release", Said(2, "terminology", "search", "disorder"), StringComparison.Ordinal);

        Assert.Contains("all: ", Said(0, ["terminology", "import", "--name", "all", .. written.All]), StringComparison.Ordinal);
        Assert.Contains("all  (used)", Said(0, "terminology", "info"), StringComparison.Ordinal);

        var found = Said(0, "terminology", "search", "disorder", "--most", "1");
        var id = found[..found.IndexOf(' ', StringComparison.Ordinal)];
        Assert.StartsWith($"{id} |", Said(0, "terminology", "lookup", id), StringComparison.Ordinal);
        Assert.Contains(id, Said(0, "terminology", "search", "disorder", "--below", id, "--format", "json"), StringComparison.Ordinal);
        Assert.Contains("has no active concept with these words", Said(1, "terminology", "search", "zebra"), StringComparison.Ordinal);
        Assert.Contains("check digit", Said(1, "terminology", "lookup", OtherCheckDigit(id)), StringComparison.Ordinal);

        medopt.Write("medopt.json", "{}");
        medopt.Write("a.medopt", $$"""codes below "Below" snomed { << {{id}} }""");
        Assert.Contains("new in the lock", Said(0, "lock"), StringComparison.Ordinal);
        Said(0, "lock", "--check");
        var counted = Said(0, "check", "--notes");
        Directory.Move(Path.Combine(medopt.Folder, "terminology"), Path.Combine(medopt.Folder, "elsewhere"));
        Assert.Equal(counted, Said(0, "check", "--notes"));
        Assert.DoesNotContain("needs-terminology", counted, StringComparison.Ordinal);
        medopt.Write("medopt.json", """{ "terminology": "all" }""");
        Assert.Contains("The terminology release all that medopt.json names is not on this machine: codes are known by the lock alone.", Said(0, "check"), StringComparison.Ordinal);
        File.Delete(Path.Combine(medopt.Folder, "medopt.lock"));
        Assert.Contains("needs-terminology", Said(0, "check", "--notes"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_release_is_refused_and_leaves_nothing()
    {
        var file = medopt.Write("notes.txt", "no release");
        Assert.Contains("notes.txt", Said(2, "terminology", "import", file), StringComparison.Ordinal);
        Assert.Contains("There is no release", Said(0, "terminology", "info"), StringComparison.Ordinal);
    }

    private string Said(int exitCode, params string[] arguments)
    {
        var run = medopt.Run(arguments);
        Assert.True(exitCode == run.ExitCode, $"{string.Join(' ', arguments)} ended with {run.ExitCode}: {run.Data}{run.Talk}");
        return run.Data + run.Talk;
    }

    private static string OtherCheckDigit(string id) => string.Create(CultureInfo.InvariantCulture, $"{id[..^1]}{(id[^1] - '0' + 1) % 10}");
}
