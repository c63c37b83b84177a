using System.Collections.Immutable;

namespace PcnMedOpt.Core.Terminology;

/// <summary>The levels of dm+d, from the widest (NHS Business Services Authority, "dm+d data model").</summary>
public enum DmdLevel
{
    /// <summary>Virtual therapeutic moiety: the substance.</summary>
    Vtm,

    /// <summary>Virtual medicinal product: substance, strength and form.</summary>
    Vmp,

    /// <summary>Actual medicinal product: a supplier's product.</summary>
    Amp,

    /// <summary>Virtual medicinal product pack.</summary>
    Vmpp,

    /// <summary>Actual medicinal product pack.</summary>
    Ampp,
}

/// <summary>An entry of dm+d.</summary>
/// <param name="Id">Its current identifier.</param>
/// <param name="Level">Where it stands.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsInvalid">dm+d has withdrawn it: records may still hold it.</param>
/// <param name="Above">Entries directly above it: the VTM of a VMP, the VMP of an AMP, the VMPP and the AMP of an AMPP.</param>
/// <param name="Below">Entries directly below it.</param>
/// <param name="Previous">Its earlier identifiers (VPIDPREV and VTMIDPREV), which records may still hold.</param>
public sealed record DmdEntry(
    long Id, DmdLevel Level, string Name, bool IsInvalid, ImmutableArray<long> Above, ImmutableArray<long> Below, ImmutableArray<long> Previous);
