using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Comparing.Patients;

/// <summary>
/// What cohorts ask about, in both projects: the code sets and how their records are looked for, how long ago, which days, ages and values. Patients made of
/// these lie at the edges where cohorts differ.
/// </summary>
internal sealed class Clues
{

    public SortedSet<(string Set, Happened How)> Recorded { get; } = [];

    public SortedSet<string> OnRepeat { get; } = new(StringComparer.Ordinal);

    public List<Duration> Times { get; } = [];

    public List<Duration> Ages { get; } = [];

    public SortedSet<DateOnly> Days { get; } = [];

    public SortedSet<DateOnly> Births { get; } = [];

    public List<Quantity> Values { get; } = [];

    /// <summary>As many medicines as counts go up to.</summary>
    public int Medicines { get; private set; }

    public static Clues Of(params IReadOnlyList<(ProjectModel Project, Cohort Cohort)> cohorts)
    {
        var clues = new Clues();
        foreach (var condition in cohorts.SelectMany(c => AllConditions.Of(c.Project, c.Cohort))) clues.Add(condition);
        return clues;
    }

    private void Add(Condition condition)
    {
        foreach (var use in condition.SetsUsed()) Recorded.Add(use);
        foreach (var filter in condition.AllFilters()) Add(filter);
        switch (condition)
        {
            case AgeTest age: Ages.AddRange(age.Range.Ends()); break;
            case RegisteredForTest test: Times.AddRange(test.Range.Ends()); break;
            case RegisteredAtAgeTest test: Ages.AddRange(test.Range.Ends()); break;
            case BornTest born: Births.UnionWith(new[] { born.From, born.To }.OfType<DateOnly>()); break;
            case OnRepeatTest test: OnRepeat.UnionWith(test.Sets); break;
            case NotOnRepeatTest test: OnRepeat.Add(test.Set); break;
            case HappenedTest { Times.Apart: { } apart }: Times.Add(apart); break;
            case IssuedTogetherTest test: Times.Add(test.Within); break;
            case ValueTest test: Values.AddRange(test.Range.Quantities()); break;
            case ChangeTest test when !test.Percent: Values.Add(test.Amount); break;
            case CourseBeganTest test: Times.Add(test.Gap); break;
            case NoBaselineTest test: Times.AddRange([test.Gap, test.Within]); break;
            case CountTest test: Medicines = Math.Max(Medicines, Math.Min(test.Limit + 2, 40)); break;
        }
    }

    private void Add(Filter filter)
    {
        switch (filter)
        {
            case AtAgeFilter age: Ages.AddRange(age.Range.Ends()); break;
            case ValueFilter value: Values.AddRange(value.Range.Quantities()); break;
            case WindowFilter { Window: InLast last }: Times.Add(last.Duration); break;
            case WindowFilter { Window: SinceAgo ago }: Times.Add(ago.Duration); break;
            case WindowFilter { Window: MoreThanAgo ago }: Times.Add(ago.Duration); break;
            case WindowFilter { Window: BetweenAgo between }: Times.AddRange([between.Near, between.Far]); break;
            case WindowFilter { Window: WithinOfAnchor within }: Times.Add(within.Duration); break;
            case WindowFilter { Window: BetweenDates between }: Days.UnionWith([between.From, between.To]); break;
            case WindowFilter { Window: RelativeToDate relative }: Days.Add(relative.Date); break;
            case WindowFilter { Window: InPeriod period }: Times.Add(new Duration((period.Period switch { PeriodKind.Month => 1, PeriodKind.Quarter => 3, _ => 12 }) * (period.Previous ? 2 : 1), DurationUnit.Months)); break;
        }
    }
}
