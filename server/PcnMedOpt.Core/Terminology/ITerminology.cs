using System.Collections.Immutable;
using PcnMedOpt.Core.Ecl;

namespace PcnMedOpt.Core.Terminology;

/// <summary>
/// A terminology release, asked. Identifiers are concept identifiers unless said otherwise; an answer is in the order of identifiers unless
/// said otherwise; a question about an identifier that the release does not hold has an empty answer. It never changes, and may be asked from
/// several threads.
/// </summary>
public interface ITerminology
{
    ReleaseInfo Release { get; }

    /// <summary>The concept; null where the release does not hold it.</summary>
    ConceptEntry? Find(long concept);

    /// <summary>The term that the concept is shown with, as <see cref="Find"/> has it; null where the release does not hold it.</summary>
    string? TermOf(long concept);

    /// <summary>Its terms: active before retired, the preferred first, then other synonyms, then fully specified names.</summary>
    ImmutableArray<DescriptionEntry> Descriptions(long concept);

    /// <summary>The concept that a description identifier belongs to; null where the release does not hold it.</summary>
    long? ConceptOfDescription(long description);

    /// <summary>The concepts directly above, by active inferred is-a relationships.</summary>
    ImmutableArray<long> Parents(long concept);

    ImmutableArray<long> Children(long concept);

    /// <summary>All concepts above, itself left out.</summary>
    ImmutableArray<long> Ancestors(long concept);

    /// <summary>All concepts below, itself left out.</summary>
    ImmutableArray<long> Descendants(long concept);

    /// <summary>It is the ancestor, or below it.</summary>
    bool IsA(long concept, long ancestor);

    /// <summary>The reference sets of concepts, by identifier.</summary>
    ImmutableArray<RefsetEntry> Refsets { get; }

    /// <summary>The active members of a reference set; null where the release does not hold it.</summary>
    ImmutableArray<long>? Members(long refset);

    /// <summary>The reference sets that a concept is in.</summary>
    ImmutableArray<long> RefsetsWith(long concept);

    /// <summary>What history says instead of a retired concept.</summary>
    ImmutableArray<AssociationEntry> Successors(long concept);

    /// <summary>The retired concepts of which history names this one.</summary>
    ImmutableArray<AssociationEntry> Predecessors(long concept);

    /// <summary>The entry of dm+d, by its current identifier; null where the release does not hold it.</summary>
    DmdEntry? Dmd(long id);

    /// <summary>The current identifiers of the entries of dm+d that once had this identifier.</summary>
    ImmutableArray<long> DmdSuccessors(long previous);

    /// <summary>The concepts that an ECL expression finds, or why it cannot be answered.</summary>
    EclAnswer Evaluate(string expression);

    /// <summary>
    /// Concepts with a term whose words begin with those that were typed, in any order; best first: a term that is what was typed, a term that
    /// begins so, active concepts, preferred terms, shorter terms.
    /// </summary>
    /// <param name="typed">What was typed; without letters and digits nothing is found.</param>
    /// <param name="scope">Which concepts are wanted.</param>
    /// <param name="most">How many at most.</param>
    ImmutableArray<SearchHit> Search(string typed, SearchScope scope, int most);

    /// <summary>The EMIS codes of a concept, by the code map that was brought in; empty where none was, or it does not hold the concept.</summary>
    ImmutableArray<EmisEntry> EmisCodes(long concept);
}

/// <summary>Which concepts a search is to find.</summary>
/// <param name="Below">Only this concept and those below it; null for all.</param>
/// <param name="Dmd">Only entries of dm+d, or only concepts that are none; null for both.</param>
/// <param name="WithInactive">Retired concepts too.</param>
public sealed record SearchScope(long? Below, bool? Dmd, bool WithInactive)
{
    public static readonly SearchScope All = new(null, null, false);
}

/// <summary>A concept that a search found.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="Matched">The term whose words were typed, which may not be the preferred one.</param>
public sealed record SearchHit(ConceptEntry Concept, string Matched);

/// <summary>An EMIS code of the code map that a release was made with: its identifier (a description identifier), and how EMIS shows it.</summary>
public sealed record EmisEntry(long Id, string Term);

/// <summary>What an ECL expression finds.</summary>
/// <param name="Concepts">The concepts; null where the expression has a fault, or asks what is not evaluated.</param>
/// <param name="Fault">What is wrong, and at which offset of the text; null where nothing is.</param>
/// <param name="NotEvaluated">The parts of the expression that are understood, and not evaluated, each in a sentence.</param>
public sealed record EclAnswer(ImmutableArray<long>? Concepts, EclFault? Fault, ImmutableArray<string> NotEvaluated)
{
    /// <summary>What the expression names and the release cannot find as it is meant: the answer holds, and is probably too small.</summary>
    public ImmutableArray<EclDoubt> Doubts { get; init; } = [];
}

/// <summary>Why a part of an ECL expression finds nothing.</summary>
public enum EclDoubtKind
{
    /// <summary>The release does not hold it.</summary>
    Unknown,

    /// <summary>It is retired, so that nothing is above or below it.</summary>
    Retired,

    /// <summary>It is no reference set of concepts, or has no members.</summary>
    NoMembers,
}

/// <summary>A part of an ECL expression that finds nothing in a release.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Id">The identifier of the concept.</param>
/// <param name="Offset">Where it stands in the text.</param>
/// <param name="Message">The same in a sentence.</param>
public sealed record EclDoubt(EclDoubtKind Kind, long Id, int Offset, string Message);
