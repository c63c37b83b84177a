namespace PcnMedOpt.Core;

/// <summary>
/// From one compilation to the next: which names stand for something else. A file that uses none of them is in the same world as before, and need
/// not be compared. There is none where a code set changed, because what other sets resolve to may have.
/// </summary>
internal sealed class EditStep
{
    private readonly HashSet<string> changed;

    private EditStep(object from, HashSet<string> changed)
    {
        From = from;
        this.changed = changed;
    }

    /// <summary>The identity of the compilation before.</summary>
    public object From { get; }

    public bool Touches(SourceFile file)
    {
        if (changed.Count == 0) return false;
        foreach (var used in file.UsedNames)
            if (changed.Contains(used.Name)) return true;
        return false;
    }

    public static EditStep? Of(object from, SourceFile before, SourceFile after)
    {
        var kept = before.Declarations.Select(d => d.Declared).ToHashSet(ReferenceEqualityComparer.Instance);
        kept.IntersectWith(after.Declarations.Select(d => d.Declared));
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var declaration in before.Declarations.Concat(after.Declarations))
        {
            if (kept.Contains(declaration.Declared)) continue;
            if (declaration.Facts.Codes is not null) return null;
            if (declaration.Facts.Name is { } name) changed.Add(name);
        }
        return new EditStep(from, changed);
    }
}
