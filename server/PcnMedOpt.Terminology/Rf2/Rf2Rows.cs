using System.Runtime.InteropServices;

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

/// <summary>
/// A row of another reference set, of concepts. It is simple where its file has no further columns; its target is the concept at the other end
/// of an association, and 0 in other reference sets.
/// </summary>
internal readonly record struct MemberRow(Guid Id, long Concept, long Target, long Refset, int Day, ushort Module, ushort File, bool IsActive, bool IsSimple) : ILayered
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
