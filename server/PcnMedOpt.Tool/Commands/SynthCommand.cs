using System.CommandLine;
using System.Globalization;
using PcnMedOpt.Data.Synth;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt synth</c>: a made-up network of practices as the files of an extract.</summary>
internal static class SynthCommand
{
    private const int MostPatients = 10_000_000;

    public static Command Make()
    {
        var patients = new Option<int>("--patients") { Description = "How many.", DefaultValueFactory = _ => 50_000 };
        var seed = new Option<long>("--seed") { Description = "Another number, another practice; the same number, the same practice.", DefaultValueFactory = _ => 1 };
        var on = new Option<string?>("--on") { Description = "The reference date (2026-11-20): nothing is recorded after it." };
        var folder = new Option<string?>("--out") { Description = "The folder for patients.csv, events.csv and medications.csv; files of these names are replaced." };
        var parameters = new Option<string?>("--parameters") { Description = "A file of parameters in place of those that are built in." };
        var print = new Option<bool>("--print-parameters") { Description = "Print the parameters that are built in, to change a copy of them." };
        var command = new DocumentedCommand(
            "synth", "Make up a network of practices, to try protocols on.", "medopt synth --patients 50000 --seed 1 --on 2026-11-20 --out synthetic")
        {
            patients, seed, on, folder, parameters, print,
        };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output =>
        {
            if (parsed.GetValue(print))
            {
                Console.Out.Write(ParametersReader.DefaultText);
                return CommandLine.Fine;
            }
            var count = parsed.GetValue(patients);
            if (count is < 1 or > MostPatients)
                throw new UsageException($"--patients {count.ToString(CultureInfo.InvariantCulture)}: a number from 1 to 10,000,000 is wanted.");
            var day = DayOf(on.Name, parsed.GetValue(on) ?? throw new UsageException("Name the reference date with --on, such as --on 2026-11-20."));
            var path = parsed.GetValue(folder) ?? throw new UsageException("Name the folder to write into with --out.");
            var practice = new SyntheticPractice(Read(parsed.GetValue(parameters)), parsed.GetValue(seed), day);
            var sizes = ExtractFiles.Write(practice, count, path, Environment.ProcessorCount + 1);
            output.Say(string.Create(CultureInfo.InvariantCulture,
                $"{path}: {sizes.Patients:N0} patients, {sizes.Events:N0} events, {sizes.Medications:N0} medication rows, {sizes.Bytes / 1_000_000m:N1} MB. All of them are made up."));
            return CommandLine.Fine;
        }));
        return command;
    }

    private static SynthParameters Read(string? file)
    {
        if (file is null) return ParametersReader.Default;
        try
        {
            return ParametersReader.Read(file, File.ReadAllBytes(file));
        }
        catch (SynthParametersException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }

    private static DateOnly DayOf(string option, string given) =>
        CommandLine.Day(option, given) is { Year: >= 2010 and < 2079 } day ? day : throw new UsageException($"{option} {given} is no day that can be used: it lies from 2010 to 2078.");
}
