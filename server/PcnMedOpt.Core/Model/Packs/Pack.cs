using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Model.Packs;

public enum OutputTarget
{
    Emis,
    Systmone,
    Print,
    Workbook,
}

public sealed record PackMember(string Name, string? Part, TextSpan Span);

/// <summary>What a practice downloads. It takes everything its members depend on.</summary>
public sealed record Pack(
    string Name,
    string Title,
    string? Description,
    ImmutableArray<PackMember> Members,
    ImmutableArray<OutputTarget> Targets,
    string? ForPractice,
    ImmutableArray<Guide> Guides);
