using System.Collections.Immutable;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Semantics;

/// <summary>What a name is used as.</summary>
public enum NameRole
{
    CodeSet,
    Cohort,
    Parameter,
    PackMember,

    /// <summary>A procedure whose limits are taken over.</summary>
    Procedure,

    /// <summary>What shows that an item of a checklist is done.</summary>
    Evidence,

    /// <summary>What a letter puts into its text; a rule of letters judges it.</summary>
    Placeholder,

    /// <summary>A word in text that is not read yet: it keeps a name from being "unused" and is never unknown.</summary>
    Mentioned,
}

/// <summary>A name that a declaration uses. The part is what follows the dot: <c>overdue</c> of <c>methotrexate_monitoring.overdue</c>.</summary>
public sealed record NameUse(string Name, string? Part, NameRole Role, TextSpan Span);

/// <summary><c>[evidence pcn_des "section 3.2"]</c></summary>
public sealed record Citation(string Evidence, string? Section, TextSpan Span)
{
    /// <summary>The declaration whose file names the source, when it is not the one that tells it: a limit that was taken over cites what its own file names.</summary>
    public string? From { get; init; }
}

/// <summary><c>// allow slug until 2027-01-01: reason</c>, and the lines of the slice (from 1) that it silences.</summary>
public sealed record Allowance(string Slug, DateOnly? Until, string Reason, int FirstLine, int LastLine, TextSpan Span);

/// <summary>
/// All that other declarations and the project's rules need to know of a declaration. It follows from the slice's text alone, so that it
/// is computed once for a text, and the tree can be let go.
/// </summary>
public sealed record Facts(
    DeclarationKind Kind,
    string? Name,
    TextSpan NameSpan,
    string? Title,
    string? Description,
    CodeSetDefinition? Codes,
    ParameterDefinition? Parameter,
    ProtocolHeader? Protocol,
    ImmutableArray<NameUse> Uses,
    ImmutableArray<Citation> Citations,
    ImmutableArray<Allowance> Allowances,
    ImmutableArray<Diagnostic> Findings)
{
    /// <summary>
    /// The first words of text that begins no declaration. Usually its keyword is misspelt, so that one of them is the name that it was to
    /// declare, and who uses that name makes no second mistake.
    /// </summary>
    public ImmutableArray<string> LostNames { get; init; } = [];

    /// <summary>The identifiers that are written out and cannot be used: bad digits, or not those of a concept.</summary>
    public ImmutableArray<WrittenCode> UnusableCodes { get; init; } = [];

    /// <summary>The good identifiers that are written out in what is no code set, such as the codes of a template.</summary>
    public ImmutableArray<WrittenCode> CodesOutsideSets { get; init; } = [];

    /// <summary>Where a text or comment holds a number that is a valid NHS number.</summary>
    public ImmutableArray<TextSpan> NhsNumbers { get; init; } = [];

    /// <summary>Some of the text could not be read.</summary>
    public bool IsDamaged => !Findings.IsEmpty;
}
