using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Emis.Importing;
using PcnMedOpt.Emit.Emis.Reading;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Reports;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt import emis</c>: a file of EMIS searches as a protocol of the language.</summary>
internal static class ImportEmisCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = "An XML file that EMIS Web exported from Population Reporting." };
        var codes = new Option<string?>("--emis-codes") { Description = "An EMIS code map (CSV), which tells the codes of the searches." };
        var project = new Option<string?>("--project") { Description = "A project whose EMIS code map and whose codes are asked too." };
        var losses = new Option<string?>("--losses") { Description = "A JSON file for what was not brought in, and for what differs." };
        var command = new DocumentedCommand("emis", "Print a protocol made from EMIS searches, and say what could not be brought in.", "medopt import emis searches.xml --emis-codes map.csv > searches.medopt")
        {
            file, codes, project, losses,
        };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output =>
        {
            var path = parsed.GetValue(file) ?? "";
            if (!File.Exists(path)) throw new UsageException($"There is no file {path}.");
            var find = FindCodes.First([.. Maps(parsed.GetValue(codes)), .. Known(parsed.GetValue(project), parsed)]);
            if (new FileInfo(path).Length > EmisReader.MostBytes) throw new UsageException($"{path} is larger than {EmisReader.MostBytes / 1024 / 1024} MB, which no export of searches is.");
            var (document, fault) = EmisReader.Read(File.ReadAllBytes(path));
            if (fault is not null || document is null)
            {
                output.Complain($"{path}:{fault?.Place}: {fault?.Message}");
                return CommandLine.WrongUse;
            }
            var import = EmisImporter.Of(document, Path.GetFileName(path), find);
            output.Data.Write(import.Text);
            foreach (var finding in import.Findings) output.Complain($"{path}:{finding.Place}: {Word(finding.Kind)}: {finding.Within}: {finding.What}");
            if (parsed.GetValue(losses) is { } report) AtomicFile.Write(report, new UTF8Encoding(false).GetBytes(ImportReport.Json(path, import.Findings)));
            int Count(ImportFindingKind kind) => import.Findings.Count(f => f.Kind == kind);
            output.Say($"{Counted(import.CohortOf.Count, "search", "searches")}, {Counted(import.CodeSets, "code set", "code sets")}; {Counted(Count(ImportFindingKind.Loss), "loss", "losses")}, "
                + $"{Counted(Count(ImportFindingKind.UnknownCode), "code set with unknown codes", "code sets with unknown codes")}, {Counted(Count(ImportFindingKind.Difference), "difference", "differences")}.");
            return import.HasLosses ? CommandLine.ProblemsFound : CommandLine.Fine;
        }));
        return command;
    }

    private static string Word(ImportFindingKind kind) => kind switch
    {
        ImportFindingKind.Loss => "loss",
        ImportFindingKind.UnknownCode => "unknown code",
        ImportFindingKind.Difference => "difference",
        _ => "note",
    };

    private static ImmutableArray<FindCode> Maps(string? path)
    {
        if (path is null) return [];
        if (!File.Exists(path)) throw new UsageException($"There is no EMIS code map {path}.");
        var (text, fault) = Utf8Text.Read(File.ReadAllBytes(path));
        if (fault is not null) throw new UsageException($"{path} is not UTF-8. In Excel, save it as CSV UTF-8.");
        var map = EmisCodeMap.Read(text);
        return map.Findings is [var wrong, ..] ? throw new UsageException($"{path}: {wrong.Message} {wrong.Hint}") : [FindCodes.ByMap(map)];
    }

    /// <summary>The map of a project, the release that it uses, and the terms of its codes; without a project, the release at hand.</summary>
    private static ImmutableArray<FindCode> Known(string? path, ParseResult parsed)
    {
        if (path is null) return ByRelease(ProjectSources.Here().Release(null));
        var project = LoadedProject.Load(ProjectFolder.Find(path), CommandLine.TodayOf(parsed), ProjectSources.Here());
        var sets = project.Compilation.Names.OfKind(DeclarationKind.Codes).Select(d => d.Facts.Name is { } name ? project.Compilation.CodeSet(name) : null);
        var terms = sets.SelectMany(s => s is null ? [] : s.Codes.Select(c => (Code: c, Term: s.TermOf(c) ?? "")).Where(c => c.Term.Length > 0));
        return [.. project.EmisCodes is { } map ? [FindCodes.ByMap(map)] : Array.Empty<FindCode>(), .. ByRelease(project.Compilation.Knowledge.Release), FindCodes.ByTerm(terms)];
    }

    private static ImmutableArray<FindCode> ByRelease(ITerminology? release) => release is null ? [] : [FindCodes.ByDescription(release)];

    private static string Counted(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";
}
