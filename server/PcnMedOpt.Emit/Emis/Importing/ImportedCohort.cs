using System.Collections.Immutable;
using PcnMedOpt.Core.Formatting;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Emis.Importing;

/// <summary>A criterion of a cohort that is written, and what is said above it.</summary>
internal sealed record ImportedCriterion(string Label, Condition Condition, ImmutableArray<string> Comments);

/// <summary>A cohort that is written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What the search says of itself.</param>
/// <param name="From">registered, everyone or a cohort.</param>
/// <param name="Any">Any of the include criteria will do; else all must hold.</param>
/// <param name="Include">Its include criteria; none for all of whom it starts from.</param>
/// <param name="Exclude">Its exclude criteria.</param>
internal sealed record ImportedCohort(
    string Name, string Title, string? Description, string From, bool Any, ImmutableArray<ImportedCriterion> Include, ImmutableArray<ImportedCriterion> Exclude)
{
    public string Text()
    {
        var lines = new List<string>();
        var labels = new HashSet<string>(StringComparer.Ordinal);
        if (Description is { Length: > 0 }) lines.AddRange(Description.ReplaceLineEndings("\n").Split('\n').Select(l => $"/// {Words(l)}".TrimEnd()));
        lines.Add($"cohort {Name} {Strings.Quoted(Words(Title))} {{");
        lines.Add($"from {From}");
        Add(Any ? "include any" : "include all", Include);
        Add("exclude any", Exclude);
        lines.Add("}");
        return string.Join('\n', lines) + "\n";

        void Add(string head, ImmutableArray<ImportedCriterion> criteria)
        {
            if (criteria.IsEmpty) return;
            lines.Add($"{head} {{");
            foreach (var criterion in criteria)
            {
                lines.AddRange(criterion.Comments.Select(c => $"// {Words(c)}"));
                lines.Add($"{Strings.Quoted(Unique(criterion.Label, labels))}: {ConditionText.Of(criterion.Condition)}");
            }
            lines.Add("}");
        }
    }

    /// <summary>A whole protocol in canonical form.</summary>
    public static string Protocol(IEnumerable<string> comments, IEnumerable<ImportedSet> sets, IEnumerable<ImportedCohort> cohorts) => Formatter.Format(
        string.Concat(comments.Select(c => $"// {Words(c)}\n")) + "\n" + string.Join('\n', sets.Select(s => s.Text)) + "\n" + string.Join('\n', cohorts.Select(c => c.Text())));

    public static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Labels are unique in a cohort, exclusions included.</summary>
    private static string Unique(string label, HashSet<string> taken)
    {
        var unique = label;
        for (var number = 2; !taken.Add(unique); number++) unique = $"{label} ({number})";
        return unique;
    }
}
