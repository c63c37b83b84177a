using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Ide.Starting;

/// <summary>The published lists that brought code sets read, and the notices that their licences ask for.</summary>
internal static class BroughtLists
{
    public static Brought Of(StarterPack pack, Selection selection, Func<string, string?> text)
    {
        var files = new List<BroughtFile>();
        var named = selection.Taken.SelectMany(d => d.Facts.Codes?.Lists ?? []).Select(l => l.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var path in named)
        {
            if (pack.Compilation.Lists.GetValueOrDefault(path) is not { } list) continue;
            if (text(path) is not { } there) files.Add(new BroughtFile(path, list, null));
            else if (there.ReplaceLineEndings("\n") != list.ReplaceLineEndings("\n"))
                return Brought.Refused(
                    $"Your project has another {path} than the protocol was written with, so that its code sets would mean something else. "
                    + "Rename yours, and the code sets that name it follow.");
        }
        foreach (var folder in files.GroupBy(f => StarterPack.FolderOf(f.Path), StringComparer.Ordinal).ToList())
            files.AddRange(Beside(pack, folder.Key, folder.Select(f => f.Path[folder.Key.Length..]).ToHashSet(StringComparer.Ordinal), text));
        return new Brought(null, [.. files], null, []);
    }

    private static IEnumerable<BroughtFile> Beside(StarterPack pack, string folder, HashSet<string> lists, Func<string, string?> text)
    {
        foreach (var path in StarterPack.BesideLists.Select(n => folder + n))
        {
            if (pack.Beside.GetValueOrDefault(path) is not { } beside) continue;
            var there = text(path);
            if (!path.EndsWith(".csv", StringComparison.Ordinal))
            {
                if (there is null) yield return new BroughtFile(path, beside, null);
                continue;
            }
            var known = Rows(there ?? "").Select(r => r.First).ToHashSet(StringComparer.Ordinal);
            ImmutableArray<string> rows = [.. Rows(beside).Where((r, i) => i == 0 ? there is null : lists.Contains(r.First) && !known.Contains(r.First)).Select(r => r.Text + "\n")];
            if (!rows.IsEmpty) yield return new BroughtFile(path, (there is null or "" || there.EndsWith('\n') ? "" : "\n") + string.Concat(rows), there?.Length);
        }
    }

    /// <summary>The rows of a list of sources, each with its first field: the list that it is about.</summary>
    private static List<(string First, string Text)> Rows(string csv)
    {
        var reader = new CsvReader(csv);
        var fields = new List<CsvField>();
        var rows = new List<(string, string)>();
        while (reader.Read(fields))
            if (fields[0].Value.Length > 0) rows.Add((fields[0].Value, csv[fields[0].Span.Start..fields[^1].Span.End]));
        return rows;
    }
}
