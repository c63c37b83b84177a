using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Terminology.Store;

/// <summary>What a store says of itself, as texts: its name, its namespaces, and four texts for each source.</summary>
internal static class ReleaseText
{
    private const int Head = 2;
    private const int Fields = 5;

    public static List<string> Write(string name, IEnumerable<string> namespaces, IEnumerable<ReleaseSource> sources) =>
    [
        name,
        string.Join(' ', namespaces.Select(n => n.Length == 0 ? "-" : n)),
        .. sources.SelectMany(s => new[]
        {
            s.Kind.ToString(), s.Name, s.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            s.Rows.ToString(CultureInfo.InvariantCulture), s.BadRows.ToString(CultureInfo.InvariantCulture),
        }),
    ];

    public static ReleaseInfo Read(StoreTexts texts, string hash)
    {
        ImmutableArray<ReleaseSource> sources =
        [
            .. from source in Enumerable.Range(0, (texts.Count - Head) / Fields)
               let at = Head + (source * Fields)
               select new ReleaseSource(
                   Enum.Parse<SourceKind>(texts[at]), texts[at + 1], texts[at + 2].Length == 0 ? null : DateOnly.ParseExact(texts[at + 2], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                   long.Parse(texts[at + 3], CultureInfo.InvariantCulture), long.Parse(texts[at + 4], CultureInfo.InvariantCulture)),
        ];
        var namespaces = texts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => n == "-" ? "" : n);
        return new ReleaseInfo(texts[0], hash, sources.Max(s => s.Date), sources, [.. namespaces]);
    }
}
