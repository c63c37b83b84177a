using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Docs;

/// <summary>One thing that was asked for: the lines on which it stands, its words, the declarations that answer it, and what is to be said besides.</summary>
public sealed record Requirement(string Source, int Line, int LastLine, string Quote, IReadOnlyList<string> Answers, string Note)
{
    public override string ToString() => $"{Source}, line {Line}: {Quote}";
}

/// <summary>Reads docs/coverage.csv, which is written by hand, and writes docs/coverage.md from it.</summary>
internal static partial class Coverage
{
    private const string Header = "text,line,to,quote,answers,note";

    /// <summary>The texts that were given, by their number.</summary>
    private static readonly SortedDictionary<string, string> Sources = new(StringComparer.Ordinal)
    {
        ["000"] = "A provider's page: structured medication reviews",
        ["001"] = "A provider's page: medicines optimisation for primary care networks",
        ["002"] = "A provider's page: medicines optimisation for GP practices",
        ["003"] = "NHS England, draft service specifications of December 2019",
        ["004"] = "A provider's articles on medicines optimisation",
    };

    public static List<Requirement> Read()
    {
        var text = File.ReadAllText(Repository.PathOf("docs", "coverage.csv"));
        var (reader, fields, rows) = (new CsvReader(text), new List<CsvField>(), new List<string[]>());
        while (reader.Read(fields)) rows.Add([.. fields.Select(f => f.Value)]);
        Assert.Null(reader.UnclosedQuote);
        Assert.Equal(Header, string.Join(',', rows[0]));
        return [.. rows.Skip(1).Select(Of)];
    }

    public static string Page(IReadOnlyList<Requirement> requirements, Compilation protocols)
    {
        var page = new StringBuilder("# What was asked for, and what answers it\n\n");
        page.Append("Five texts said what a practice and a network need. Each line of them that asks for something is quoted here with its number, and beside it stands what answers it, or why nothing does. *Out of scope* and *not software* are answers too. ");
        page.Append("The page is written from [coverage.csv](coverage.csv); a test fails when an answer is no longer declared, or is in no pack.\n\n| text | | requirements | answered | not answered, with the reason |\n|---|---|---|---|---|\n");
        foreach (var (source, title) in Sources)
        {
            var all = requirements.Where(r => r.Source == source).ToList();
            page.Append($"| {source} | [{title}](#{source}) | {all.Count} | {all.Count(r => r.Answers.Count > 0)} | {all.Count(r => r.Answers.Count == 0)} |\n");
        }
        foreach (var (source, title) in Sources)
        {
            page.Append($"\n<a id=\"{source}\"></a>\n\n## {source}: {title}\n\n| line | asked for | answered by | note |\n|---|---|---|---|\n");
            foreach (var requirement in requirements.Where(r => r.Source == source))
                page.Append($"| {Lines(requirement)} | {Escaped(requirement.Quote)} | {string.Join("<br>", requirement.Answers.Select(a => Link(a, protocols)))} | {Escaped(requirement.Note)} |\n");
        }
        return page.ToString();
    }

    /// <summary>Words with one blank between them, so that the line breaks of a text do not matter.</summary>
    public static string Words(string text) => Blanks().Replace(text, " ").Trim();

    private static Requirement Of(string[] row)
    {
        Assert.True(row.Length == 6, $"A row of coverage.csv has {row.Length} fields: {string.Join(',', row)}");
        Assert.True(Sources.ContainsKey(row[0]), $"There is no text {row[0]}.");
        var line = int.Parse(row[1], CultureInfo.InvariantCulture);
        var last = row[2].Length == 0 ? line : int.Parse(row[2], CultureInfo.InvariantCulture);
        return new Requirement(row[0], line, last, row[3], row[4].Split(' ', StringSplitOptions.RemoveEmptyEntries), row[5]);
    }

    private static string Lines(Requirement requirement) =>
        requirement.LastLine == requirement.Line ? $"{requirement.Line}" : $"{requirement.Line}–{requirement.LastLine}";

    private static string Link(string name, Compilation protocols) => protocols.Names.Find(name) is { } declaration
        ? $"{declaration.Facts.Kind.Noun()} [`{name}`](../protocols/{declaration.File.Path})"
        : $"`{name}`";

    private static string Escaped(string text) => Special().Replace(text, @"\$0");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[|*_<>\[\]~`]")]
    private static partial Regex Special();
}
