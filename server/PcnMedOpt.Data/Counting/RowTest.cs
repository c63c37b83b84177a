using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Data.Counting;

/// <summary>A test that looks at the records of one patient after the other.</summary>
internal abstract class RowTest
{
    /// <summary>Whether it holds of a patient; <paramref name="it"/> is the day of the record that a measure is at, or -1.</summary>
    public abstract bool Holds(int patient, int it);

    /// <summary>So many patients will be asked for.</summary>
    public abstract void Expect(int patients);

    public static RowTest Of(BlockEvaluator evaluator, Condition condition) => condition switch
    {
        HappenedTest test => new HappenedRows(ChosenRows.Of(evaluator, test.Sets, test.How, test.Filters), test.Times),
        NoSuchTest test => new NoSuchRows(ChosenRows.Of(evaluator, [test.Set], test.How, test.Filters)),
        IssuedTogetherTest test => new TogetherRows(
            ChosenRows.Of(evaluator, test.First, Happened.Issued, test.Filters), ChosenRows.Of(evaluator, test.Second, Happened.Issued, test.Filters), test.Within),
        ValueTest { Filters: [] } test => new PickedValueRows(evaluator.Picked(test.Set, test.Pick), evaluator.Lookup.ResultsOf(test.Set).In(test.Range)),
        ValueTest test => new ValueRows(ChosenRows.Of(evaluator, [test.Set], Happened.Recorded, test.Filters), test.Pick, evaluator.Lookup.ResultsOf(test.Set).In(test.Range)),
        ChangeTest test => new ChangeRows(ChosenRows.Of(evaluator, [test.Set], Happened.Recorded, [new WindowFilter(test.Window)]), evaluator.Lookup.ResultsOf(test.Set), test),
        StatusTest test => new StatusRows(
            ChosenRows.Of(evaluator, test.Sets, test.How, test.Choose),
            ChosenRows.Of(evaluator, test.Kept is { } kept ? [kept] : test.Sets, test.How, [.. test.Choose, .. test.Keep]),
            test.Pick),
        CourseBeganTest test => new CourseRows(evaluator.Courses(test.Drug, test.Gap), DayRange.Of(test.Window, evaluator.Reference)),
        NoBaselineTest test => new BaselineRows(
            evaluator.Courses(test.Drug, test.Gap), DayRange.Of(test.Window, evaluator.Reference), ChosenRows.Of(evaluator, [test.Test], Happened.Recorded, []), test.Within),
        _ => throw new System.Diagnostics.UnreachableException($"No meaning for {condition}"),
    };
}

/// <summary>The records of some sets that satisfy some filters.</summary>
internal sealed class ChosenRows(RowTable table, RowFilter filter)
{
    private readonly List<Row> chosen = [];

    public static ChosenRows Of(BlockEvaluator evaluator, ImmutableArray<string> sets, Happened how, ImmutableArray<Filter> filters) =>
        new(evaluator.Rows(sets, how), new RowFilter(evaluator, filters, sets));

    /// <summary>So many patients will be asked for.</summary>
    public void Expect(int patients)
    {
        table.Expect(patients);
        filter.Expect(patients);
    }

    public bool HasAnchor(int patient, int it) => filter.HasAnchor(patient, it);

    public bool Any(int patient, int it)
    {
        foreach (ref readonly var row in table.Of(patient))
            if (filter.Fits(row, patient, it)) return true;
        return false;
    }

    /// <summary>The rows by day, until they are asked for again.</summary>
    public List<Row> Of(int patient, int it)
    {
        chosen.Clear();
        foreach (ref readonly var row in table.Of(patient))
            if (filter.Fits(row, patient, it)) chosen.Add(row);
        return chosen;
    }

    /// <summary>The rows that carry a result, usable or not.</summary>
    public List<Row> Carrying(int patient, int it)
    {
        chosen.Clear();
        foreach (ref readonly var row in table.Of(patient))
            if (row.Value >= 0 && filter.Fits(row, patient, it)) chosen.Add(row);
        return chosen;
    }
}
