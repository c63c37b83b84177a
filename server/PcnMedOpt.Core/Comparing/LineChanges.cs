using System.Collections.Immutable;

namespace PcnMedOpt.Core.Comparing;

/// <summary>What differs between two explanations, line by line: what is new and what is gone, in the order of the text.</summary>
internal static class LineChanges
{
    public static IEnumerable<ChangeLine> Of(ImmutableArray<string> old, ImmutableArray<string> now)
    {
        var common = Common(old, now);
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            var (from, to) = (i, j);
            while (i < old.Length && (j >= now.Length || common[i, j] == common[i + 1, j]) && !(j < now.Length && old[i] == now[j])) i++;
            while (j < now.Length && !(i < old.Length && old[i] == now[j]) && (i >= old.Length || common[i, j] == common[i, j + 1])) j++;
            foreach (var line in Words(old[from..i], now[to..j])) yield return line;
            while (i < old.Length && j < now.Length && old[i] == now[j]) (i, j) = (i + 1, j + 1);
        }
    }

    private static IEnumerable<ChangeLine> Words(ImmutableArray<string> gone, ImmutableArray<string> come)
    {
        if (gone.Length == come.Length)
            return come.Zip(gone, (after, before) => new ChangeLine($"{Sentence(after)} Was: {Sentence(before)}"));
        return [.. gone.Select(g => new ChangeLine($"Gone: {Sentence(g)}")), .. come.Select(c => new ChangeLine($"New: {Sentence(c)}"))];
    }

    private static string Sentence(string line) => line.TrimEnd() is var text && text.EndsWith('.') ? text : $"{text}.";

    /// <summary>How many lines the rests from each pair of places have in common, in their order.</summary>
    private static int[,] Common(ImmutableArray<string> old, ImmutableArray<string> now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }
}
