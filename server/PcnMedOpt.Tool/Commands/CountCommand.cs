using System.CommandLine;
using System.Globalization;
using System.Text;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Reports;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt count</c>: how many patients the cohorts and measures find in some data.</summary>
internal static class CountCommand
{
    private enum Format
    {
        Text,
        Csv,
        Json,
        Html,
        Contract,
    }

    public static Command Make()
    {
        var path = ProjectArgument.Make();
        var data = new Option<string>("--data") { Description = "A folder with patients.csv, events.csv and medications.csv, or a database: postgres://user@host:5432/name.", Required = true };
        var timeout = new Option<int?>("--timeout") { Description = "How many seconds one statement may take in a database; default as long as it takes." };
        var on = new Option<string?>("--on") { Description = "The day on which everything is worked out (2026-11-20); default today." };
        var cohorts = new Option<string[]>("--cohort") { Description = "Only these cohorts.", AllowMultipleArgumentsPerToken = true };
        var measures = new Option<string[]>("--measure") { Description = "Only these measures.", AllowMultipleArgumentsPerToken = true };
        var format = new Option<Format?>("--format") { Description = "text, csv, json, html, or contract (rows for the dashboard); default what the name of --out ends in, else text." };
        var file = new Option<string?>("--out") { Description = "The file to write; default standard output." };
        var below = new Option<int?>("--suppress-below") { Description = $"Numbers from 1 to less than this are not shown; default {Suppression.Usual}." };
        var open = new Option<bool>("--no-suppression") { Description = "Show small numbers: only for use inside the practice." };
        var practice = new Option<string?>("--practice") { Description = "With --format contract: what the only practice of the data is called, for measures that are not by practice." };
        var command = new DocumentedCommand("count", "Count cohorts and measures over an extract of patients' records.", "medopt count protocols --data extract --on 2026-11-20 --out counts.html")
        {
            path, data, timeout, on, cohorts, measures, format, file, below, open, practice,
        };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output =>
        {
            var limit = Limit(parsed.GetValue(below), parsed.GetValue(open));
            var day = parsed.GetValue(on) is { } given ? CommandLine.Day(on.Name, given) : CommandLine.TodayOf(parsed);
            var project = ProjectArgument.Load(parsed, path, output);
            if (ChosenCohorts.IsRefused(project, "Nothing was counted", output)) return CommandLine.ProblemsFound;
            var request = Request(project.Compilation, parsed.GetValue(cohorts) ?? [], parsed.GetValue(measures) ?? [], day);
            var counts = Suppression.Apply(CountSource.Count(parsed.GetValue(data) ?? "", request, Longest(parsed.GetValue(timeout)), output), limit);
            var form = parsed.GetValue(format) ?? FormatOf(parsed.GetValue(file));
            Write(parsed.GetValue(file), output, text => Write(form, counts, project, parsed.GetValue(practice), text));
            if (counts.Below is null) output.Complain(CountWords.NotSuppressed);
            return CommandLine.Fine;
        }));
        return command;
    }

    /// <exception cref="UsageException">They contradict each other, or the limit is none.</exception>
    private static int? Limit(int? below, bool isOpen) => (below, isOpen) switch
    {
        (not null, true) => throw new UsageException("--suppress-below and --no-suppression contradict each other."),
        ( < 2 or > 1000, _) => throw new UsageException("--suppress-below takes a number from 2 to 1000: numbers from 1 to less than it are not shown."),
        (_, true) => null,
        _ => below ?? Suppression.Usual,
    };

    private static TimeSpan? Longest(int? seconds) => seconds switch
    {
        null => null,
        < 1 or > 86_400 => throw new UsageException("--timeout takes seconds from 1 to 86,400."),
        { } given => TimeSpan.FromSeconds(given),
    };

    /// <exception cref="UsageException">A name is of no cohort or measure, or there is none at all.</exception>
    private static CountRequest Request(Compilation compilation, string[] cohorts, string[] measures, DateOnly day)
    {
        var chosen = ChosenCohorts.Of(compilation, cohorts, measures);
        var request = new CountRequest(compilation, chosen.Cohorts, chosen.Measures, day);
        return request.Cohorts.IsEmpty && request.Measures.IsEmpty ? throw new UsageException("The project has no cohort and no measure.") : request;
    }

    private static Format FormatOf(string? file) => Path.GetExtension(file ?? "").ToLowerInvariant() switch { ".html" or ".htm" => Format.Html, ".json" => Format.Json, ".csv" => Format.Csv, _ => Format.Text };

    private static void Write(string? file, Output output, Action<Output> write)
    {
        if (file is null)
        {
            write(output);
            return;
        }
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        write(output.Into(text));
        AtomicFile.Write(file, new UTF8Encoding(false).GetBytes(text.ToString()));
        output.Say($"Written to {file}.");
    }

    private static void Write(Format format, PublishedCounts counts, LoadedProject project, string? practice, Output output)
    {
        switch (format)
        {
            case Format.Csv: output.Data.Write(CountCsv.Of(counts)); break;
            case Format.Json: CountJson.Write(counts, output.Data); break;
            case Format.Html: output.Data.Write(Page(counts, project)); break;
            case Format.Contract: Contract(counts, project.Compilation, practice, output); break;
            default: CountText.Write(counts, output); break;
        }
    }

    private static string Page(PublishedCounts counts, LoadedProject project)
    {
        var compilation = project.Compilation;
        var texts = compilation.Files.Values.Select(f => $"{f.Path}\n{f.Text}").Concat(compilation.Lists.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}\n{l.Value}")).Prepend(compilation.Settings.Text);
        return CountPage.Html(CountView.Of(counts, compilation.Settings.Name ?? "Protocols", ContentHash.Of(string.Join('\n', texts)), ToolInfo.Version, ToolInfo.LanguageVersion), project.Templates);
    }

    private static void Contract(PublishedCounts counts, Compilation compilation, string? practice, Output output)
    {
        var rows = CountContract.Of(counts, practice, name => compilation.Names.Find(name)?.File.Protocol?.Version ?? "");
        output.Data.Write(rows.Csv);
        output.Say($"{rows.Rows} rows.");
        if (rows.NotTold > 0) output.Say($"{rows.NotTold} figures have no row, because a number of theirs is not told: enter them in the practice, or count with --no-suppression there.");
        if (rows.WithoutPractice.Count > 0) output.Say($"No practice is known for {string.Join(", ", rows.WithoutPractice)}: the measure is not by practice. Give --practice when the data are of one practice.");
    }
}
