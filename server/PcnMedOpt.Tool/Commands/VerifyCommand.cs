using System.CommandLine;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt verify</c>: is this zip the pack that was built, whole and unchanged? Needs no network and no project.</summary>
internal static class VerifyCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("PACK.zip") { Description = "The zip of a pack." };
        var command = new DocumentedCommand("verify", "Check that a downloaded pack is whole and unchanged.", "medopt verify smr-2026.1.zip") { file };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output =>
        {
            var path = parsed.GetValue(file) ?? "";
            if (!File.Exists(path)) throw new UsageException($"There is no file {path}.");
            using var stream = File.OpenRead(path);
            var result = PackCheck.Of(stream);
            foreach (var fault in result.Faults) output.Data.WriteLine($"{path}: {output.Bad("fault")}: {fault}");
            if (result.Manifest is { } manifest)
            {
                output.Data.WriteLine($"{manifest.Title}, version {manifest.Version} ({manifest.Status}), built by medopt {manifest.BuiltBy.ToolVersion}");
                output.Data.WriteLine($"source {manifest.SourceHash}");
                output.Data.WriteLine(manifest.Approved is null ? "not approved" : $"approved {manifest.Approved} by {manifest.ApprovedBy}");
                if (manifest.ReviewBy is { } review)
                    output.Data.WriteLine(string.CompareOrdinal(review, CommandLine.TodayOf(parsed).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) < 0
                        ? $"REVIEW DATE PASSED: {review}" : $"review by {review}");
                if (manifest.Status == "withdrawn") output.Data.WriteLine("WITHDRAWN");
            }
            if (result.Faults.IsEmpty) output.Say($"{output.Good("Whole and unchanged")}: {result.Manifest?.Entries.Length} files.");
            return result.Faults.IsEmpty ? CommandLine.Fine : CommandLine.ProblemsFound;
        }));
        return command;
    }
}
