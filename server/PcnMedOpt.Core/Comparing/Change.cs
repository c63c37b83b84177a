using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Comparing;

public enum ChangeKind
{
    Added,
    Removed,

    /// <summary>Another name, and the same body.</summary>
    Renamed,
    Changed,

    /// <summary>Its own text is the same; something that it uses changed.</summary>
    Affected,
}

/// <summary>One thing that changed, in plain words; with what it does to the people who are found, where it is about them.</summary>
public sealed record ChangeLine(string Text, Verdict? Verdict = null);

/// <summary>A cohort or measure that a change reaches.</summary>
public sealed record Reached(string Name, string Title, Verdict Verdict);

/// <summary>What changed of one declaration.</summary>
/// <param name="Kind">What is declared.</param>
/// <param name="What">What became of it.</param>
/// <param name="Name">Its name; of an example its title.</param>
/// <param name="Title">What it is called.</param>
/// <param name="File">The file that it stands in: the new one, of what is removed the old one.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Lines">What changed, in plain words.</param>
/// <param name="Verdict">What all of it together does to the people who are found.</param>
/// <param name="ChangesMeaning">More than wording changed: whom it finds, what is counted, recorded, done or sent.</param>
public sealed record Change(
    DeclarationKind Kind, ChangeKind What, string Name, string Title, string File, int Line, ImmutableArray<ChangeLine> Lines, Verdict Verdict, bool ChangesMeaning)
{
    /// <summary>The name that it had, when it was renamed.</summary>
    public string? OldName { get; init; }

    /// <summary>The changed declarations that it uses, where they change it.</summary>
    public ImmutableArray<string> Because { get; init; } = [];

    /// <summary>What it reaches: the cohorts and measures that use a code set or parameter, the cohorts of a procedure.</summary>
    public ImmutableArray<Reached> Reaches { get; init; } = [];
}

/// <summary>A protocol whose meaning changed, and what of version and approval did not.</summary>
/// <param name="Protocol">The protocol; null where no protocol answers for what changed.</param>
/// <param name="File">Its file.</param>
/// <param name="Missing">What did not change with it, in a sentence.</param>
/// <param name="Changed">The declarations whose meaning changed.</param>
public sealed record Unannounced(string? Protocol, string File, string Missing, ImmutableArray<string> Changed);

/// <summary>Two projects compared.</summary>
/// <param name="Changes">By file and place.</param>
/// <param name="Unannounced">Protocols whose meaning changed without version or approval.</param>
/// <param name="Faults">Why nothing could be proved, such as errors in one of the projects.</param>
public sealed record ProjectComparison(ImmutableArray<Change> Changes, ImmutableArray<Unannounced> Unannounced, ImmutableArray<string> Faults)
{
    public bool ChangesMeaning => Changes.Any(c => c.ChangesMeaning);
}
