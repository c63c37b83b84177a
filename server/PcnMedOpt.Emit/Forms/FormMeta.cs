using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Forms;

/// <summary>Who answers for a template: the protocol of its own file. It is no better approved than the pack that it comes in, nor longer good.</summary>
internal static class FormMeta
{
    public static PageMeta Of(PageMeta pack, Template template, ProtocolHeader? header)
    {
        var titled = pack with { Name = template.Name, Title = template.Title };
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
