using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Pages;

/// <summary>Who answers for a document of a pack: the protocol of its own file. It is no better approved than the pack that it comes in, nor longer good.</summary>
internal static class DocumentMeta
{
    /// <param name="pack">Of the pack.</param>
    /// <param name="name">The document's name.</param>
    /// <param name="title">The document's title.</param>
    /// <param name="header">The protocol of its file; null where there is none.</param>
    public static PageMeta Of(PageMeta pack, string name, string title, ProtocolHeader? header)
    {
        var titled = pack with { Name = name, Title = title };
        return header is null ? titled : titled with
        {
            Version = header.Version,
            Status = Severity(header.Status) > Severity(pack.Status) ? header.Status : pack.Status,
            Owner = header.Owner,
            Author = header.Author,
            Reviewer = header.Reviewer,
            Approved = header.Approved,
            ApprovedBy = header.ApprovedBy,
            ReviewBy = header.ReviewBy is { } own && pack.ReviewBy is { } whole ? (own < whole ? own : whole) : header.ReviewBy ?? pack.ReviewBy,
        };
    }

    private static int Severity(ProtocolStatus status) => status switch { ProtocolStatus.Withdrawn => 2, ProtocolStatus.Draft => 1, _ => 0 };
}
