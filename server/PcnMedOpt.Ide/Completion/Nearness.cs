using PcnMedOpt.Core;

namespace PcnMedOpt.Ide.Completion;

/// <summary>How near a name is to a declaration: what it uses itself, what its file declares, what its file uses, all others.</summary>
internal sealed class Nearness(PlacedDeclaration here)
{
    private readonly HashSet<string> usedHere = here.Facts.Uses.Select(u => u.Name).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> usedInFile = here.File.UsedNames.Select(u => u.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>What fits better comes first, and of that what is nearer.</summary>
    public int Rank(int fit, PlacedDeclaration declaration, string name) =>
        (fit * 4) + (usedHere.Contains(name) ? 0 : declaration.File == here.File ? 1 : usedInFile.Contains(name) ? 2 : 3);
}
