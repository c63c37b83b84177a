using System.Collections.Immutable;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Semantics.Codes;

public enum CodeSystem
{
    Snomed,
    Dmd,
}

/// <summary>What of a code is meant.</summary>
public enum CodeMark
{
    /// <summary>The code itself; in dm+d also what is below it, unless "only" precedes it.</summary>
    Self,

    /// <summary><c>&lt;&lt;</c>: the concept and its descendants.</summary>
    SelfAndDescendants,

    /// <summary><c>&lt;</c>: the descendants only.</summary>
    Descendants,

    /// <summary><c>^</c>: the members of a reference set.</summary>
    Members,
    Vtm,
    Vmp,
    Amp,
    Vmpp,
    Ampp,
}

/// <summary>An identifier as it is written, and its number when its digits are good.</summary>
public sealed record WrittenCode(string Text, long? Id, SctidProblem Problem, string? Term, TextSpan Span, TextSpan? TermSpan)
{
    public bool IsConcept => Problem == SctidProblem.None && Sctid.KindOf(Text) == ComponentKind.Concept;
}

/// <summary>An entry of a code set, or what it excepts.</summary>
public sealed record CodeEntry(CodeMark Mark, WrittenCode Code, bool Only, string? Cluster, TextSpan Span);

/// <summary>Another set that is named, and where.</summary>
public sealed record SetName(string Name, TextSpan Span);

public sealed record ListReference(string Path, string Column, string? Term, TextSpan Span, TextSpan PathSpan, TextSpan ColumnSpan, TextSpan? TermSpan);

public enum SetOperator
{
    Or,
    And,
    Except,
}

/// <summary><c>= a or b</c>: sets joined by one operator.</summary>
public sealed record SetExpression(SetOperator Operator, ImmutableArray<SetName> Sets);

/// <summary><c>unit 10*9/L plausible 0 to 500</c></summary>
public sealed record UnitClause(Units.Unit? Unit, bool IsNone, decimal? Low, decimal? High, TextSpan Span, TextSpan UnitSpan);

/// <summary>A code set as it is written: (the union of entries, sets and files, each expanded) minus every "except" (language §3).</summary>
public sealed record CodeSetDefinition(
    string Name,
    CodeSystem System,
    ImmutableArray<CodeEntry> Entries,
    ImmutableArray<CodeEntry> Excepted,
    ImmutableArray<SetName> Included,
    ImmutableArray<SetName> ExceptedSets,
    ImmutableArray<ListReference> Lists,
    SetExpression? Expression,
    string? Ecl,
    string? Awaiting,
    TextSpan? AwaitingSpan,
    ImmutableArray<UnitClause> Units,
    string? History)
{
    public UnitClause? Unit => Units.FirstOrDefault();

    /// <summary>Retired codes of the past are wanted too.</summary>
    public bool HasHistory => HistoryProfile.Of(History) is not null;

    /// <summary>The other sets that it names.</summary>
    public IEnumerable<SetName> Named => Included.Concat(ExceptedSets).Concat(Expression?.Sets ?? []);

    /// <summary>It follows from its own text alone: no other set and no file is named.</summary>
    public bool StandsAlone => Included.IsEmpty && ExceptedSets.IsEmpty && Lists.IsEmpty && Expression is null;

    /// <summary>Nothing is named that could match: no entry, set, file or expression.</summary>
    public bool IsEmpty => Entries.IsEmpty && Included.IsEmpty && Lists.IsEmpty && Expression is null && Ecl is null;
}
