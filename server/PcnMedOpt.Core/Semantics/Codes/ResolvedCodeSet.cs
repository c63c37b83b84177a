using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PcnMedOpt.Core.Semantics.Pinning;

namespace PcnMedOpt.Core.Semantics.Codes;

public enum OpaqueKind
{
    /// <summary>The members of a reference set.</summary>
    Refset,

    /// <summary>The descendants of a concept; for <c>&lt;&lt;</c> its own code is known.</summary>
    Descendants,

    /// <summary>What is below a dm+d entry.</summary>
    Below,
    Ecl,
}

/// <summary>A part of a code set whose codes only a terminology release can tell.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The identifier, or the ECL expression.</param>
/// <param name="Term">What it is called.</param>
/// <param name="Cluster">The name of the published cluster, when it was given.</param>
public sealed record OpaquePart(OpaqueKind Kind, string Text, string? Term, string? Cluster)
{
    public string Key => $"{Kind}:{Text}";

    /// <summary>A number that is no identifier (it is negative), always the same for the same part.</summary>
    public long StandIn => -1 - (BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(Key)), 0) & 0x0FFF_FFFF_FFFF_FFFF);
}

/// <summary>
/// A code set worked out as far as can be: the codes that are known to be in it, the parts that are not known, and what is carved out of
/// those parts. With a lock or a release that tells of all its parts nothing is unknown.
/// </summary>
/// <param name="System">SNOMED CT or dm+d.</param>
/// <param name="Codes">The codes that are in it for certain, in order.</param>
/// <param name="Opaque">What only a release can expand.</param>
/// <param name="Carved">Codes that are not in it even where an opaque part holds them.</param>
/// <param name="Terms">The terms that entries and lists give.</param>
/// <param name="IsUncertain">The sets were combined in a way that only a release can settle (an "and" of two reference sets).</param>
/// <param name="Awaiting">Why it is unfinished, when it or a set it takes in is.</param>
public sealed record ResolvedCodeSet(
    CodeSystem System,
    ImmutableArray<long> Codes,
    ImmutableArray<OpaquePart> Opaque,
    ImmutableArray<long> Carved,
    IReadOnlyDictionary<long, string> Terms,
    bool IsUncertain,
    string? Awaiting)
{
    private static readonly Dictionary<long, string> NoTerms = [];
    private static readonly Dictionary<long, PinnedEmis> NoEmis = [];

    public static ResolvedCodeSet Empty(CodeSystem system) => new(system, [], [], [], NoTerms, false, null);

    /// <summary>The retired codes of the past are wanted, and are not known.</summary>
    public bool LacksHistory { get; init; }

    /// <summary>The set as it is written, its parts not expanded; null where that is the set itself.</summary>
    public ResolvedCodeSet? Written { get; init; }

    /// <summary>The EMIS codes that a lock or a release gives the codes that are written or listed; empty where nothing does.</summary>
    public IReadOnlyDictionary<long, PinnedEmis> Emis { get; init; } = NoEmis;

    /// <summary>Reference sets that have exactly the codes of this set, by the lock or the release.</summary>
    public ImmutableArray<PinnedCode> SameMembers { get; init; } = [];

    /// <summary>With its parts not expanded.</summary>
    public ResolvedCodeSet AsWritten => Written ?? this;

    /// <summary>
    /// As the clinical systems are to hold it: as it is written, so that each expands the parts by the release that it has itself; and code by code
    /// where they cannot hold it so, and a lock or a release tells of all its parts.
    /// </summary>
    public ResolvedCodeSet InSystems => IsWrittenOut ? this : AsWritten;

    /// <summary>The clinical systems cannot hold it as it is written: its codes are written out, one by one.</summary>
    public bool IsWrittenOut => Written is { IsBeyondSystems: true } && !NeedsRelease;

    /// <summary>
    /// Codes are taken out of parts, parts are combined otherwise than by "or", an expression tells what is wanted, or what is below a concept is wanted
    /// without it: no clinical system is known to hold that.
    /// </summary>
    private bool IsBeyondSystems => IsUncertain || Carved.Length > 0 || Opaque.Any(o => o.Kind == OpaqueKind.Ecl || (o.Kind is OpaqueKind.Descendants && !HasOwn(o)));

    /// <summary>It has parts that only a release can tell.</summary>
    public bool NeedsRelease => Opaque.Length > 0 || IsUncertain || LacksHistory;

    public bool Contains(long code) => Codes.BinarySearch(code) >= 0;

    /// <summary>In an example: its codes, and the stand-in members of what is not known.</summary>
    public bool ContainsInExample(long code) => code < 0 ? Opaque.Any(o => o.StandIn == code && NeedsStandIn(o)) : Contains(code);

    /// <summary>The member that an example records when it names the set; null for a set that has none.</summary>
    public long? Representative => Codes.Length > 0 ? Codes[0] : Opaque.FirstOrDefault(NeedsStandIn)?.StandIn;

    /// <summary>Something of it can only be told by a release, so that counts without one are too low.</summary>
    public bool IsIncomplete => NeedsRelease || Awaiting is not null;

    /// <summary>A reference set, an expression and "descendants only" match nothing without a release; in examples each has one stand-in member.</summary>
    private bool NeedsStandIn(OpaquePart part) => part.Kind switch
    {
        OpaqueKind.Refset or OpaqueKind.Ecl => true,
        OpaqueKind.Descendants => !HasOwn(part),
        _ => false,
    };

    /// <summary>The code whose descendants are a part is itself in the set.</summary>
    public bool HasOwn(OpaquePart part) => long.TryParse(part.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var own) && Contains(own);

    public string? TermOf(long code) => Terms.GetValueOrDefault(code);
}
