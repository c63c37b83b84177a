using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Ide.Navigation;

/// <summary>Everywhere in the project where something stands: names, procedures' cohorts, labels, sources, steps, fields, columns, limits.</summary>
public static class References
{
    /// <summary>The places in the order of files and texts; none where nothing has a name. Words in text that cannot be read are among them.</summary>
    public static IEnumerable<FilePlace> Of(Compilation compilation, string path, int offset, bool withDeclaration)
    {
        if (Symbols.At(compilation, path, offset) is not { } place) return [];
        return Symbols.PlacesOf(compilation, place.Symbol).Where(p => withDeclaration || !p.IsDeclaration).Select(p => p.Place);
    }
}
