using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Model.Letters;

public enum Medium
{
    Letter,
    Sms,
    Email,
}

/// <summary>A letter to patients, or a message (language §8).</summary>
public sealed record Letter(
    string Name, string Title, string? Description, OfCohort? To, ImmutableArray<LetterBody> Bodies, ImmutableArray<Guide> Guides, ImmutableArray<Citation> Cites);

/// <summary>Its text for one medium, with placeholders between double braces.</summary>
public sealed record LetterBody(Medium Medium, string Text, ImmutableArray<Citation> Cites, TextSpan Span);
