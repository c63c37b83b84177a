namespace PcnMedOpt.Core.Semantics.Codes;

/// <summary>
/// The path of a code list: relative to the project's folder, with forward slashes, and never out of it, so that a project reads nothing
/// that is not its own, on any system.
/// </summary>
public static class ListPath
{
    public static bool StaysInside(string path)
    {
        if (path.StartsWith('/') || path.AsSpan().ContainsAny(':', '\\')) return false;
        var depth = 0;
        foreach (var part in path.Split('/'))
        {
            depth += part switch { ".." => -1, "." or "" => 0, _ => 1 };
            if (depth < 0) return false;
        }
        return true;
    }
}
