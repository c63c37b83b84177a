using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Tests.Conditions;

/// <summary>What is printed reads back as the same condition.</summary>
public sealed class ConditionTextTests
{
    /// <summary>Conditions that print as they are written here.</summary>
    public static readonly string[] Canonical =
    [
        "asthma recorded since 14 weeks ago",
        "age >= 75 years",
        "age < 18 months",
        "age between 18 and 64 years",
        "born on 1950-01-01",
        "born since 1950-01-01",
        "born until 1950-01-01",
        "born between 1950-01-01 and 1959-12-31",
        "sex is female",
        "sex is male",
        "sex is indeterminate",
        "sex is unknown",
        "registered for >= 6 months",
        "registered for < 1 year",
        "registered at age >= 65 years",
        "in smr_eligible",
        "in methotrexate_monitoring.overdue.full_blood_count",
        "asthma recorded",
        "asthma or copd recorded or issued ever",
        "asthma issued in last 1 day at least 2 times",
        "asthma issued in last 6 months at least 3 times 7 days apart",
        "asthma recorded more than 2 weeks ago at age >= 18 years not as ended",
        "asthma recorded between 3 months and 6 months ago as first, new",
        "asthma recorded as unmarked, first, new, review, ended, flare",
        "asthma recorded between 2026-04-01 and 2027-03-31",
        "asthma recorded since 2026-04-01",
        "asthma recorded until 2026-04-01",
        "asthma recorded before 2026-04-01",
        "asthma recorded after 2026-04-01",
        "asthma recorded on 2026-04-01",
        "asthma recorded in this month",
        "asthma recorded in this quarter",
        "asthma recorded in previous financial year",
        "asthma recorded since registration",
        "asthma recorded within 28 days after it",
        "asthma recorded within 28 days before latest copd recorded",
        "asthma recorded within 28 days of any copd or asthma recorded or issued",
        "asthma recorded after (earliest copd recorded in last 6 months as new)",
        "asthma recorded on (latest copd recorded within 7 days of (latest asthma recorded ever))",
        "potassium recorded in last 6 months with value >= 5.5 mmol/L",
        "potassium recorded with value between 3.5 mmol/L and 5.5 mmol/L at age < 65 years",
        "score recorded with value < -2.5",
        "no asthma recorded",
        "no asthma recorded after latest copd recorded",
        "asthma or copd on repeat",
        "no asthma on repeat",
        "a or b and c or d issued within 28 days of each other in last 3 months",
        "latest potassium value > 5.5 mmol/L in last 12 months",
        "earliest potassium value <= 3 mmol/L",
        "latest score value = 12 ever",
        "latest potassium value between 3.5 mmol/L and 5.5 mmol/L in last 12 months",
        "latest potassium value not between 3.5 mmol/L and 5.5 mmol/L in last 12 months",
        "latest potassium value rose by more than 30 % in last 12 months",
        "latest potassium value fell by 1.5 mmol/L in last 12 months",
        "latest of asthma, asthma_resolved recorded is asthma",
        "earliest of asthma, copd recorded in last 2 years is asthma in last 6 months",
        "latest of apixaban, warfarin issued in last 6 months is apixaban",
        "latest of apixaban recorded or issued is in last 6 months not as ended",
        "count of distinct medicines by substance on repeat >= 10",
        "count of distinct medicines except appliances or vaccines by product issued in last 6 months < 5",
        "count of distinct opioids by product issued ever = 2",
        "count of distinct opioids by substance issued since registration > 2",
        "count of distinct opioids by substance issued in this quarter <= 2",
        "not (asthma recorded)",
        "not (not (asthma recorded or copd recorded))",
        "asthma recorded and copd recorded and age >= 18 years",
        "asthma recorded or (copd recorded and (age >= 18 years or sex is male))",
        "(asthma recorded and copd recorded) or not (age >= 18 years and sex is male)",
    ];

    public static TheoryData<string> Texts => [.. Canonical];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_condition_prints_as_it_is_written(string text) => Assert.Equal(text, ConditionText.Of(Written.Condition(text)));

    [Theory]
    [InlineData("((asthma recorded))", "asthma recorded")]
    [InlineData("born before 1950-01-01", "born until 1949-12-31")]
    [InlineData("born after 1950-01-01", "born since 1950-01-02")]
    [InlineData("asthma recorded in last recent", "asthma recorded in last 6 months")]
    [InlineData("latest potassium value > high", "latest potassium value > 5.5 mmol/L")]
    [InlineData("asthma recorded as new, first, new", "asthma recorded as first, new")]
    [InlineData("latest of asthma, asthma_resolved is asthma", "latest of asthma, asthma_resolved recorded is asthma")]
    public void Another_way_to_write_it_prints_the_same(string written, string printed)
    {
        Assert.Equal(printed, ConditionText.Of(Written.Condition(written)));
        Assert.Equal(printed, ConditionText.Of(Written.Condition(printed)));
    }

    [Fact]
    public void Every_kind_of_condition_filter_window_and_anchor_is_among_them()
    {
        var conditions = Canonical.Select(Written.Condition).SelectMany(c => c.DescendantsAndSelf()).ToList();
        var filters = conditions.SelectMany(c => c.AllFilters()).ToList();
        var windows = filters.OfType<WindowFilter>().Select(f => f.Window).ToList();
        IEnumerable<object?> seen = [.. conditions, .. filters, .. windows, .. windows.Select(w => w.AnchorOf())];
        Type[] families = [typeof(Condition), typeof(Filter), typeof(Window), typeof(Anchor)];
        var kinds = typeof(Condition).Assembly.GetTypes().Where(t => families.Contains(t.BaseType));
        Assert.Equal(["Unreadable", "CourseBeganTest", "NoBaselineTest"], kinds.Except(seen.Select(s => s?.GetType())).Select(k => k?.Name));
    }
}
