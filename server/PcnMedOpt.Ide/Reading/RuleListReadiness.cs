using PcnMedOpt.Core;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Ide.Reading;

/// <summary>Rules are made of sound text alone: rules that look right and are not are the worst thing to show.</summary>
internal static class RuleListReadiness
{
    /// <summary>Why the rules of a declaration cannot be shown yet; null where they can.</summary>
    public static string? WhyNot(Compilation compilation, PlacedDeclaration declaration) => Follow(compilation, declaration, [], []);

    private static string? Follow(Compilation compilation, PlacedDeclaration declaration, HashSet<string> done, List<string> way)
    {
        var name = declaration.Facts.Name ?? "";
        if (way.Contains(name)) return $"'{name}' depends on itself, so that it has no rules.";
        if (!done.Add(name)) return null;
        if (declaration.Facts.IsDamaged) return $"Some of the text of '{name}' cannot be read.";
        if (ModelConditions.Of(compilation.ModelOf(declaration)).SelectMany(c => c.DescendantsAndSelf()).Any(c => c is Unreadable)) return $"A test of '{name}' has two readings, or none.";
        way.Add(name);
        foreach (var use in declaration.Facts.Uses.Where(u => u.Role is NameRole.Cohort or NameRole.CodeSet or NameRole.Parameter or NameRole.Procedure))
        {
            if (compilation.Names.Find(use.Name) is not { } other) return $"Nothing declares '{use.Name}', which '{name}' uses.";
            if (use.Part is { } part && compilation.Cohort($"{use.Name}.{part}") is null) return $"'{use.Name}' declares no cohort '{part}', which '{name}' uses.";
            if (use.Role is NameRole.Cohort or NameRole.Procedure && Follow(compilation, other, done, way) is { } why) return why;
        }
        way.RemoveAt(way.Count - 1);
        return null;
    }
}
