using System.Text.RegularExpressions;
using System.Xml.Linq;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.House;

/// <summary>Who may know whom: projects, packages, the areas of Core, and what pure projects may not touch.</summary>
public sealed partial class LayeringTests
{
    /// <summary>Tool → Ide, Emit, Terminology, Data → Core.</summary>
    private static readonly Dictionary<string, string[]> References = new()
    {
        ["PcnMedOpt.Core"] = [],
        ["PcnMedOpt.Data"] = ["PcnMedOpt.Core"],
        ["PcnMedOpt.Emit"] = ["PcnMedOpt.Core"],
        ["PcnMedOpt.Ide"] = ["PcnMedOpt.Core"],
        ["PcnMedOpt.Terminology"] = ["PcnMedOpt.Core"],
        ["PcnMedOpt.Tool"] = ["PcnMedOpt.Core", "PcnMedOpt.Data", "PcnMedOpt.Emit", "PcnMedOpt.Ide", "PcnMedOpt.Terminology"],
    };

    /// <summary>A package is referenced by one project, the JSON library and the purity analyzer apart.</summary>
    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["Sprache"] = ["PcnMedOpt.Core"],
        ["Handlebars.Net"] = ["PcnMedOpt.Emit"],
        ["Markdig"] = ["PcnMedOpt.Emit"],
        ["DocumentFormat.OpenXml"] = ["PcnMedOpt.Emit"],
        ["Newtonsoft.Json"] = ["PcnMedOpt.Emit", "PcnMedOpt.Terminology", "PcnMedOpt.Tool"],
        ["System.CommandLine"] = ["PcnMedOpt.Tool"],
        ["Spectre.Console"] = ["PcnMedOpt.Tool"],
        ["Npgsql"] = ["PcnMedOpt.Tool"],
        ["FsCheck"] = ["PcnMedOpt.Tests"],
        ["Microsoft.NET.Test.Sdk"] = ["PcnMedOpt.Tests"],
        ["xunit.v3"] = ["PcnMedOpt.Tests"],
        ["xunit.runner.visualstudio"] = ["PcnMedOpt.Tests"],
        ["BenchmarkDotNet"] = ["PcnMedOpt.Benchmarks"],
    };

    /// <summary>
    /// The areas of Core from the bottom to the top; an area names only those of the lines above its own. Rules and Compilation know each other:
    /// the compilation runs the rules, and a rule of the project asks the index of the compilation.
    /// </summary>
    private static readonly string[][] Areas =
    [
        ["Draws", "Text", "Units"],
        ["Ecl"],
        ["Terminology"],
        ["Diagnostics"],
        ["Syntax"],
        ["Parsing"],
        ["Formatting", "Semantics"],
        ["Model"],
        ["Counting", "Evaluation", "Rules"],
        ["Proving"],
        [CoreAreas.Top],
        ["Comparing"],
    ];

    private static readonly string[] Pure = ["PcnMedOpt.Core", "PcnMedOpt.Emit", "PcnMedOpt.Ide"];

    private static readonly string[] Banned =
    [
        "T:System.IO.File", "T:System.IO.Directory", "T:System.Console", "T:System.Environment", "T:System.Random", "T:System.Net.Http.HttpClient",
        "P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTime.Today", "M:System.Guid.NewGuid", "P:System.Globalization.CultureInfo.CurrentCulture",
    ];

    private static readonly XDocument Versions = XDocument.Load(Repository.PathOf("Directory.Packages.props"));

    [Fact]
    public void Projects_refer_to_each_other_so_and_not_otherwise() =>
        AssertSame("refers to", References.SelectMany(r => r.Value.Select(to => (r.Key, to))), ProjectFile.Server.SelectMany(p => p.Projects.Select(to => (p.Name, to))));

    [Fact]
    public void Every_project_of_the_server_is_known_here() =>
        Assert.Equal(References.Keys.Order(StringComparer.Ordinal), ProjectFile.Server.Select(p => p.Name));

    [Fact]
    public void A_package_is_used_by_its_own_project_and_by_no_other() => AssertNone(
        from project in ProjectFile.All
        from package in project.Packages
        where !Packages.GetValueOrDefault(package, []).Contains(project.Name)
        select Packages.TryGetValue(package, out var owners)
            ? $"{project.Name} refers to {package}, which belongs to {string.Join(", ", owners)}."
            : $"{project.Name} refers to {package}, which no project of the plan uses: a new package is a decision, see docs/decisions.md.");

    [Fact]
    public void A_package_has_one_exact_version_and_is_used()
    {
        var versions = Versions.Descendants("PackageVersion").Select(v => (Id: (string)v.Attribute("Include")!, Version: (string?)v.Attribute("Version") ?? "")).ToList();
        var transitive = Versions.Descendants("ItemGroup").Last().Descendants("PackageVersion").Select(v => (string)v.Attribute("Include")!).ToHashSet();
        var used = ProjectFile.All.SelectMany(p => p.Packages).Concat(PureProps.Packages).ToHashSet();
        AssertNone(
        [
            .. versions.Where(v => !Exact().IsMatch(v.Version)).Select(v => $"Directory.Packages.props: {v.Id} has the version '{v.Version}', which is not one exact version."),
            .. versions.GroupBy(v => v.Id).Where(g => g.Count() > 1).Select(g => $"Directory.Packages.props: {g.Key} stands there twice."),
            .. versions.Where(v => !transitive.Contains(v.Id) && !used.Contains(v.Id)).Select(v => $"Directory.Packages.props: no project uses {v.Id}."),
            .. used.Except(versions.Select(v => v.Id)).Select(id => $"{id} has no version in Directory.Packages.props."),
            .. ProjectFile.All.Append(PureProps).SelectMany(p => p.Text.Descendants("PackageReference")
                .Where(r => r.Attribute("Version") is not null || r.Attribute("VersionOverride") is not null || r.HasElements)
                .Select(r => $"{p.Name} gives a version to {(string?)r.Attribute("Include")}: versions stand in Directory.Packages.props.")),
        ]);
    }

    [Fact]
    public void Inside_Core_names_look_downwards()
    {
        var sources = CoreAreas.Read(ProjectFile.Server.Single(p => p.Name == "PcnMedOpt.Core"));
        Assert.Equal(Areas.SelectMany(a => a).Order(StringComparer.Ordinal), sources.Select(s => s.Area).Distinct().Order(StringComparer.Ordinal));
        AssertNone(
            from source in sources
            from name in source.Names
            where LevelOf(name.Area) >= LevelOf(source.Area) && !(source.Area == "Rules" && name.Area == CoreAreas.Top)
            select $"{source.Path} belongs to {source.Area} and looks up to {name.Area}: {name.How}");
    }

    [Fact]
    public void The_folder_of_a_source_is_its_area() => AssertNone(
        from source in CoreAreas.Read(ProjectFile.Server.Single(p => p.Name == "PcnMedOpt.Core"))
        where source.Path.Split('/')[0] != source.Area
        select $"{source.Path} has the namespace of {source.Area}");

    [Fact]
    public void Pure_projects_ban_files_console_clock_environment_randomness_and_culture()
    {
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", PureProps.Packages);
        Assert.Contains("$(MSBuildThisFileDirectory)BannedSymbols.txt", PureProps.Includes("AdditionalFiles"));
        var banned = File.ReadLines(Repository.PathOf("server", "BannedSymbols.txt")).Select(l => l.Split(';')[0]).ToHashSet();
        AssertNone(
        [
            .. Banned.Where(b => !banned.Contains(b)).Select(b => $"server/BannedSymbols.txt does not ban {b}."),
            .. ProjectFile.Server.Where(p => Pure.Contains(p.Name) && !p.Imports.Contains("../Pure.props")).Select(p => $"{p.Name} does not import Pure.props."),
            .. ProjectFile.Server.Where(p => Pure.Contains(p.Name)).SelectMany(p => p.Sources).Where(f => File.ReadAllText(f).Contains("RS0030", StringComparison.Ordinal))
                .Select(f => $"{Path.GetRelativePath(Repository.Root, f)} switches the ban off."),
        ]);
    }

    private static ProjectFile PureProps { get; } = ProjectFile.Read(Repository.PathOf("server", "Pure.props"));

    private static int LevelOf(string area) => Array.FindIndex(Areas, a => a.Contains(area));

    private static void AssertSame(string verb, IEnumerable<(string From, string To)> wanted, IEnumerable<(string From, string To)> found)
    {
        var (want, have) = (wanted.ToHashSet(), found.ToHashSet());
        AssertNone([.. have.Except(want).Select(r => $"{r.From} {verb} {r.To}, and must not."), .. want.Except(have).Select(r => $"{r.From} no longer {verb} {r.To}.")]);
    }

    private static void AssertNone(IEnumerable<string> faults) => Assert.True(!faults.Any(), string.Join('\n', faults));

    [GeneratedRegex(@"^\d+(\.\d+){2,3}$")]
    private static partial Regex Exact();
}
