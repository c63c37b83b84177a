using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Tests.Conditions;

public sealed class ImplicationTests
{
    [Theory]
    [InlineData("a recorded in this quarter", "a recorded in last 12 months")]
    [InlineData("a recorded in this quarter", "a recorded in last 3 months")]
    [InlineData("a recorded in this quarter", "a recorded in this financial year")]
    [InlineData("a recorded in previous month", "a recorded in last 2 months")]
    [InlineData("a recorded in this financial year", "a recorded in last 366 days")]
    [InlineData("a recorded in last 30 days", "a or b recorded or issued in last 2 months")]
    [InlineData("a recorded between 3 months and 6 months ago", "a recorded in last 6 months")]
    [InlineData("a recorded between 3 months and 6 months ago", "a recorded more than 2 months ago")]
    [InlineData("a recorded on 2026-05-01", "a recorded since 2026-04-01")]
    [InlineData("a recorded in last 6 months at age >= 18 years as new", "a recorded ever")]
    [InlineData("a recorded in last 6 months at age >= 18 years", "a recorded at age >= 12 years")]
    [InlineData("a recorded at least 3 times 14 days apart", "a recorded at least 2 times 7 days apart")]
    [InlineData("age >= 80 years and a recorded in last 3 months", "a recorded in last 6 months or b recorded")]
    [InlineData("a recorded or b recorded", "b or a recorded")]
    [InlineData("latest a value > 5 in last 3 months", "a recorded in last 6 months")]
    [InlineData("latest of a, b in last 3 months is a", "a recorded in last 6 months")]
    [InlineData("latest of a, b is a as new", "a recorded as new")]
    [InlineData("a and b issued within 28 days of each other in last 3 months", "b issued in last 6 months")]
    [InlineData("age >= 75 years", "age >= 65 years")]
    [InlineData("age between 18 and 64 years", "age < 65 years")]
    [InlineData("a on repeat", "b or a on repeat")]
    [InlineData("not (a recorded after latest b recorded)", "not (a recorded after latest b recorded)")]
    public void One_holds_wherever_the_other_does(string premise, string conclusion) =>
        Assert.True(Written.Condition(premise).Implies(Written.Condition(conclusion)));

    [Theory]
    [InlineData("a recorded in last 12 months", "a recorded in last 6 months")]
    [InlineData("a recorded in last 31 days", "a recorded in last 1 month")]
    [InlineData("a recorded in this quarter", "a recorded in last 2 months")]
    [InlineData("a recorded in this quarter", "a recorded in previous quarter")]
    [InlineData("a recorded in previous quarter", "a recorded in last 3 months")]
    [InlineData("a or b recorded in last 3 months", "a recorded in last 6 months")]
    [InlineData("a recorded or issued in last 3 months", "a recorded in last 6 months")]
    [InlineData("a recorded in last 3 months", "a recorded in last 6 months as new")]
    [InlineData("a recorded in last 3 months", "a recorded in last 6 months at least 2 times")]
    [InlineData("a recorded at least 0 times", "a recorded")]
    [InlineData("a recorded or c recorded", "a recorded or b recorded")]
    [InlineData("no a recorded in last 3 months", "a recorded in last 6 months")]
    [InlineData("earliest of a, b is in last 3 months", "a recorded in last 6 months")]
    [InlineData("latest of a, b as new is a", "a recorded as new")]
    [InlineData("age < 65 years", "age between 18 and 64 years")]
    [InlineData("age > 75 years", "age > 75 years")]
    public void It_does_not_follow(string premise, string conclusion) =>
        Assert.False(Written.Condition(premise).Implies(Written.Condition(conclusion)));
}
