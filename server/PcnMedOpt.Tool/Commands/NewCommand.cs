using System.CommandLine;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt new</c>: a small project that checks clean, to begin from.</summary>
internal static class NewCommand
{
    private const string Settings = """
        {
          "name": "Our protocols",
          "organisation": "Example PCN"
        }

        """;

    private const string Protocol = """"
        protocol first_protocol "Our first protocol" {
          version 0.1
          status draft
          owner "Lead pharmacist"
          evidence local_agreement "What this is based on: name the guideline, and when you read it" read 2026-01-31
        }

        /// A code and its term, as the SNOMED CT browser shows them.
        codes smr_done "Structured medication review" snomed {
          1239511000000100 |Structured medication review|
        }

        cohort needs_review "65 or over without a review in the last year" {
          include all {
            "65 or over": age >= 65 years [evidence local_agreement]
          }
          exclude any {
            "Reviewed in the last 12 months": smr_done recorded in last 12 months
          }
        }

        measure review_rate "Registered patients of 65 or over who were reviewed" {
          of registered
          count when age >= 65 years and smr_done recorded in this financial year [evidence local_agreement]
          reported yearly
        }

        pack first_pack "Our first pack" {
          contains needs_review, review_rate
          for practice "Run the search every six months."
        }

        example "Turns 65 today, never reviewed" {
          on 2026-11-20
          patient {
            born 1961-11-20
          }
          expect in needs_review because "65 or over"
        }

        example "Reviewed eleven months ago" {
          on 2026-11-20
          patient {
            born 1950-01-01
            smr_done recorded 2025-12-20
          }
          expect not in needs_review because "Reviewed in the last 12 months"
        }

        """";

    public static Command Make()
    {
        var folder = new Argument<string>("FOLDER") { Description = "A folder that is new or empty." };
        var command = new DocumentedCommand("new", "Start a project.", "medopt new our-protocols") { folder };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output =>
        {
            var path = Path.GetFullPath(parsed.GetValue(folder) ?? ".");
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()) throw new UsageException($"{path} is not empty: nothing was changed.");
            Directory.CreateDirectory(path);
            File.WriteAllText(Path.Combine(path, Core.ProjectSettings.FileName), Settings);
            File.WriteAllText(Path.Combine(path, "first.medopt"), Protocol);
            File.WriteAllText(Path.Combine(path, ".gitignore"), "dist/\n");
            output.Say($"{path} is a project. Next: medopt check {parsed.GetValue(folder)}, medopt test {parsed.GetValue(folder)}, medopt build {parsed.GetValue(folder)}.");
            return CommandLine.Fine;
        }));
        return command;
    }
}
