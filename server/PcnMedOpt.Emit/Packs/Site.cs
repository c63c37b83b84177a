using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Print;

namespace PcnMedOpt.Emit.Packs;

/// <summary>What stands over all packs of a build.</summary>
public static class Site
{
    /// <summary>The page from which practices download.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="packs">What was built, each with the size of its zip.</param>
    /// <param name="options">How it was built.</param>
    public static string Index(Compilation compilation, IReadOnlyList<(BuiltPack Pack, int ZipBytes)> packs, BuildOptions options)
    {
        var hash = ContentHash.Of(string.Join('\n', packs.Select(p => p.Pack.Contents.SourceHash)));
        var view = IndexView.Of(
            compilation.Settings.Name ?? "Protocols",
            compilation.Settings.Organisation,
            [.. packs.Select(p => View(p.Pack, p.ZipBytes))],
            hash,
            options.BuiltBy.ToolVersion,
            options.BuiltBy.LanguageVersion,
            compilation.Today);
        return IndexPage.Html(view, options.Templates);
    }

    /// <summary>The packs of a build, one a line, as JSON.</summary>
    public static string List(IEnumerable<BuiltPack> packs) =>
        "[\n" + string.Join(",\n", packs.Select(p => $"  {Newtonsoft.Json.JsonConvert.ToString(p.Contents.FileName)}")) + "\n]\n";

    private static PackView View(BuiltPack pack, int zipBytes)
    {
        var place = $"packs/{pack.Contents.FileName}";
        var downloads = ImmutableArray.CreateBuilder<DownloadView>();
        downloads.Add(new DownloadView($"{place}.zip", "The whole pack", $"zip, {Size(zipBytes)}"));
        foreach (var file in pack.Files)
            if ((Title(pack, file) ?? file.Title) is { } title) downloads.Add(new DownloadView($"{place}/{file.Path}", title, Size(file.Bytes.Length)));
        return PackView.Of(
            pack.Meta,
            pack.Contents.Pack.Description,
            downloads.DrainToImmutable(),
            [.. pack.EmisSearches.Where(s => !s.IsComplete && s.List.Origin != ListOrigin.Hand).Select(EmisNames.Of)]);
    }

    private static string? Title(BuiltPack pack, OutputFile file) => file.Path switch
    {
        PackBuilder.InstallFile => "How to install it",
        PackBuilder.SpecificationFile => "Search specification",
        PackBuilder.BuildSheetFile => "Build sheet for SystmOne",
        Systmone.CodesCsv.FileName => "Code lists (CSV)",
        _ when file.Path.StartsWith("emis/", StringComparison.Ordinal) => "Searches for EMIS Web (XML)",
        _ when PrintPages.Listed(pack.Contents, [file], false).FirstOrDefault() is { } document => $"{document.Title} ({document.Kind})",
        _ => Forms.TemplateFiles.Title(file.Path),
    };

    private static string Size(int bytes) => bytes < 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (bytes + 512) / 1024)} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MB");
}
