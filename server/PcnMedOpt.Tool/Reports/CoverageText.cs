using System.Globalization;
using PcnMedOpt.Core.Proving;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Reports;

/// <summary>Coverage for a terminal: a line for each cohort and procedure, what is missing, and examples to paste.</summary>
internal static class CoverageText
{
    public static void Write(Coverage coverage, MissingExamples missing, Output output)
    {
        foreach (var cohort in coverage.Cohorts) Line(cohort.Name, [.. cohort.All], output);
        foreach (var procedure in coverage.Procedures) Line($"{procedure.Name}, phases and bands", [.. procedure.All], output);
        foreach (var group in missing.Missing.GroupBy(m => m.Cohort))
        {
            output.Data.WriteLine();
            output.Data.WriteLine($"{output.Bold(group.Key)}: no example shows");
            foreach (var each in group) output.Data.WriteLine($"  {each.Text}{(each.Example is null ? ". No such patient was found." : "")}");
        }
        if (missing.Examples.IsEmpty) return;
        output.Data.WriteLine();
        output.Data.WriteLine("// Examples that show them. Read each one, and paste it where it is right: it says what the protocol does, and not what it should do.");
        foreach (var example in missing.Examples)
        {
            output.Data.WriteLine();
            output.Data.Write(ExampleText.Of(example));
        }
    }

    public static string Counted(Coverage coverage, MissingExamples missing)
    {
        var none = missing.Missing.Count(m => m.Example is null);
        return string.Create(CultureInfo.InvariantCulture, $"{coverage.Reached} of {coverage.Total} shown by the examples.")
            + (none > 0 ? string.Create(CultureInfo.InvariantCulture, $" For {none} no patient was found.") : "");
    }

    private static void Line(string name, IReadOnlyList<Shown> all, Output output)
    {
        var shown = all.Count(s => s.Witness is not null);
        var text = string.Create(CultureInfo.InvariantCulture, $"{shown} of {all.Count}");
        output.Data.WriteLine($"{(shown == all.Count ? output.Good(text) : output.Bad(text))} {name}");
    }
}
