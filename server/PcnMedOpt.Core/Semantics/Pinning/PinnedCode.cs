using System.Collections.Immutable;
using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Core.Semantics.Pinning;

/// <summary>What a release says of an identifier.</summary>
public enum CodeStatus
{
    Active,

    /// <summary>Retired by SNOMED CT, withdrawn by dm+d, or replaced by another identifier: records may still hold it.</summary>
    Inactive,

    /// <summary>The release holds concepts of its namespace, and not this one.</summary>
    Unknown,

    /// <summary>The release holds no concept of its namespace, so that nothing is known of it.</summary>
    NotHeld,
}

/// <summary>A code that stands in the place of a retired one.</summary>
/// <param name="Id">The code.</param>
/// <param name="Term">Its term.</param>
/// <param name="How">What history says, such as <c>SAME AS</c>; <c>dm+d</c> for an identifier that dm+d has replaced.</param>
public sealed record Successor(long Id, string Term, string How);

/// <summary>A code of a declaration as a release tells of it: one that is written, that a list holds, or that an entry was expanded to.</summary>
/// <param name="Id">The code.</param>
/// <param name="Term">Its term in the release; that of the text where the release does not hold it.</param>
/// <param name="Why">
/// Why it is named: <c>written</c>, <c>from PATH</c>, or the entry that was expanded (<c>&lt; 123</c>, <c>^ 123</c>, <c>below 123</c>, <c>ecl</c>,
/// <c>history</c>), and beside it what says so, such as <c>SAME AS 123</c>.
/// </param>
public sealed record PinnedCode(long Id, string Term, ImmutableArray<string> Why)
{
    public CodeStatus Status { get; init; } = CodeStatus.Active;

    /// <summary>Its semantic tag, such as <c>procedure</c>; null where it is not written, or has none.</summary>
    public string? Tag { get; init; }

    /// <summary>Its level in dm+d; null for what is not in dm+d, and for a code of a list whose level is no pack's.</summary>
    public DmdLevel? Level { get; init; }

    /// <summary>The description of the code that is closest to the written term; null where the term is one of its descriptions, or none is written.</summary>
    public string? Closest { get; init; }

    public ImmutableArray<Successor> Successors { get; init; } = [];

    /// <summary>The EMIS codes of a code that is written or listed; null where the release gives none.</summary>
    public PinnedEmis? Emis { get; init; }

    /// <summary>Of a reference set: the name of its published cluster.</summary>
    public string? Cluster { get; init; }
}

/// <summary>An entry that the release cannot expand, and why.</summary>
public sealed record Unexpanded(string Why, string Reason);
