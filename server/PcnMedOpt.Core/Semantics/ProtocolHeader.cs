using System.Collections.Immutable;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Semantics;

public enum ProtocolStatus
{
    Draft,
    Active,
    Withdrawn,
}

/// <summary>A source that the protocol cites: what it is, when it was published or read, and where.</summary>
public sealed record Evidence(string Id, string Text, DateOnly? Dated, DateOnly? Read, string? Url, TextSpan IdSpan);

public sealed record ChangeEntry(string Version, DateOnly? On, string Text);

/// <summary>Who answers for a protocol, in which version, on which sources (language §2). What is not said is null.</summary>
public sealed record ProtocolHeader(
    string Name,
    string Title,
    string? Version,
    ProtocolStatus Status,
    TextSpan? StatusSpan,
    string? Owner,
    string? Author,
    string? Reviewer,
    TextSpan? ReviewerSpan,
    DateOnly? Approved,
    string? ApprovedBy,
    DateOnly? ReviewBy,
    TextSpan? ReviewBySpan,
    ImmutableArray<Evidence> Evidence,
    ImmutableArray<ChangeEntry> Changes,
    ImmutableArray<Guide> Guides)
{
    public static ProtocolHeader Read(ProtocolSyntax syntax)
    {
        var clauses = syntax.Clauses;
        var status = clauses.OfType<StatusClauseSyntax>().LastOrDefault();
        var approved = clauses.OfType<ApprovedSyntax>().LastOrDefault();
        var review = clauses.OfType<ReviewBySyntax>().LastOrDefault();
        var name = Codes.CodeSetReader.NameOf(syntax.Name!);
        return new ProtocolHeader(
            name,
            syntax.Title is null ? name : Strings.Value(syntax.Title),
            clauses.OfType<VersionSyntax>().LastOrDefault()?.Version.Text,
            status?.Status.Kind switch { TokenKind.ActiveWord => ProtocolStatus.Active, TokenKind.WithdrawnWord => ProtocolStatus.Withdrawn, _ => ProtocolStatus.Draft },
            status?.Status.Span,
            Person(clauses, TokenKind.OwnerWord)?.Value,
            Person(clauses, TokenKind.AuthorWord)?.Value,
            Person(clauses, TokenKind.ReviewerWord)?.Value,
            Person(clauses, TokenKind.ReviewerWord)?.Span,
            Numbers.Date(approved?.Date),
            approved is null ? null : Strings.Value(approved.By),
            Numbers.Date(review?.Date),
            review?.Span,
            [.. clauses.OfType<EvidenceSyntax>().Select(Source)],
            [.. clauses.OfType<ChangeLogSyntax>().Select(c => new ChangeEntry(c.Version.Text, Numbers.Date(c.Date), Strings.Value(c.Text)))],
            Guide.Of(clauses));
    }

    private static (string Value, TextSpan Span)? Person(ImmutableArray<ClauseSyntax> clauses, TokenKind role) =>
        clauses.OfType<PersonSyntax>().LastOrDefault(p => p.Role.Kind == role) is { } person ? (Strings.Value(person.Text), person.Span) : null;

    private static Evidence Source(EvidenceSyntax syntax)
    {
        Token? Part(TokenKind kind) => syntax.Parts.LastOrDefault(p => p.Keyword.Kind == kind)?.Value;
        return new Evidence(
            Codes.CodeSetReader.NameOf(syntax.Name),
            Strings.Value(syntax.Text),
            Numbers.Date(Part(TokenKind.DatedWord)),
            Numbers.Date(Part(TokenKind.ReadWord)),
            Part(TokenKind.UrlWord) is { } url ? Strings.Value(url) : null,
            syntax.Name.Span);
    }
}
