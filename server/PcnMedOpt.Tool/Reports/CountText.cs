using System.Globalization;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Templating;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Reports;

/// <summary>Counts as text for a terminal of 100 columns: labels at the left, numbers below each other at the right.</summary>
public static class CountText
{
    private const int Wide = 100;

    /// <summary>The width of a column of numbers.</summary>
    private const int Column = 11;

    public static void Write(PublishedCounts counts, Output output)
    {
        var data = output.Data;
        var counted = string.Create(
            CultureInfo.InvariantCulture,
            $"On {EnglishDates.Of(counts.Reference)}, in {Plain(counts.Data.Source)}: {counts.Patients.Text} patients, {counts.Data.Events:N0} coded entries, {counts.Data.Medications:N0} issues and repeat items.");
        foreach (var line in Wrapped(counted, Wide)) data.WriteLine(line);
        foreach (var line in Wrapped(CountWords.Suppressed(counts.Below), Wide)) data.WriteLine(counts.Below is null ? output.Bad(line) : line);
        Faults(counts, output);
        if (!counts.Cohorts.IsEmpty) Overview(output, "Cohorts", counts.Cohorts.Select(c => (c.Cohort.Name, c.Cohort.Title, c.In, (Figure?)c.Population, "", !c.Caveats.Incomplete.IsEmpty)));
        if (!counts.Measures.IsEmpty)
            Overview(output, "Measures", counts.Measures.Select(m => (m.Measure.Name, m.Measure.Title, m.Numerator, m.Denominator, Target(m), !m.Caveats.Incomplete.IsEmpty)));
        foreach (var cohort in counts.Cohorts) Cohort(cohort, output);
        foreach (var measure in counts.Measures.Where(m => !m.Parts.IsEmpty || !m.Caveats.IsNone)) Measure(measure, output);
    }

    private static void Faults(PublishedCounts counts, Output output)
    {
        output.Data.WriteLine();
        if (counts.Data.Faults.IsEmpty)
        {
            output.Data.WriteLine(CountWords.None);
            return;
        }
        output.Data.WriteLine(output.Bold("Faults in the data"));
        foreach (var fault in counts.Data.Faults)
        {
            Row(output, 2, $"{fault.File}: {fault.Kind}: {fault.Effect}", [string.Create(CultureInfo.InvariantCulture, $"{fault.Rows:N0} row{(fault.Rows == 1 ? "" : "s")}")]);
            foreach (var example in fault.Examples)
                foreach (var line in Wrapped(Plain(example), Wide - 6)) output.Data.WriteLine($"      {line}");
        }
    }

    private static void Overview(Output output, string heading, IEnumerable<(string Name, string Title, Figure Number, Figure? Whole, string Target, bool IsIncomplete)> lines)
    {
        output.Data.WriteLine();
        output.Data.WriteLine(output.Bold(heading));
        foreach (var (name, title, number, whole, target, isIncomplete) in lines)
        {
            Row(output, 2, $"{name}: {title}{(isIncomplete ? " (incomplete code sets)" : "")}", [number.Text, whole is { } of ? $"of {of.Text}" : "", Shares.Text(number, whole)]);
            if (target.Length > 0) output.Data.WriteLine($"      {target}");
        }
    }

    private static string Target(PublishedMeasure measure)
    {
        if (measure.Measure.Target is not { } target) return "";
        var met = CountWords.Met(target, measure.Numerator, measure.Denominator);
        return met.Length == 0 ? $"target: {MeasureWords.Of(target)}" : $"target: {MeasureWords.Of(target)}: {met}";
    }

    private static void Cohort(PublishedCohort count, Output output)
    {
        Head(count.Cohort.Name, count.Cohort.Title, count.Caveats, output);
        Row(output, 2, "", ["holds for", "alone", "so far"]);
        Row(output, 2, CountWords.Of(count.Cohort.From), ["", "", count.Population.Text]);
        if (count.Cohort.Include is { } inclusion) Criteria(CountWords.Of(inclusion), count.Include, output);
        Row(output, 4, "included", ["", "", count.Included.Text]);
        if (!count.Exclude.IsEmpty) Criteria("exclude", count.Exclude, output);
        Row(output, 2, "in the cohort", [Shares.Text(count.In, count.Population), "", count.In.Text]);
        Parts(count.Parts, count.In, output);
    }

    private static void Criteria(string heading, IEnumerable<PublishedCriterion> criteria, Output output)
    {
        output.Data.WriteLine($"    {heading}");
        foreach (var criterion in criteria) Row(output, 6, criterion.Label, [criterion.Holds.Text, criterion.Alone.Text, criterion.Left.Text]);
    }

    private static void Measure(PublishedMeasure count, Output output)
    {
        Head(count.Measure.Name, count.Measure.Title, count.Caveats, output);
        Row(output, 2, CountWords.Of(count.Measure.Of), [count.Numerator.Text, count.Denominator is { } of ? $"of {of.Text}" : "", Shares.Text(count.Numerator, count.Denominator)]);
        Parts(count.Parts, count.Numerator, output);
    }

    private static void Parts(IEnumerable<PublishedPart> parts, Figure whole, Output output)
    {
        foreach (var dimension in parts.GroupBy(p => p.Dimension).OrderBy(g => g.Key))
        {
            output.Data.WriteLine($"  by {CountWords.Of(dimension.Key)}{(dimension.Key == Dimension.Reason ? " (a patient may have several)" : "")}");
            foreach (var part in dimension.Where(p => dimension.Key != Dimension.AgeBand || p.Numerator.Value != 0 || p.Denominator is { Value: not 0 }))
                Row(output, 6, part.Value, [part.Numerator.Text, part.Denominator is { } of ? $"of {of.Text}" : "", Shares.Text(part.Numerator, part.Denominator ?? whole)]);
        }
    }

    private static void Head(string name, string title, Caveats caveats, Output output)
    {
        output.Data.WriteLine();
        foreach (var line in Wrapped($"{name}: {Plain(title)}", Wide)) output.Data.WriteLine(output.Bold(line));
        foreach (var why in CountWords.Of(caveats))
            foreach (var line in Wrapped(Plain(why), Wide - 2)) output.Data.WriteLine($"  {output.Bad(line)}");
    }

    /// <summary>A label, in several lines where it is long, and numbers in columns at the right of its last line.</summary>
    private static void Row(Output output, int indent, string label, string[] numbers)
    {
        var columns = string.Concat(numbers.Select(n => n.PadLeft(Column)));
        var lines = Wrapped(Plain(label), Wide - indent - columns.Length - 1);
        for (var i = 0; i < lines.Count; i++)
        {
            var text = new string(' ', i == 0 ? indent : indent + 2) + lines[i];
            output.Data.WriteLine((i < lines.Count - 1 ? text : text.PadRight(Wide - columns.Length) + columns).TrimEnd());
        }
    }

    /// <summary>Text without what would move the cursor or change colours.</summary>
    private static string Plain(string text) => PageEncoder.Legal(text).Replace('\n', ' ').Replace('\t', ' ');

    private static List<string> Wrapped(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => w.Chunk(width - 2).Select(c => new string(c))))
        {
            // The lines after the first are two to the right.
            if (line.Length > 0 && line.Length + 1 + word.Length > width - (lines.Count > 0 ? 2 : 0))
            {
                lines.Add(line);
                line = word;
            }
            else line = line.Length == 0 ? word : $"{line} {word}";
        }
        lines.Add(line);
        return lines;
    }
}
