using System.Collections.Immutable;
using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Core;

/// <summary>
/// All that the meanings of a file's declarations follow from beside its own text. It is one object as long as these are the same, so that in an
/// unchanged world nothing of the file is looked at again.
/// </summary>
/// <param name="dependsOn">Settings, day, targets, and what the names stand for that the file uses.</param>
/// <param name="dependsOnAllNames">One of its names is unknown or taken, so that any other name of the project may matter.</param>
internal sealed class FileWorld(ImmutableArray<object?> dependsOn, bool dependsOnAllNames)
{
    public bool DependsOnAllNames => dependsOnAllNames;

    /// <summary>What the rules about files find in it; null until it was judged.</summary>
    public ILookup<PlacedDeclaration, Diagnostic>? Findings { get; set; }

    public bool IsSame(ImmutableArray<object?> now) => dependsOn.SequenceEqual(now, (a, b) => ReferenceEquals(a, b));
}

/// <summary>A world, and the identity of the compilation in which it was last found to hold.</summary>
internal sealed record HeldWorld(FileWorld World, object In);
