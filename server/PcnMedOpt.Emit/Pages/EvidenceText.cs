using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Pages;

/// <summary>A source in words, for outputs that have no list of evidence to point at.</summary>
internal static class EvidenceText
{
    public static string When(Evidence evidence) => (evidence.Dated, evidence.Read) switch
    {
        ({ } dated, { } read) => $"Dated {EnglishDates.Of(dated)}, read {EnglishDates.Of(read)}",
        ({ } dated, null) => $"Dated {EnglishDates.Of(dated)}",
        (null, { } read) => $"Read {EnglishDates.Of(read)}",
        _ => "No date",
    };

    /// <summary>The source and the place in it, when it was published or read, and where it is.</summary>
    public static string Of(Evidence evidence, string? section) =>
        $"{evidence.Text}{(section is null ? "" : $", {section}")}. {When(evidence)}.{(evidence.Url is null ? "" : $" {evidence.Url}")}";

    /// <summary>What a declaration cites, each source and place once.</summary>
    public static IEnumerable<string> Of(PageContents contents, string declaration, IEnumerable<Citation> cites) =>
        cites.Select(c => contents.EvidenceOf(c.From ?? declaration, c.Evidence) is { } evidence ? Of(evidence, c.Section) : null).OfType<string>().Distinct(StringComparer.Ordinal);
}
