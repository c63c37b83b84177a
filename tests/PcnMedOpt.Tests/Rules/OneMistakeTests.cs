using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Rules;

/// <summary>One mistake gives one finding: where one rule explains it, no other speaks.</summary>
public sealed class OneMistakeTests
{
    [Theory]
    [InlineData("age > 75 years and age <= 75 years", "age-comparison", "age-comparison")]
    [InlineData("age > 75 years or age <= 75 years", "age-comparison", "age-comparison")]
    [InlineData("no asthma or copd recorded and asthma recorded ever", "no-a-or-b")]
    [InlineData("asthma recorded or copd recorded and age >= 18 years", "mixed-and-or")]
    [InlineData("asthma issued", "snomed-issued")]
    [InlineData("asthma or copd issued in last 6 months", "snomed-issued")]
    [InlineData("lithium or apixaban recorded in last 6 months", "dmd-recorded")]
    [InlineData("latest lithium value > 5", "dmd-recorded")]
    [InlineData("not latest potassium value < 5 mmol/L", "not-of-value")]
    [InlineData("not (not (latest potassium value < 5 mmol/L))", "not-of-value")]
    [InlineData("latest potassium value < 5 mmol/L and not (latest potassium value < 5 mmol/L)", "not-of-value")]
    [InlineData("asthma and copd recorded within 28 days of each other", "pair-recorded")]
    [InlineData("no asthma recorded at least 2 times and asthma recorded", "no-at-least")]
    [InlineData("asthma recorded between 6 months and 3 months ago in last 3 months", "between-reversed")]
    [InlineData("asthma recorded between 2026-10-01 and 2026-01-01 since 2026-05-01", "between-reversed")]
    [InlineData("age between 64 and 18 years and age < 50 years", "between-reversed")]
    [InlineData("latest potassium value between 5 mmol/L and 3 mmol/L and latest potassium value > 6 mmol/L", "range-reversed")]
    [InlineData("asthma recorded within 7 days of it", "it-outside-records")]
    [InlineData("asthma recorded in last 0 days", "never-true")]
    [InlineData("(age >= 18 years and age < 12 years) or sex is male", "never-true")]
    [InlineData("count of distinct medicines by substance issued >= 10", "issued-without-window")]
    [InlineData("asthma recorded and copd recorded in last 6 months")]
    [InlineData("asthma recorded after latest lithium issued")]
    [InlineData("asthma recorded or lithium issued in last 6 months")]
    public void Only_this_is_found(string condition, params string[] slugs)
    {
        var compilation = TestProject.Of($$"""
            cohort tried "Tried" { include all { "Criterion": {{condition}} } }
            codes asthma "Asthma" snomed { << 195967001 |Asthma| }
            codes copd "COPD" snomed { << 13645005 |Chronic obstructive pulmonary disease| }
            codes potassium "Potassium" snomed { 1000651000000109 |Serum potassium level| unit mmol/L }
            codes lithium "Lithium" dmd { vtm 16977003 |Lithium carbonate| }
            codes apixaban "Apixaban" dmd { vmp 703908001 |Apixaban 5mg tablets| }
            """);
        var found = compilation.Diagnostics.Where(d => d.Severity >= Severity.Warning && d.Diagnostic.Kind.Slug != "unused-code-set").ToList();
        Assert.True(slugs.SequenceEqual(found.Select(d => d.Diagnostic.Kind.Slug)), string.Join('\n', found.Select(TestProject.Shown)));
    }
}
