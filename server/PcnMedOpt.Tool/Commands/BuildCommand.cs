using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.CommandLine;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Templating;
using PcnMedOpt.Tool.Pdf;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Reports;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt build</c>: packs, their zips and the page over all of them.</summary>
internal static class BuildCommand
{
    public static Command Make()
    {
        var path = ProjectArgument.Make();
        var folder = new Option<string?>("--out") { Description = "Where the packs go; default dist in the project's folder. Its packs folder is replaced." };
        var targets = new Option<OutputTarget[]>("--target") { Description = "emis, systmone, print or workbook; default what each pack names.", AllowMultipleArgumentsPerToken = true };
        var packs = new Option<string[]>("--pack") { Description = "Only these packs.", AllowMultipleArgumentsPerToken = true };
        var completeOnly = new Option<bool>("--complete-only") { Description = "Leave out searches that depend on one to be built by hand in EMIS." };
        var pdf = new Option<bool>("--pdf") { Description = "Print the documents as PDF too, by an installed Edge, Chrome or Chromium." };
        var browser = new Option<string?>("--browser") { Description = $"The program that prints; default {Browsers.Variable} in the environment, else the first that is found." };
        var watch = Watch.Option();
        var command = new DocumentedCommand("build", "Build the packs that practices download.", "medopt build protocols --out dist") { path, folder, targets, packs, completeOnly, pdf, browser, watch };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output => Watch.Run(parsed.GetValue(watch), parsed.GetValue(path), output, () =>
        {
            // Templates compile while the project is read; whoever renders one first waits for it.
            _ = Task.Run(() => Templates.Standard.Prepare("spec.hbs", "build-sheet.hbs", "install.hbs", "index.hbs", "template-sheet.hbs", "activity-extract.hbs"));
            var project = ProjectArgument.Load(parsed, path, output);
            var options = new BuildOptions(new BuiltBy(ToolInfo.Version, ToolInfo.LanguageVersion), [.. parsed.GetValue(targets) ?? []], parsed.GetValue(completeOnly), project.Templates, parsed.GetValue(pdf));
            return Build(project, parsed.GetValue(folder) ?? Path.Combine(project.Folder.Root, "dist"), parsed.GetValue(packs) ?? [], parsed.GetValue(browser), options, output);
        })));
        return command;
    }

    private static int Build(LoadedProject project, string folder, string[] names, string? browser, BuildOptions options, Output output)
    {
        var errors = project.Diagnostics.Where(d => d.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
        {
            FindingsReport.Write(ReportFormat.Text, errors, output, notes: false);
            output.Complain($"Nothing was built: the project has {(errors.Count == 1 ? "an error" : $"{errors.Count} errors")}.");
            return CommandLine.ProblemsFound;
        }
        var packs = PackBuilder.Packs(project.Compilation).Where(p => names.Length == 0 || names.Contains(p.Pack.Name)).ToList();
        if (names.FirstOrDefault(n => packs.All(p => p.Pack.Name != n)) is { } unknown) throw new UsageException($"There is no pack '{unknown}'.");
        if (packs.Count == 0) throw new UsageException("The project has no pack: declare one, such as pack smr \"…\" { contains … }.");
        var program = options.WithPdf ? Browsers.Find(browser) : null;
        IReadOnlyList<BuiltPack> pages = Each(packs, p => p.Declarations.Length, p => PackBuilder.Build(project.Compilation, project.EmisCodes, p, options));
        if (program is not null) pages = PackPdf.Added(pages, program, project.Compilation.Today, options);
        var built = Each(pages, p => p.Files.Sum(f => f.Bytes.Length), p => (Pack: p, Zip: ReproducibleZip.Of(p.Files)));
        var index = Site.Index(project.Compilation, [.. built.Select(b => (b.Pack, b.Zip.Length))], options);
        OutputFolder.Write(folder, [.. built.SelectMany(b => Files(b.Pack, b.Zip))], index, Site.List(built.Select(b => b.Pack)));
        foreach (var (pack, _) in built) Say(pack, output);
        output.Say($"Open {Path.Combine(folder, "index.html")}.");
        return CommandLine.Fine;
    }

    /// <summary>Something of each, on all processors, the largest first: a large pack that came last would keep one processor waiting.</summary>
    private static R[] Each<T, R>(IReadOnlyList<T> items, Func<T, int> size, Func<T, R> make)
    {
        var made = new R[items.Count];
        var order = Enumerable.Range(0, items.Count).OrderByDescending(i => size(items[i])).ToList();
        Parallel.ForEach(Partitioner.Create(order, EnumerablePartitionerOptions.NoBuffering), i => made[i] = make(items[i]));
        return made;
    }

    private static IEnumerable<OutputFile> Files(BuiltPack pack, byte[] zip) =>
        pack.Files.Select(f => f with { Path = $"{pack.Contents.FileName}/{f.Path}" }).Append(OutputFile.Of($"{pack.Contents.FileName}.zip", zip));

    private static void Say(BuiltPack pack, Output output)
    {
        var incomplete = pack.EmisSearches.Count(s => !s.IsComplete && s.List.Origin != Core.Model.RuleLists.ListOrigin.Hand);
        var hand = pack.EmisSearches.Count(s => s.List.Origin == Core.Model.RuleLists.ListOrigin.Hand);
        output.Say($"{pack.Contents.FileName}: {pack.Files.Length} files"
            + (hand > 0 ? $"; in EMIS {hand} to build by hand, {incomplete} incomplete until then" : "")
            + (pack.LeftOut.IsEmpty ? "" : $"; left out: {string.Join(", ", pack.LeftOut)}")
            + (pack.NotPrinted.IsEmpty ? "" : $"; not printed, because print is no target: {string.Join(", ", pack.NotPrinted)}"));
    }
}
