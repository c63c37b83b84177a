using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Forms;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Print;
using PcnMedOpt.Emit.Searches;
using PcnMedOpt.Emit.Spec;
using PcnMedOpt.Emit.Systmone;
using PcnMedOpt.Emit.Templating;
using PcnMedOpt.Emit.Word;
using PcnMedOpt.Emit.Workbooks;

namespace PcnMedOpt.Emit.Packs;

/// <summary>What is built, and how.</summary>
/// <param name="BuiltBy">The program.</param>
/// <param name="Targets">The outputs that are wanted; empty for those that each pack names.</param>
/// <param name="CompleteOnly">Leave out EMIS searches that depend on one to be built by hand.</param>
/// <param name="Templates">The templates of the pages.</param>
/// <param name="WithPdf">The caller will make a PDF of each printed page, and add it.</param>
public sealed record BuildOptions(BuiltBy BuiltBy, ImmutableArray<OutputTarget> Targets, bool CompleteOnly, Templates Templates, bool WithPdf = false);

/// <summary>A built pack: its files, and what a person should hear of it.</summary>
/// <param name="Contents">What it holds.</param>
/// <param name="Meta">Who answers for it.</param>
/// <param name="Files">Its files, the manifest last.</param>
/// <param name="EmisSearches">The searches of its EMIS file.</param>
/// <param name="LeftOut">The searches that were left out because a part is built by hand.</param>
public sealed record BuiltPack(PackContents Contents, PageMeta Meta, ImmutableArray<OutputFile> Files, ImmutableArray<Search> EmisSearches, ImmutableArray<string> LeftOut)
{
    /// <summary>The documents that have no page.</summary>
    public ImmutableArray<string> NotPrinted => Files.Any(PrintPages.IsPage) ? [] : [.. Contents.Documents.Select(d => d.Facts.Title ?? "")];
}

/// <summary>Builds packs from a project without errors. Everything is text and data in, files out.</summary>
public static class PackBuilder
{
    public const string SpecificationFile = "emis-specification.html";
    public const string BuildSheetFile = "systmone-build-sheet.html";
    public const string InstallFile = "install.html";

    /// <summary>The outputs of a pack that names none.</summary>
    internal static readonly ImmutableArray<OutputTarget> Usual = [OutputTarget.Emis, OutputTarget.Systmone, OutputTarget.Print];

    public static IEnumerable<PackContents> Packs(Compilation compilation) =>
        from declaration in compilation.Names.OfKind(DeclarationKind.Pack)
        let pack = compilation.ModelOf(declaration) as Pack
        where pack is not null
        orderby pack.Name
        select PackContents.Of(compilation, declaration, pack);

    public static BuiltPack Build(Compilation compilation, EmisCodeMap? emisCodes, PackContents pack, BuildOptions options)
    {
        var targets = pack.Pack.Targets.IsEmpty ? Usual : pack.Pack.Targets;
        if (!options.Targets.IsEmpty) targets = [.. targets.Intersect(options.Targets)];
        var contents = PageContents.Of(compilation, pack.Pack);
        var meta = PageMeta.Of(pack.Pack, pack.Header, pack.SourceHash, options.BuiltBy.ToolVersion, options.BuiltBy.LanguageVersion, compilation.Today);
        var emis = new EmisTarget(emisCodes);
        var plan = SearchPlan.Of(emis, compilation.Project, pack.Cohorts, pack.Measures);
        var searches = options.CompleteOnly ? [.. plan.Searches.Where(s => s.IsComplete)] : plan.Searches;
        ImmutableArray<string> leftOut = [.. plan.Searches.Except(searches).Where(s => s.List.Origin != ListOrigin.Hand).Select(s => s.List.Name)];
        var spec = SpecView.Of(meta, contents, emis, plan);
        var files = ImmutableArray.CreateBuilder<OutputFile>();
        if (targets.Contains(OutputTarget.Emis) && searches.Length > 0) files.Add(EmisFile(compilation, emis, pack, meta, searches));
        if (targets.Contains(OutputTarget.Emis) || targets.Contains(OutputTarget.Print)) files.Add(OutputFile.Of(SpecificationFile, SpecPage.Html(spec, options.Templates)));
        if (targets.Contains(OutputTarget.Systmone))
        {
            files.Add(OutputFile.Of(BuildSheetFile, BuildSheetPage.Html(BuildSheetView.Of(meta, contents), options.Templates)));
            files.Add(OutputFile.Of(CodesCsv.FileName, CodesCsv.Of(contents)));
        }
        if (targets.Contains(OutputTarget.Print)) files.AddRange(PrintPages.Of(compilation, pack, meta, options.Templates));
        if (targets.Contains(OutputTarget.Print)) files.AddRange(WordFiles.Of(compilation, pack, meta));
        if (targets.Contains(OutputTarget.Workbook)) files.AddRange(WorkbookFiles.Of(compilation, pack.Pack, meta, contents));
        files.AddRange(TemplateFiles.Of(compilation, emisCodes, pack, meta, contents, targets, options.Templates));
        var patients = TestPatients.Of(contents, TestPatientPool.Of(compilation));
        var install = InstallView.Of(meta, contents, Named(files, pack, meta) with { Documents = [.. PrintPages.Listed(pack, files, options.WithPdf)] }, options.CompleteOnly ? [] : spec.ByHand, patients, leftOut);
        files.Add(OutputFile.Of(InstallFile, InstallPage.Html(install, options.Templates)));
        files.Add(Manifest.Of(pack, options.BuiltBy, files).ToFile());
        return new BuiltPack(pack, meta, files.DrainToImmutable(), searches, leftOut);
    }

    /// <summary>The pack with more files, in a manifest that names them.</summary>
    public static BuiltPack With(BuiltPack pack, IEnumerable<OutputFile> more, BuildOptions options)
    {
        ImmutableArray<OutputFile> files = [.. pack.Files.Where(f => f.Path != Manifest.FileName), .. more];
        return pack with { Files = files.Add(Manifest.Of(pack.Contents, options.BuiltBy, files).ToFile()) };
    }

    /// <summary>What EMIS shows: a folder that is not to be used says so in its name.</summary>
    private static string FolderName(Pack pack, ProtocolHeader? header, PageMeta meta) => $"{pack.Title} {PackContents.VersionOf(header)}{(meta.Watermark is { } mark ? $" ({mark})" : "")}";

    /// <summary>The files of the pack that its installation page names.</summary>
    private static InstallFiles Named(ImmutableArray<OutputFile>.Builder files, PackContents pack, PageMeta meta)
    {
        string? Path(Func<string, bool> isIt) => files.Select(f => f.Path).FirstOrDefault(isIt);
        var emis = Path(p => p.StartsWith("emis/", StringComparison.Ordinal));
        var named = new InstallFiles(
            emis,
            emis is null ? null : FolderName(pack.Pack, pack.Header, meta),
            Path(p => p == SpecificationFile),
            Path(p => p == BuildSheetFile),
            Path(p => p == CodesCsv.FileName),
            [.. files.Where(f => f.Title is not null).Select(f => new FactView(f.Path, f.Title ?? ""))]);
        return TemplateFiles.Named(named, files);
    }

    /// <summary>The folder of searches that a pack imports.</summary>
    internal static EmisFolder EmisFolderOf(Compilation compilation, Pack pack, ProtocolHeader? header, PageMeta meta, ImmutableArray<Search> searches) => new(
        $"{compilation.Settings.Organisation}/{pack.Name}",
        FolderName(pack, header, meta),
        PackContents.VersionOf(header),
        header?.Author ?? compilation.Settings.Organisation ?? "PcnMedOpt",
        header?.Approved ?? header?.Changes.Select(c => c.On).Max() ?? compilation.Today,
        compilation.Today,
        searches);

    private static OutputFile EmisFile(Compilation compilation, EmisTarget target, PackContents pack, PageMeta meta, ImmutableArray<Search> searches)
    {
        var bytes = EmisWriter.Write(EmisFolderOf(compilation, pack.Pack, pack.Header, meta, searches), compilation.Project, target);
        var faults = EmisSchema.Faults(bytes);
        if (faults.Count > 0) throw new System.Diagnostics.UnreachableException($"The EMIS file of the pack '{pack.Pack.Name}' is not sound: {faults[0]}");
        return OutputFile.Of($"emis/{pack.Pack.Name}.xml", bytes);
    }
}
