using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Proving;

namespace PcnMedOpt.Emit.Pages;

/// <summary>What the examples show of each criterion and procedure, and what they do not, for a reader.</summary>
public static class CoveragePage
{
    public static TestingView View(TestingMeta meta, Coverage coverage, MissingExamples missing) => TestingView.Of(
        meta,
        "What the examples show",
        [
            string.Create(CultureInfo.InvariantCulture, $"{coverage.Reached} of {coverage.Total} are shown by an example."),
            "Shown means: a patient of an example for whom the criterion is true and decides, and one for whom it is false and decides. “Nobody” means that no example shows it.",
        ],
        [
            new TestingSection("all", "All cohorts", [], [All(coverage)], []),
            .. coverage.Cohorts.Where(c => !c.Decisions.IsEmpty).Select(c => new TestingSection($"cohort-{c.Name.Replace('.', '-')}", c.Title, [c.Name], [Of(c), .. Days(c)], [])),
            .. coverage.Procedures.Select(p => new TestingSection($"procedure-{p.Name}", $"{p.Title}: phases and bands", [p.Name], [Of(p)], [])),
            .. Missing(missing),
        ]);

    private static TestingTable All(Coverage coverage) => new(
        "Cohorts and procedures", ["Name", "Shown", "Of"],
        [
            .. coverage.Cohorts.Select(c => Counted(c.Name, [.. c.All])),
            .. coverage.Procedures.Select(p => Counted($"{p.Name}, phases and bands", [.. p.All])),
        ],
        "");

    private static TestingRow Counted(string name, ImmutableArray<Shown> all) => TestingRow.Of(
        name, all.Count(s => s.Witness is not null).ToString(CultureInfo.InvariantCulture), all.Length.ToString(CultureInfo.InvariantCulture));

    private static TestingTable Of(CoveredCohort cohort) => new(
        $"Criteria of {cohort.Title}", ["Criterion or test", "Kind", "True and decides", "False and decides"],
        [
            .. cohort.Decisions.Where(d => d.True is not null).Select(d => TestingRow.Of(
                d.Decision.IsWhole ? d.Decision.Label : $"{d.Decision.Label}: {ConditionText.Of(d.Decision.Condition)}",
                d.Decision.IsExclude ? "exclude" : "include", By(d.True?.Witness), By(d.False?.Witness))),
        ],
        "");

    private static IEnumerable<TestingTable> Days(CoveredCohort cohort)
    {
        var days = cohort.Decisions.SelectMany(d => d.Edges).Select(e => TestingRow.Of(e.Text, By(e.Witness))).ToImmutableArray();
        return days.IsEmpty ? [] : [new TestingTable($"Boundary days of {cohort.Title}", ["Boundary day", "Shown by"], days, "")];
    }

    private static TestingTable Of(CoveredProcedure procedure) => new(
        $"Phases and bands of {procedure.Title}", ["Phase or band", "Shown by"], [.. procedure.All.Select(s => TestingRow.Of(s.Text, By(s.Witness)))], "");

    private static IEnumerable<TestingSection> Missing(MissingExamples missing)
    {
        if (missing.Missing.IsEmpty) yield break;
        yield return new TestingSection(
            "missing", "What no example shows", ["The examples below were made up. They say what the protocol does, and not what it should do: read each one before it is pasted."],
            [new TestingTable("What no example shows", ["Cohort", "What", "Example below"], [.. missing.Missing.Select(m => TestingRow.Of(m.Cohort, m.Text, m.Example ?? "No such patient was found."))], "")],
            [.. missing.Examples.Select(ExampleText.Of)]);
    }

    private static string By(Witness? witness) => witness is null ? "Nobody" : $"{witness.Text} ({witness.Path}:{witness.Line.ToString(CultureInfo.InvariantCulture)})";
}
