using System.Xml.Linq;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.House;

/// <summary>What a project file says: to which projects and packages it refers, and what it imports.</summary>
public sealed record ProjectFile(string Name, string Folder, XDocument Text)
{
    public static IReadOnlyList<ProjectFile> Server { get; } = In("server");

    public static IReadOnlyList<ProjectFile> All { get; } = [.. Server, .. In("tests")];

    public IEnumerable<string> Projects => Includes("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    public IEnumerable<string> Packages => Includes("PackageReference");

    public IEnumerable<string> Imports => Text.Descendants("Import").Select(i => (string?)i.Attribute("Project") ?? "");

    /// <summary>The sources, without what a build makes.</summary>
    public IEnumerable<string> Sources =>
        Directory.GetFiles(Folder, "*.cs", SearchOption.AllDirectories).Where(f => Path.GetRelativePath(Folder, f).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"));

    public IEnumerable<string> Includes(string element) => Text.Descendants(element).Select(e => (string?)e.Attribute("Include") ?? "");

    public static ProjectFile Read(string path) => new(Path.GetFileNameWithoutExtension(path), Path.GetDirectoryName(path)!, XDocument.Load(path));

    private static List<ProjectFile> In(string folder) =>
        [.. Directory.GetDirectories(Repository.PathOf(folder)).SelectMany(d => Directory.GetFiles(d, "*.csproj")).Order(StringComparer.Ordinal).Select(Read)];
}
