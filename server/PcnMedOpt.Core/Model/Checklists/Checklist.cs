using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Model.Checklists;

/// <summary>What is shown to be done, and by what (language §8).</summary>
public sealed record Checklist(
    string Name, string Title, string? Description, ImmutableArray<ChecklistItem> Items, ImmutableArray<Guide> Guides, ImmutableArray<Citation> Cites);

public enum EvidenceKind
{
    File,
    Note,
    Link,
}

/// <summary>An item.</summary>
/// <param name="Text">What is done.</param>
/// <param name="Evidence">What is kept to show it; null when a declaration shows it, or nothing does.</param>
/// <param name="From">The declaration that shows it.</param>
/// <param name="FromPart">Its part, such as a cohort of a procedure.</param>
/// <param name="Period">How often; null when it does not say.</param>
/// <param name="Cites">What it cites.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ChecklistItem(
    string Text, EvidenceKind? Evidence, string? From, string? FromPart, ReportingPeriod? Period, ImmutableArray<Citation> Cites, TextSpan Span);
