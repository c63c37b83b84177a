using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Packs;

/// <summary>What the packs of a project take with them: their members, and all that these depend on.</summary>
internal static class Needed
{
    /// <summary>The names; null when the project has no pack, and nothing is given to anybody yet.</summary>
    public static HashSet<string>? Of(ProjectIndex project) => project.Graph.Keep("needed by packs", () => Find(project));

    private static HashSet<string>? Find(ProjectIndex project)
    {
        var packs = project.Names.OfKind(DeclarationKind.Pack).ToList();
        if (packs.Count == 0) return null;
        var needed = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<PlacedDeclaration>(packs);
        while (open.TryPop(out var at))
            foreach (var use in at.Facts.Uses)
                if (needed.Add(use.Name) && project.Names.Find(use.Name) is { } found) open.Push(found);
        return needed;
    }
}
