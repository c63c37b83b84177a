using System.CommandLine;
using PcnMedOpt.Core.Comparing;
using PcnMedOpt.Core.Comparing.Patients;
using PcnMedOpt.Data.Columns;
using PcnMedOpt.Data.Comparing;
using PcnMedOpt.Data.Extracts;
using PcnMedOpt.Data.Synth;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Reports;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt diff</c>: what changed between two projects, and what that does to the people who are found.</summary>
internal static class DiffCommand
{
    public static Command Make()
    {
        var first = new Argument<string?>("OLD") { Description = "The project as it was; with --git the project, default the nearest that holds medopt.json.", Arity = ArgumentArity.ZeroOrOne };
        var second = new Argument<string?>("NEW") { Description = "The project as it is; not with --git.", Arity = ArgumentArity.ZeroOrOne };
        var git = new Option<string?>("--git") { Description = "Compare with the project as it stood at this revision, read through git.", HelpName = "REV" };
        var format = new Option<DiffFormat>("--format") { Description = "text, markdown (for a pull request) or json.", DefaultValueFactory = _ => DiffFormat.Text };
        var failOn = new Option<string?>("--fail-on") { Description = "meaning: the exit code is 1 when meaning changed and version or approval did not." };
        failOn.AcceptOnlyFromAmong("meaning");
        var patients = new Option<int>("--patients") { Description = "How many patients are made to look at, for each change that is not proved to find the same.", DefaultValueFactory = _ => 500 };
        var synthetic = new Option<int>("--synthetic") { Description = "How many patients of the synthetic practice are looked at beside them (docs/synth.md); 0 for none.", DefaultValueFactory = _ => 5_000 };
        var data = new Option<string?>("--data") { Description = "Also look at the patients of this extract: a folder, as docs/extract.md describes it.", HelpName = "FOLDER" };
        var command = new DocumentedCommand("diff", "Say what changed between two projects, and whether each change finds more, fewer, other or the same people.", "medopt diff --git main protocols")
        {
            first, second, git, format, failOn, patients, synthetic, data,
        };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output =>
        {
            var (today, sources) = (CommandLine.TodayOf(parsed), ProjectSources.Here());
            var (was, now) = (parsed.GetValue(first), parsed.GetValue(second));
            if (parsed.GetValue(patients) is < 0 or > 1_000_000) throw new UsageException("--patients is a number from 0 to 1000000.");
            if (parsed.GetValue(synthetic) is < 0 or > 1_000_000) throw new UsageException("--synthetic is a number from 0 to 1000000.");
            if (parsed.GetValue(git) is null && (was is null || now is null)) throw new UsageException("Name two project folders, or a revision: medopt diff OLD NEW, medopt diff --git REV.");
            if (parsed.GetValue(git) is not null && now is not null) throw new UsageException("With --git there is one project: medopt diff --git REV PATH.");
            var folder = ProjectFolder.Find(parsed.GetValue(git) is null ? now : was);
            using var earlier = parsed.GetValue(git) is { } revision ? GitProject.At(revision, folder, today) : null;
            var old = LoadedProject.Load(earlier?.Folder ?? ProjectFolder.Find(was), today, sources);
            Count[] counts =
            [
                .. parsed.GetValue(patients) is > 0 and var made ? [GeneratedPatients.Of(today, made)] : Array.Empty<Count>(),
                .. parsed.GetValue(synthetic) is > 0 and var many ? [Synthetic(many, today)] : Array.Empty<Count>(),
                .. parsed.GetValue(data) is { } extract ? [Extract(extract, today, output)] : Array.Empty<Count>(),
            ];
            var comparison = ProjectComparer.Compare(old.Compilation, LoadedProject.Load(folder, today, sources).Compilation, counts);
            DiffReport.Write(parsed.GetValue(format), comparison, output);
            output.Say(DiffText.Summary(comparison));
            return parsed.GetValue(failOn) is not null && comparison.Unannounced.Length > 0 ? CommandLine.ProblemsFound : CommandLine.Fine;
        }));
        return command;
    }

    /// <summary>The practice is made when it is first asked for: a comparison in which nothing is to be counted waits for none.</summary>
    private static Count Synthetic(int patients, DateOnly today)
    {
        var practice = new Lazy<IndexCount>(() => new IndexCount(
            RecordColumns.Of(SyntheticPractice.Patients(ParametersReader.Default, seed: 1, today, from: 1, patients).Select(p => ("", p)), today), today, "patients of the synthetic practice", areReal: false));
        return (oldProject, old, newProject, now) => practice.Value.Of(oldProject, old, newProject, now);
    }

    private static Count Extract(string folder, DateOnly today, Output output)
    {
        if (!Directory.Exists(folder)) throw new UsageException($"There is no folder {folder}.");
        return new IndexCount(ExtractFolder.Open(folder, said: output.Say), today, "patients of the extract", areReal: true).Of;
    }
}
