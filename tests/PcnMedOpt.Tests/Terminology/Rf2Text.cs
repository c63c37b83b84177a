using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PcnMedOpt.Releases;

namespace PcnMedOpt.Tests.Terminology;

/// <summary>
/// A small RF2 release as one text, see tests/rf2/README.md: its files with their rows, columns parted by |, identifiers as short words after @.
/// </summary>
internal static partial class Rf2Text
{
    private const string Member = "id\teffectiveTime\tactive\tmoduleId\trefsetId\treferencedComponentId";

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["isa"] = "116680003",
        ["inferred"] = "900000000000011006",
        ["stated"] = "900000000000010007",
        ["some"] = "900000000000451002",
        ["full"] = "900000000000003001",
        ["synonym"] = "900000000000013009",
        ["definition"] = "900000000000550004",
        ["case"] = "900000000000448009",
        ["primitive"] = "900000000000074008",
        ["preferred"] = "900000000000548007",
        ["acceptable"] = "900000000000549004",
        ["gb"] = "900000000000508004",
        ["us"] = "900000000000509007",
        ["uk"] = "999001261000000100",
        ["pharmacy"] = "999000691000001104",
        ["empty"] = "",
        ["long"] = new string('x', 25_000),
        ["same"] = "900000000000527005",
        ["possibly"] = "900000000000523009",
    };

    /// <summary>Writes the files of a text; gives what the text asks besides: lines "search WORDS" and "ecl EXPRESSION".</summary>
    public static List<string> Write(string text, string folder)
    {
        var asked = new List<string>();
        var (path, marks, rows) = ("", "", new List<string>());
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append("== "))
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                if (path.Length > 0) WriteFile(Path.Combine(folder, path), marks, rows);
                (path, marks, rows) = (line[3..].Split(' ')[0], line, []);
            }
            else if (line.StartsWith("search ", StringComparison.Ordinal)) asked.Add(line);
            else if (line.StartsWith("ecl ", StringComparison.Ordinal)) asked.Add(Filled(line));
            else if (line.Length > 0) rows.Add(Filled(line.Replace('|', '\t')));
        }
        return asked;
    }

    private static string Filled(string line) => Identifier().Replace(line, m => IdOf(m.Groups[1].Value));

    /// <summary>A text with the short words in place of identifiers.</summary>
    public static string Shortened(string text) => Number().Replace(text, m => Known.Value.GetValueOrDefault(m.Value, m.Value));

    private static void WriteFile(string path, string marks, List<string> rows)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
        List<string> lines = [.. marks.Contains("headless", StringComparison.Ordinal) ? [] : new[] { Header(path) }, .. rows];
        var end = marks.Contains("crlf", StringComparison.Ordinal) ? "\r\n" : "\n";
        var text = string.Join(end, lines) + (marks.Contains("cut", StringComparison.Ordinal) ? "" : end);
        File.WriteAllText(path, text, new UTF8Encoding(marks.Contains("bom", StringComparison.Ordinal)));
    }

    private static string Header(string path) => Path.GetFileName(path) switch
    {
        var n when n.Contains("_Concept_", StringComparison.Ordinal) => "id\teffectiveTime\tactive\tmoduleId\tdefinitionStatusId",
        var n when n.Contains("_Description_", StringComparison.Ordinal) || n.Contains("_TextDefinition_", StringComparison.Ordinal) =>
            "id\teffectiveTime\tactive\tmoduleId\tconceptId\tlanguageCode\ttypeId\tterm\tcaseSignificanceId",
        var n when n.Contains("_Relationship_", StringComparison.Ordinal) =>
            "id\teffectiveTime\tactive\tmoduleId\tsourceId\tdestinationId\trelationshipGroup\ttypeId\tcharacteristicTypeId\tmodifierId",
        var n when n.Contains("_RelationshipConcreteValues_", StringComparison.Ordinal) =>
            "id\teffectiveTime\tactive\tmoduleId\tsourceId\tvalue\trelationshipGroup\ttypeId\tcharacteristicTypeId\tmodifierId",
        var n when n.Contains("Language", StringComparison.Ordinal) => Member + "\tacceptabilityId",
        var n when n.Contains("Association", StringComparison.Ordinal) => Member + "\ttargetComponentId",
        var n when n.Contains("ModuleDependency", StringComparison.Ordinal) => Member + "\tsourceEffectiveTime\ttargetEffectiveTime",
        _ => Member,
    };

    private static readonly Lazy<Dictionary<string, string>> Known = new(() =>
    {
        var known = Words.ToDictionary(w => w.Value, w => "@" + w.Key);
        foreach (var kind in "cdr")
            for (var i = 0; i < 100; i++) known[IdOf($"{kind}{i}")] = $"@{kind}{i}";
        return known;
    });

    private static string IdOf(string word)
    {
        if (Words.TryGetValue(word, out var id)) return id;
        var number = int.Parse(word[1..], CultureInfo.InvariantCulture);
        return word[0] switch
        {
            'c' => PrivateIds.Concept(PrivateIds.International, number).ToString(CultureInfo.InvariantCulture),
            'd' => PrivateIds.Description(PrivateIds.International, number).ToString(CultureInfo.InvariantCulture),
            'r' => PrivateIds.Relationship(PrivateIds.International, number).ToString(CultureInfo.InvariantCulture),
            'u' => $"00000000-0000-4000-8000-{number:D12}",
            _ => throw new ArgumentException($"@{word} is no identifier."),
        };
    }

    [GeneratedRegex(@"@([a-z]+\d*)")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\d{6,18}")]
    private static partial Regex Number();
}
