using PcnMedOpt.Core;

namespace PcnMedOpt.Ide.Completion;

/// <summary>
/// How near a name is to a declaration: what it uses itself, what its file declares or uses, of that first what is used in the next declarations, then all others.
/// </summary>
internal sealed class Nearness
{
    private const int Farthest = 9;

    private readonly SourceFile file;
    private readonly Dictionary<string, int> distances = new(StringComparer.Ordinal);

    public Nearness(PlacedDeclaration here)
    {
        file = here.File;
        var own = file.Declarations.IndexOf(here);
        for (var i = 0; i < file.Declarations.Length; i++)
            foreach (var use in file.Declarations[i].Facts.Uses)
            {
                var distance = Math.Min(Math.Abs(i - own), Farthest);
                if (!distances.TryGetValue(use.Name, out var known) || distance < known) distances[use.Name] = distance;
            }
    }

    /// <summary>What fits better comes first, and of that what is nearer.</summary>
    public int Rank(int fit, PlacedDeclaration declaration, string name) =>
        (fit * 16) + (distances.TryGetValue(name, out var distance) ? distance : declaration.File == file ? Farthest : Farthest + 1);
}
