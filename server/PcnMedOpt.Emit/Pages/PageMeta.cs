using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Pages;

/// <summary>Who answers for a pack, and what its pages were made from and when: printed on every page of paper.</summary>
/// <param name="Name">The pack's name.</param>
/// <param name="Title">The pack's title.</param>
/// <param name="Version">Of the protocol; null where it states none.</param>
/// <param name="Status">Of the protocol.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Reviewer">Who checked it.</param>
/// <param name="Approved">The day of approval.</param>
/// <param name="ApprovedBy">Who approved it.</param>
/// <param name="ReviewBy">The day by which it must be reviewed.</param>
/// <param name="SourceHash">Of the texts that it was made from, in hexadecimal digits.</param>
/// <param name="ToolVersion">Of the program that made it.</param>
/// <param name="LanguageVersion">Of the protocol language.</param>
/// <param name="Today">The day on which it was made, and on which its dates are judged.</param>
public sealed record PageMeta(
    string Name,
    string Title,
    string? Version,
    ProtocolStatus Status,
    string? Owner,
    string? Author,
    string? Reviewer,
    DateOnly? Approved,
    string? ApprovedBy,
    DateOnly? ReviewBy,
    string SourceHash,
    string ToolVersion,
    string LanguageVersion,
    DateOnly Today)
{
    /// <summary>The meta data of a pack under the protocol of its file; without one it is a draft of nobody.</summary>
    public static PageMeta Of(Pack pack, ProtocolHeader? protocol, string sourceHash, string toolVersion, string languageVersion, DateOnly today) => new(
        pack.Name,
        pack.Title,
        protocol?.Version,
        protocol?.Status ?? ProtocolStatus.Draft,
        protocol?.Owner,
        protocol?.Author,
        protocol?.Reviewer,
        protocol?.Approved,
        protocol?.ApprovedBy,
        protocol?.ReviewBy,
        sourceHash,
        toolVersion,
        languageVersion,
        today);

    public bool IsPastReview => ReviewBy < Today;

    /// <summary>Enough of the hash to tell two builds apart.</summary>
    public string ShortHash => SourceHash.Length > 12 ? SourceHash[..12] : SourceHash;

    public string StatusWord => Status switch { ProtocolStatus.Active => "Active", ProtocolStatus.Withdrawn => "Withdrawn", _ => "Draft" };

    /// <summary>The status, and what it forbids.</summary>
    public string StatusLine => Warning is null ? StatusWord : Status == ProtocolStatus.Active ? $"{StatusWord}. {Warning}" : Warning;

    /// <summary>What every page must carry in large letters; null where there is nothing to warn of.</summary>
    public string? Warning => Status switch
    {
        ProtocolStatus.Withdrawn => "WITHDRAWN: do not use",
        _ when IsPastReview => "PAST ITS REVIEW DATE: do not use until reviewed",
        ProtocolStatus.Draft => "DRAFT: not approved for use",
        _ => null,
    };

    /// <summary>The warning in one word, for the background of a printed page.</summary>
    public string? Watermark => Status switch
    {
        ProtocolStatus.Withdrawn => "WITHDRAWN",
        _ when IsPastReview => "REVIEW OVERDUE",
        ProtocolStatus.Draft => "DRAFT",
        _ => null,
    };
}
