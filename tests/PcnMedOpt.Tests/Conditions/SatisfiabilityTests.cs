using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Tests.Conditions;

/// <summary>What can never be true and what always is; a false alarm is worse than none.</summary>
public sealed class SatisfiabilityTests
{
    [Theory]
    [InlineData("age >= 75 years and age < 60 years")]
    [InlineData("age >= 75 years and age between 18 and 64 years")]
    [InlineData("age >= 18 years and sex is male and age < 216 months")]
    [InlineData("age >= 18 years and (sex is male and age < 18 years)")]
    [InlineData("age >= 18 years and not (age >= 16 years or a recorded)")]
    [InlineData("registered for >= 1 year and registered for < 6 months")]
    [InlineData("registered at age >= 65 years and registered at age < 18 years")]
    [InlineData("born before 1950-01-01 and born since 1950-01-01")]
    [InlineData("sex is female and sex is unknown")]
    [InlineData("latest potassium value > 5 mmol/L and latest potassium value <= 5 mmol/L")]
    [InlineData("latest potassium value between 3 mmol/L and 4 mmol/L and latest potassium value not between 2 mmol/L and 5 mmol/L")]
    [InlineData("count of distinct medicines by product on repeat > 4 and count of distinct medicines by product on repeat < 5")]
    [InlineData("count of distinct medicines by product on repeat < 0")]
    [InlineData("count of distinct medicines by product issued in last 0 days >= 1")]
    [InlineData("age < 0 years")]
    [InlineData("a recorded in last 0 days")]
    [InlineData("a recorded after (latest b recorded in last 0 weeks)")]
    [InlineData("no a recorded after (latest b recorded in last 0 weeks)")]
    [InlineData("a recorded in last 3 months more than 3 months ago")]
    [InlineData("a recorded in this quarter between 3 months and 6 months ago")]
    [InlineData("a recorded since 2026-04-01 before 2026-04-01")]
    [InlineData("a recorded until 2026-04-01 after 2026-04-01")]
    [InlineData("a recorded at age < 18 years at age >= 65 years")]
    [InlineData("potassium recorded with value > 5 mmol/L with value < 5000 umol/L")]
    [InlineData("a recorded on latest b recorded at least 2 times")]
    [InlineData("a recorded in last 1 week at least 8 times")]
    [InlineData("in adults and not (in adults)")]
    [InlineData("a recorded and no a recorded")]
    [InlineData("a recorded in last 3 months and no a recorded in last 6 months")]
    [InlineData("a recorded after latest b recorded and no a recorded after latest b recorded")]
    [InlineData("a on repeat and no a on repeat")]
    [InlineData("latest of a, b is a and no a recorded")]
    public void Never_true(string text) => Assert.NotNull(Satisfiability.WhyNever(Written.Condition(text)));

    [Theory]
    [InlineData("age >= 60 years and age < 75 years")]
    [InlineData("age >= 18 years or age < 12 years")]
    [InlineData("age >= 30 days and age < 1 month")]
    [InlineData("age between 64 and 18 years and age >= 65 years")]
    [InlineData("born between 1959-12-31 and 1950-01-01 and born before 1955-01-01")]
    [InlineData("a recorded in last 0 days at least 0 times")]
    [InlineData("born before 1950-01-01 and age < 18 years")]
    [InlineData("latest potassium value > 5 mmol/L and earliest potassium value < 5 mmol/L")]
    [InlineData("latest potassium value > 5 mmol/L in last 3 months and latest potassium value < 5 mmol/L in last 6 months")]
    [InlineData("latest potassium value >= 5 mmol/L and latest potassium value <= 5 mmol/L")]
    [InlineData("latest potassium value > 5 mmol/L and latest sodium value < 3 mmol/L")]
    [InlineData("latest score value > 5 and latest score value < 3 mmol/L")]
    [InlineData("count of distinct medicines by product on repeat > 4 and count of distinct medicines by substance on repeat < 5")]
    [InlineData("count of distinct medicines by product issued in last 0 days >= 0")]
    [InlineData("a recorded in last 3 months at least 2 times")]
    [InlineData("a recorded on any b recorded at least 2 times")]
    [InlineData("a recorded in last 7 days at least 7 times")]
    [InlineData("a recorded more than 30 days ago in last 1 month")]
    [InlineData("a recorded in this quarter in last 1 month")]
    [InlineData("a recorded in last 6 months and no a recorded in last 3 months")]
    [InlineData("a recorded at least 2 times and not (a recorded at least 3 times)")]
    [InlineData("a recorded and no a issued in last 6 months")]
    [InlineData("a or b recorded and no a recorded")]
    [InlineData("a or b on repeat and no a on repeat")]
    [InlineData("not (a recorded) and not (b recorded)")]
    [InlineData("not (a recorded and b recorded) and a recorded")]
    [InlineData("in adults and not (in children)")]
    [InlineData("a recorded in last 3 months and b recorded more than 6 months ago")]
    public void May_be_true(string text)
    {
        var condition = Written.Condition(text);
        Assert.All(condition.DescendantsAndSelf(), c => Assert.Null(Satisfiability.WhyNever(c)));
    }

    [Theory]
    [InlineData("age >= 60 years or age < 75 years")]
    [InlineData("age >= 60 years or (sex is male or age < 720 months)")]
    [InlineData("age >= 0 years")]
    [InlineData("born before 1950-01-01 or born since 1950-01-01")]
    [InlineData("count of distinct medicines by product on repeat >= 0")]
    [InlineData("count of distinct medicines by product on repeat > 4 or count of distinct medicines by product on repeat <= 4")]
    [InlineData("a recorded or not (a recorded)")]
    [InlineData("a recorded in last 6 months or no a recorded in last 3 months")]
    [InlineData("a or b on repeat or no a on repeat")]
    [InlineData("not (age < 18 years and a recorded) or age < 65 years")]
    [InlineData("count of distinct medicines by product issued in last 0 days < 3")]
    [InlineData("no a recorded in last 0 days")]
    public void Always_true(string text) => Assert.NotNull(Satisfiability.WhyAlways(Written.Condition(text)));

    [Theory]
    [InlineData("age >= 75 years or age < 60 years")]
    [InlineData("age >= 1 month or age < 30 days")]
    [InlineData("registered for >= 6 months or registered for < 6 months")]
    [InlineData("count of distinct medicines by product on repeat > 5 or count of distinct medicines by product on repeat < 5")]
    [InlineData("latest potassium value > 5 mmol/L or latest potassium value <= 5 mmol/L")]
    [InlineData("a recorded in last 3 months or no a recorded in last 6 months")]
    [InlineData("a recorded after latest b recorded or no a recorded after latest b recorded")]
    [InlineData("no a recorded after (latest b recorded in last 0 days)")]
    [InlineData("a recorded or not (b recorded)")]
    [InlineData("a recorded at least 1 times")]
    public void May_be_false(string text)
    {
        var condition = Written.Condition(text);
        Assert.All(condition.DescendantsAndSelf(), c => Assert.Null(Satisfiability.WhyAlways(c)));
    }
}
