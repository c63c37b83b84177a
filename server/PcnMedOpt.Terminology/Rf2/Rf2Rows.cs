using System.Runtime.InteropServices;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Rf2;

/// <summary>A row that other rows with the same key stand for at other times, or in other packages.</summary>
internal interface ILayered
{
    UInt128 Key { get; }

    /// <summary>The day as a number; 0 where it is unknown.</summary>
    int Day { get; }

    /// <summary>The file that it comes from.</summary>
    ushort File { get; }
}

/// <summary>A row of a concept file. Modules and definition statuses are indexes of an <see cref="IdPool"/>.</summary>
internal readonly record struct ConceptRow(long Id, int Day, ushort Module, ushort File, byte Status, bool IsActive) : ILayered
{
    public UInt128 Key => (ulong)Id;
}

/// <summary>A row of a description file; the term lies in the blocks of its file.</summary>
internal readonly record struct DescriptionRow(
    long Id, long Concept, int Day, int At, int Line, ushort Block, ushort Length, ushort Module, ushort File, byte Type, byte Case, byte Language, bool IsActive) : ILayered
{
    public UInt128 Key => (ulong)Id;
}

/// <summary>An inferred row of a relationship file. A destination below zero is a concrete value: its index in the pool of values, complemented.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct RelationshipRow(long Id, long Source, long Destination, int Day, int Group, int Line, ushort Type, ushort File, bool IsActive) : ILayered
{
    /// <summary>Relationships with concrete values have identifiers of the same kind.</summary>
    public UInt128 Key => (ulong)Id;
}

/// <summary>A row of a language reference set. One that is not active takes no term in any way, as one that never was.</summary>
internal readonly record struct LanguageRow(Guid Id, long Description, int Day, ushort File, byte Refset, byte Acceptability) : ILayered
{
    public UInt128 Key => Uuids.KeyOf(Id);
}

/// <summary>A row of another reference set, of concepts.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Concept">The concept.</param>
/// <param name="Target">Above zero the concept at the other end of an association, below zero the number of the target of a map, complemented; 0 in others.</param>
/// <param name="Refset">The reference set.</param>
/// <param name="Day">Its day as a number.</param>
/// <param name="Module">The index of its module.</param>
/// <param name="File">The file that it comes from.</param>
/// <param name="Group">See <see cref="RefsetRow.Group"/>.</param>
/// <param name="Priority">See <see cref="RefsetRow.Priority"/>.</param>
/// <param name="Kind">What its file has besides concepts.</param>
/// <param name="IsActive">It is active.</param>
internal readonly record struct MemberRow(
    Guid Id, long Concept, long Target, long Refset, int Day, ushort Module, ushort File, ushort Group, ushort Priority, RefsetKind Kind, bool IsActive) : ILayered
{
    public UInt128 Key => Uuids.KeyOf(Id);
}

/// <summary>A row of the module dependency reference set.</summary>
internal readonly record struct DependencyRow(Guid Id, long Module, long Needs, int ModuleDay, int NeedsDay, int Day, ushort File, bool IsActive) : ILayered
{
    public UInt128 Key => Uuids.KeyOf(Id);
}

internal static class Uuids
{
    public static UInt128 KeyOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(bytes);
    }
}
