namespace PcnMedOpt.Core.Text;

/// <summary>Finds the word that was probably meant, for "did you mean".</summary>
public static class CloseWords
{
    /// <summary>The nearest candidate by edit distance, or null when none is near: a third of the word may differ.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates) => Near(word, candidates).FirstOrDefault();

    /// <summary>The candidates that are near, the nearest first, at most three.</summary>
    public static IEnumerable<string> Near(string word, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, word.Length / 3);
        return candidates
            .Where(c => Math.Abs(c.Length - word.Length) <= limit && c != word)
            .Select(c => (Word: c, Distance: Distance(word, c)))
            .Where(c => c.Distance <= limit)
            .OrderBy(c => c.Distance)
            .Take(3)
            .Select(c => c.Word);
    }

    /// <summary>Edits to come from one to the other, neighbours changed round counting as one (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var above = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) above[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, above, row) = (above, row, before);
        }
        return above[b.Length];
    }
}
