using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Model.Sops;

/// <summary>A procedure (language §7). With a drug it is monitoring, and declares cohorts; without one it is a document.</summary>
public sealed record Sop(
    string Name,
    string Title,
    string? Description,
    Population From,
    Drug? Drug,
    string? Setting,
    Baseline? Baseline,
    ImmutableArray<Phase> Phases,
    ImmutableArray<Addition> Additions,
    ImmutableArray<ValueInterval> Intervals,
    ImmutableArray<Limit> Limits,
    ImmutableArray<LimitsTaken> LimitsAs,
    ImmutableArray<Recall> Recalls,
    ImmutableArray<SopPart> Parts,
    ImmutableArray<Citation> Cites);

/// <summary>The medicine that is monitored, and the window in which an issue means that it is taken.</summary>
public sealed record Drug(string Set, Window Taking, ImmutableArray<Citation> Cites, TextSpan Span);

/// <summary>The tests that are done before start.</summary>
public sealed record Baseline(ImmutableArray<string> Tests, Duration Within, ImmutableArray<Citation> Cites, TextSpan Span);

public enum RecallStage
{
    First,
    Second,
    Third,
    Escalate,
}

/// <summary>What is done when a test is overdue, so long after.</summary>
/// <param name="Stage">Which invitation.</param>
/// <param name="After">How long after the test has become overdue.</param>
/// <param name="Role">To whom it goes; null when it does not say.</param>
/// <param name="Text">What is done; null when it does not say.</param>
/// <param name="Cites">What it cites.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Recall(RecallStage Stage, Duration After, string? Role, string? Text, ImmutableArray<Citation> Cites, TextSpan Span);

/// <summary>What a procedure says in words, in the order of the text.</summary>
public abstract record SopPart
{
    private protected SopPart()
    {
    }

    public ImmutableArray<Citation> Cites { get; init; } = [];

    public TextSpan Span { get; init; }
}

/// <summary>Something that somebody does.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What is done.</param>
/// <param name="Role">By whom.</param>
/// <param name="Every">How often; null when it does not say.</param>
public sealed record SopStep(string Name, string Title, string Role, Duration? Every) : SopPart;

/// <summary>A section of the document, in Markdown.</summary>
public sealed record SopSection(string Name, string Title, string Markdown) : SopPart;

/// <summary>Guidance, printed where it stands.</summary>
public sealed record SopGuide(Guide Guide) : SopPart;
