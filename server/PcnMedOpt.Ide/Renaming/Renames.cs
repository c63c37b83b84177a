using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Ide.Renaming;

/// <summary>What a rename begins with: the name and where it stands, or in a sentence why there can be none.</summary>
public sealed record RenameStart(FilePlace? Place, string Placeholder, string? Refusal);

/// <summary>The change that renames, or in a sentence why there is none.</summary>
public sealed record RenameAnswer(ProjectEdit Edit, string? Refusal)
{
    internal static RenameAnswer Refused(string why) => new(ProjectEdit.Of([]), why);
}

/// <summary>
/// Renames over the whole project: declarations, uses, examples, placeholders of letters, the settings. The project means the same afterwards, or
/// nothing is renamed and the answer says why.
/// </summary>
public static class Renames
{
    public static RenameStart Prepare(Compilation compilation, string path, int offset)
    {
        var target = RenameTarget.At(compilation, path, offset);
        return target.Refusal is { } why ? new RenameStart(null, "", why) : new RenameStart(target.Inner, target.Name, null);
    }

    public static RenameAnswer Rename(Compilation compilation, string path, int offset, string newName)
    {
        var target = RenameTarget.At(compilation, path, offset);
        if (target.Refusal is { } refusal) return RenameAnswer.Refused(refusal);
        if (newName == target.Name) return new RenameAnswer(ProjectEdit.Of([]), null);
        if (RenameObstacles.Of(compilation, target, newName) is { } obstacle) return RenameAnswer.Refused(obstacle);
        var isText = target.Symbol is PartName { Kind: var kind } && kind.IsText();
        ImmutableArray<SymbolPlace> places = [.. target.Places];
        var text = isText ? Strings.Quoted(newName) : newName;
        return SameReading.WhyNot(compilation, places, target.Name, newName, text) is { } changed
            ? RenameAnswer.Refused(changed)
            : new RenameAnswer(ProjectEdit.Of(places.Select(p => new FileEdit(p.Place.Path, p.Place.Span, text))), null);
    }
}
