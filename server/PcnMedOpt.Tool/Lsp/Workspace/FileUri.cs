using System.Text;

namespace PcnMedOpt.Tool.Lsp.Workspace;

/// <summary>From the URIs of an editor to paths of the disk, and back.</summary>
public static class FileUri
{
    private const string Scheme = "file://";

    /// <summary>The full path of a file URI; null for another scheme, such as an untitled document. A drive's letter is a capital.</summary>
    public static string? PathOf(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var rest = uri[Scheme.Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return null;
        var (host, path) = (rest[..slash], Uri.UnescapeDataString(rest[slash..]));
        if (path.Contains('\0', StringComparison.Ordinal)) return null;
        if (!OperatingSystem.IsWindows()) return Path.GetFullPath(path);
        if (host.Length > 0) return Path.GetFullPath($@"\\{host}{path}");
        var onDrive = path.Length > 2 && path[2] == ':' ? char.ToUpperInvariant(path[1]) + path[2..] : path;
        return Path.GetFullPath(onDrive);
    }

    /// <summary>The URI of a full path.</summary>
    public static string Of(string path)
    {
        var text = new StringBuilder(Scheme);
        var parts = path.Replace(Path.DirectorySeparatorChar, '/').Split('/');
        var isShare = OperatingSystem.IsWindows() && parts is ["", "", _, ..];
        if (!isShare && parts[0].Length > 0) text.Append('/');
        text.AppendJoin('/', (isShare ? parts[2..] : parts).Select(Uri.EscapeDataString));
        return text.ToString();
    }
}
