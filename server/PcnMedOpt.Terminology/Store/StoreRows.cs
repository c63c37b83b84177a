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

/// <summary>What rows of a reference set have besides a concept.</summary>
public enum RefsetKind : byte
{
    /// <summary>Nothing.</summary>
    Simple,

    /// <summary>Columns that are not kept.</summary>
    Other,

    /// <summary>The concept at the other end of an association.</summary>
    Association,

    /// <summary>What a concept is mapped to, such as a code of ICD-10; some have a group and a priority too.</summary>
    Map,
}

/// <summary>A row of a reference set.</summary>
/// <param name="Concept">The ordinal of its concept.</param>
/// <param name="Day">Its day as a number; 0 where it has no possible one.</param>
/// <param name="Target">Of an association the ordinal of the other concept, of a map what <see cref="ReleaseStore.MapTarget"/> tells; <see cref="NoTarget"/> in others.</param>
/// <param name="Group">The group of a map; <see cref="None"/> where it has none.</param>
/// <param name="Priority">The priority of a map within its group; <see cref="None"/> where it has none.</param>
/// <param name="Module">The index of its module.</param>
/// <param name="Active">1, or 0 for a row that was taken back.</param>
public readonly record struct RefsetRow(int Concept, int Day, int Target, ushort Group, ushort Priority, ushort Module, ushort Active)
{
    /// <summary>No number.</summary>
    public const ushort None = ushort.MaxValue;

    public const int NoTarget = -1;

    public bool IsActive => Active != 0;
}

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
