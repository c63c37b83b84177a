namespace PcnMedOpt.Tests.Support;

/// <summary>Compares a text with an expected file; with MEDOPT_ACCEPT=1 it writes the file instead.</summary>
public static class Snapshot
{
    public static void Check(string path, string actual)
    {
        var text = actual.ReplaceLineEndings("\n");
        if (!text.EndsWith('\n')) text += "\n";
        if (Repository.Accepting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (!File.Exists(path) || File.ReadAllText(path) != text) File.WriteAllText(path, text);
            return;
        }
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (expected == text) return;
        var shown = Path.GetRelativePath(Repository.Root, path);
        Assert.Fail($"{shown} is not what comes out. Read the difference; if it is right: npm run accept\n{Difference(expected, text)}");
    }

    private static string Difference(string expected, string actual)
    {
        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        var at = 0;
        while (at < before.Length && at < after.Length && before[at] == after[at]) at++;
        IEnumerable<string> Lines(string[] lines, char mark) => lines.Skip(Math.Max(0, at - 1)).Take(8).Select(l => $"{mark} {l}");
        return $"line {at + 1}\n{string.Join('\n', Lines(before, '-').Concat(Lines(after, '+')))}";
    }
}
