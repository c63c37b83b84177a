using System.Collections.Concurrent;

namespace PcnMedOpt.Core;

/// <summary>
/// What follows from the names of a project, their kinds and which of them each declaration uses. It is one object over all edits that change
/// nothing of that, which is most: rules keep here what they have worked out of it.
/// </summary>
public sealed class NameGraph
{
    private readonly ConcurrentDictionary<string, object?> known = new(StringComparer.Ordinal);

    /// <summary>What was worked out before, or is now. It must follow from names, kinds and uses alone, and hold no declaration and no place.</summary>
    /// <param name="what">Its name among all that is kept.</param>
    /// <param name="workOut">Works it out.</param>
    public T Keep<T>(string what, Func<T> workOut) => (T)known.GetOrAdd(what, _ => workOut())!;

    /// <summary>Two versions of a file declare the same names, in the same order, that use the same names.</summary>
    internal static bool IsSame(SourceFile before, SourceFile after)
    {
        if (before.Declarations.Length != after.Declarations.Length) return false;
        for (var i = 0; i < before.Declarations.Length; i++)
        {
            var (one, other) = (before.Declarations[i].Declared, after.Declarations[i].Declared);
            if (!ReferenceEquals(one, other) && !IsSame(one.Facts, other.Facts)) return false;
        }
        return true;
    }

    private static bool IsSame(Semantics.Facts one, Semantics.Facts other) =>
        one.Kind == other.Kind && one.Name == other.Name && one.Uses.Length == other.Uses.Length
        && one.Uses.Zip(other.Uses).All(u => u.First.Name == u.Second.Name && u.First.Part == u.Second.Part && u.First.Role == u.Second.Role);
}
