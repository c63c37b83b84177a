namespace PcnMedOpt.Terminology.Store;

/// <summary>An active attribute relationship, seen from its source.</summary>
/// <param name="Group">Its role group; 0 is the ungrouped one.</param>
/// <param name="Type">The ordinal of the attribute.</param>
/// <param name="Value">
/// The ordinal of the destination; below zero where it is a concrete value, which <see cref="ReleaseStore.ConcreteValue"/> says.
/// </param>
public readonly record struct AttributeRow(int Group, int Type, int Value);

/// <summary>An active attribute relationship, seen from its destination.</summary>
/// <param name="Type">The ordinal of the attribute.</param>
/// <param name="Source">The ordinal of the source.</param>
public readonly record struct InboundRow(int Type, int Source);

/// <summary>An active row of an association reference set, seen from one of its ends.</summary>
/// <param name="Refset">The index of the reference set, see <see cref="ReleaseStore.RefsetIds"/>.</param>
/// <param name="Concept">The ordinal of the concept at the other end.</param>
public readonly record struct AssociationRow(int Refset, int Concept);

/// <summary>How a language reference set takes a description, by an active row.</summary>
/// <param name="Dialect">The index of the language reference set, see <see cref="ReleaseStore.Dialects"/>.</param>
/// <param name="Acceptability">1 acceptable, 2 preferred: the values of <see cref="Core.Terminology.Acceptability"/>.</param>
public readonly record struct DialectRow(byte Dialect, byte Acceptability);

/// <summary>What a concept is, besides its identifier.</summary>
[Flags]
public enum ConceptFlags : byte
{
    None = 0,

    /// <summary>Its row says that it is active.</summary>
    Active = 1,

    /// <summary>
    /// The release has a row for it, or dm+d an entry. Without this it is only named, by a reference set or by history: its status, terms and place
    /// in the hierarchy are unknown.
    /// </summary>
    Held = 2,

    /// <summary>It has a row in an RF2 concept file, so that its definition status and place in the hierarchy are known.</summary>
    Snomed = 4,
}
