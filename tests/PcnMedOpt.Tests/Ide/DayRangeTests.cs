using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Ide.Describing;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Ide;

/// <summary>The days of windows are those of the evaluator, on days on which months end, and in words.</summary>
public sealed class DayRangeTests
{
    private static readonly Duration[] Durations = [new(7, DurationUnit.Days), new(2, DurationUnit.Weeks), new(1, DurationUnit.Months), new(6, DurationUnit.Months), new(1, DurationUnit.Years), new(0, DurationUnit.Days)];

    private static readonly DateOnly[] References = [new(2026, 11, 20), new(2026, 3, 31), new(2024, 2, 29), new(2025, 2, 28), new(2026, 4, 1), new(2027, 1, 1)];

    private static IEnumerable<Window> Windows(DateOnly reference) =>
    [
        new Ever(),
        .. Durations.SelectMany(d => new Window[] { new InLast(d), new SinceAgo(d), new MoreThanAgo(d), new BetweenAgo(Durations[0], d) }),
        .. Enum.GetValues<Preposition>().SelectMany(p => new[] { -40, 0, 40 }.Select(n => new RelativeToDate(p, reference.AddDays(n)))),
        .. Enum.GetValues<PeriodKind>().SelectMany(p => new[] { new InPeriod(p, true), new InPeriod(p, false) }),
        new BetweenDates(reference.AddDays(-10), reference.AddDays(10)),
        new BetweenDates(reference.AddDays(10), reference.AddDays(-10)),
    ];

    [Fact]
    public void A_window_has_the_days_that_the_evaluator_takes()
    {
        foreach (var reference in References)
            foreach (var window in Windows(reference))
            {
                var days = DayRange.Of(window, reference) ?? throw new InvalidOperationException($"{window} has no days.");
                for (var day = reference.AddDays(-900); day <= reference; day = day.AddDays(1))
                    Assert.True(days.Contains(day) == Clock.Contains(window, day, reference), $"{window} on {reference}: {day}, shown as {days}");
                Assert.False(days.Contains(reference.AddDays(1)));
                Assert.Equal(days.IsEmpty, days.ToString() == "no day");
            }
    }

    [Theory]
    [InlineData("in last 6 months", "after 20 May 2026, to 20 November 2026", "after 20 May 2026")]
    [InlineData("more than 6 months ago", "any day to 20 May 2026", "any day to 20 May 2026")]
    [InlineData("between 3 months and 6 months ago", "after 20 May 2026, to 20 August 2026", "after 20 May 2026, to 20 August 2026")]
    [InlineData("since 14 weeks ago", "from 14 August 2026, to 20 November 2026", "from 14 August 2026")]
    [InlineData("before 2026-04-01", "any day before 1 April 2026", "any day before 1 April 2026")]
    [InlineData("after 2027-04-01", "no day", "no day")]
    [InlineData("on 2026-04-01", "on 1 April 2026", "on 1 April 2026")]
    [InlineData("ever", "any day to 20 November 2026", "any day to 20 November 2026")]
    [InlineData("in this financial year", "from 1 April 2026, to 20 November 2026", "from 1 April 2026")]
    public void Days_in_words(string written, string words, string few)
    {
        var cohort = TestProject.Of($"codes a \"A\" snomed {{ 195967001 }}\ncohort c \"C\" {{ include any {{ \"x\": a recorded {written} }} }}").Cohort("c");
        var window = cohort?.Criteria.Single().Condition.AllFilters().OfType<WindowFilter>().Single().Window ?? new Ever();
        var days = DayRange.Of(window, TestProject.Today);
        Assert.Equal((words, few), (days?.ToString(), days?.Short(TestProject.Today)));
    }

    [Fact]
    public void A_window_at_another_record_has_no_days() => Assert.Null(DayRange.Of(new RelativeToAnchor(Preposition.After, new ItAnchor()), TestProject.Today));

    [Fact]
    public void An_age_has_days_of_birth()
    {
        Assert.Equal("born on or before 20 November 1951", DayRange.Born(new AgeAtLeast(new Duration(75, DurationUnit.Years)), TestProject.Today));
        Assert.Equal("born after 20 November 1961, to 20 November 2008", DayRange.Born(new AgeBetween(18, 64, DurationUnit.Years), TestProject.Today));
        Assert.Equal("born after 20 November 2008", DayRange.Born(new AgeUnder(new Duration(18, DurationUnit.Years)), TestProject.Today));
    }
}
