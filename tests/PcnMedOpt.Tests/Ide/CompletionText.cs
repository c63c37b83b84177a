using System.Collections.Immutable;
using PcnMedOpt.Ide.Completion;

namespace PcnMedOpt.Tests.Ide;

/// <summary>A text with a cursor beside a small project that has something of everything.</summary>
internal static class CompletionText
{
    public const string Project = """

        --- names.medopt
        protocol names "Names" { status draft evidence pcn_des "Network Contract DES" read 2026-11-20 }
        parameter review_interval "Review interval" = 12 months allow 6 months to 12 months
        parameter many "How many is many" = 10 allow 5 to 10
        codes smr_done "Structured medication review" snomed { 1239511000000100 |Structured medication review| }
        codes smr_declined "Structured medication review declined" snomed { 116471000119100 |Blood test declined| }
        codes white_cells "White cell count" snomed { 1022541000000102 |Total white cell count| unit 10*9/L plausible 0 to 500 }
        codes creatinine_clearance "Creatinine clearance" snomed { 968191000000100 |Creatinine clearance| unit mL/min plausible 0 to 300 }
        codes methotrexate "Methotrexate" dmd { 326864009 |Methotrexate 2.5mg tablets| 319775004 |Aspirin 75mg tablets| }
        codes listed "A list" snomed { from "codelists/done.csv" column "code" term "name" }
        cohort adults "Adults" { include any { "18 or over": age >= 18 years } exclude any { "Declined": smr_declined recorded "Done": smr_done recorded } }
        sop monitoring "Methotrexate monitoring" {
          from adults
          drug methotrexate taking when issued in last 6 months
          phase maintenance "Maintenance" { white_cells every 12 weeks }
          limit white_cells "White cells" of white_cells in 10*9/L { red below 3.5 "Stop" green 3.5 and above }
        }
        measure adults_counted "Adults" { of adults }
        template consultation "Consultation" { duration 30 minutes }
        --- codelists/done.csv
        code,name,note
        116471000119100,Blood test declined,x
        1239511000000100,Structured medication review,y
        """;

    /// <summary>The suggestions at <c>$0</c>.</summary>
    public static CompletionList At(string text)
    {
        var ide = IdeText.Of(text + Project);
        return Completions.At(ide.Compilation, ide.Path, ide.Offset);
    }

    public static ImmutableArray<string> Labels(string text) => [.. At(text).Items.Select(i => i.Label)];

    /// <summary>The text of the file with a suggestion taken, each place of a snippet as it stands.</summary>
    public static string Taken(string text, string label)
    {
        var ide = IdeText.Of(text + Project);
        var item = Completions.At(ide.Compilation, ide.Path, ide.Offset).Items.First(i => i.Label == label);
        return ide.Text.Remove(item.Replaces.Start, item.Replaces.Length).Insert(item.Replaces.Start, item.IsSnippet ? Snippet.Plain(item.Insert) : item.Insert);
    }
}
