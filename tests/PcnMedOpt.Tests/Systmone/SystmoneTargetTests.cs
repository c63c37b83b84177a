using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Emit.Systmone;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Systmone;

public sealed class SystmoneTargetTests
{
    [Theory]
    [InlineData("age >= 75 years", FitGrade.Exact)]
    [InlineData("born since 1951-09-01", FitGrade.Exact)]
    [InlineData("sex is female", FitGrade.Exact)]
    [InlineData("registered for >= 6 months", FitGrade.Exact)]
    [InlineData("registered at age >= 18 years", FitGrade.ByHand)]
    [InlineData("a recorded in last 6 months", FitGrade.Exact)]
    [InlineData("no a recorded in last 6 months", FitGrade.Exact)]
    [InlineData("a recorded at age >= 18 years", FitGrade.Exact)]
    [InlineData("a recorded after latest b recorded", FitGrade.ByHand)]
    [InlineData("a recorded before registration", FitGrade.ByHand)]
    [InlineData("a recorded at least 2 times", FitGrade.Approximate)]
    [InlineData("a recorded at least 2 times 7 days apart", FitGrade.ByHand)]
    [InlineData("a recorded as first", FitGrade.ByHand)]
    [InlineData("a recorded with value > 5", FitGrade.Approximate)]
    [InlineData("a recorded in this quarter", FitGrade.Approximate)]
    [InlineData("m issued in last 6 months", FitGrade.Exact)]
    [InlineData("m recorded or issued in last 6 months", FitGrade.Exact)]
    [InlineData("m on repeat", FitGrade.Exact)]
    [InlineData("no m on repeat", FitGrade.Exact)]
    [InlineData("m and n issued within 28 days of each other in last 3 months", FitGrade.ByHand)]
    [InlineData("latest a value > 5", FitGrade.Approximate)]
    [InlineData("latest a value rose by 5 in last 3 months", FitGrade.ByHand)]
    [InlineData("latest of a, b is a", FitGrade.ByHand)]
    [InlineData("count of distinct medicines by substance issued in last 6 months >= 10", FitGrade.ByHand)]
    [InlineData("unfinished recorded", FitGrade.ByHand)]
    [InlineData("expression recorded", FitGrade.ByHand)]
    public void A_test_fits_so(string test, FitGrade grade)
    {
        var compilation = TestProject.Of($$"""
            codes a "A" snomed { 195967001 |Asthma| }
            codes b "B" snomed { 162660004 |Asthma resolved| }
            codes m "M" dmd { 326874007 |Methotrexate 2.5mg tablets| }
            codes n "N" dmd { 321730000 |Lithium carbonate 250mg tablets| }
            codes unfinished "U" snomed { awaiting "a code" }
            codes expression "E" snomed ecl "<< 195967001"
            cohort c "C" { include all { "only": {{test}} } }
            """);
        var condition = compilation.Model<Cohort>("c")?.Include?.Criteria[0].Condition;
        Assert.NotNull(condition);
        var fit = new SystmoneTarget().Of(condition, compilation.Project);
        Assert.Equal(grade, fit.Grade);
        Assert.Equal(grade == FitGrade.Exact, fit.How.Length == 0);
    }
}
