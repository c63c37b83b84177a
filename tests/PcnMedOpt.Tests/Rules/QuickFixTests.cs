using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Ide;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Rules;

/// <summary>Whatever fix is taken, the text can be read afterwards and the finding is gone.</summary>
public sealed class QuickFixTests
{
    private const string Sets = """
        parameter recent "Recent" = 6 months allow 1 month to 1 year
        codes asthma "Asthma" snomed { << 195967001 |Asthma| }
        codes asthma_resolved "Asthma resolved" snomed { 162660004 |Asthma resolved| }
        codes declined "Declined" snomed { ^ 999031211000230106 |Structured medication review declined| }
        codes potassium "Potassium" snomed { 1000651000000109 |Serum potassium level| unit mmol/L }
        codes lithium "Lithium" dmd { vtm 16977003 |Lithium carbonate| }
        codes apixaban "Apixaban" dmd { vmp 703908001 |Apixaban 5mg tablets| }
        """;

    [Theory]
    [InlineData("sex is male and asthma recorded or sex is female and lithium on repeat or age < 18 years")]
    [InlineData("(sex is male or asthma recorded and sex is female) and age < 18 years")]
    [InlineData("age >= 18 years or no asthma or declined recorded in last recent")]
    [InlineData("not no asthma or declined recorded /* kept */ in last recent")]
    [InlineData("no lithium or apixaban on repeat and age >= 18 years")]
    [InlineData("age > recent and age <= 6 months")]
    [InlineData("registered at age = 18 years or asthma recorded at age > 1 year")]
    [InlineData("lithium or apixaban issued at age >= 18 years at least 2 times")]
    [InlineData("lithium recorded or issued and no apixaban issued")]
    [InlineData("latest of lithium, apixaban issued is lithium in last 6 months")]
    [InlineData("count of distinct lithium by product issued >= 2")]
    [InlineData("not asthma recorded or not not sex is male or age < 18 years")]
    [InlineData("not (latest potassium value not between 3 mmol/L and 5 mmol/L in last recent) and sex is male")]
    [InlineData("not latest potassium value >= 5 mmol/L")]
    [InlineData("lithium and apixaban or lithium issued in last 6 months at age >= 18 years or sex is male")]
    [InlineData("asthma and asthma_resolved recorded")]
    [InlineData("asthma and asthma_resolved recorded within 28 days of each other")]
    [InlineData("no asthma recorded in last 6 months at least 2 times 7 days apart")]
    [InlineData("asthma recorded between 1 year and recent ago and age between 64 and 18 years")]
    [InlineData("born between 1959-12-31 and 1950-01-01 or asthma recorded between 2026-01-01 and 2025-01-01")]
    [InlineData("latest of asthma, asthma_resolved in last 6 months is declined as new")]
    [InlineData("latest of lithium, apixaban in last 6 months is apixaban")]
    [InlineData("lithium or apixaban recorded in last 6 months")]
    [InlineData("asthma issued ever and asthma_resolved recorded")]
    [InlineData("asthma recorded in last 6 months or latest of asthma, asthma_resolved is asthma")]
    [InlineData("(asthma recorded) and not (sex is male) and latest of lithium issued ever is lithium")]
    public void A_fix_mends_what_it_is_offered_for(string condition)
    {
        var compilation = TestProject.Of($$"""
            {{Sets}}
            cohort other "Other" { include all { "Asthma": latest of asthma, asthma_resolved is asthma } }
            cohort tried "Tried" {
              include all { "Criterion": {{condition}} }
              exclude any { "Declined": declined recorded ever at age >= 18 years or (declined recorded at least 2 times) }
            }
            """);
        var fixes = compilation.Diagnostics.SelectMany(d => d.Diagnostic.Fixes.Select(f => (Finding: d, Fix: f))).ToList();
        Assert.NotEmpty(fixes);
        Assert.All(fixes, f => AssertMends(compilation, f.Finding, f.Fix));
    }

    private static void AssertMends(Compilation compilation, LocatedDiagnostic finding, Fix fix)
    {
        var text = QuickFixes.Apply(finding, fix);
        var after = TestProject.Of(text);
        Assert.True(!after.Diagnostics.Any(d => d.Diagnostic.Kind.Id.StartsWith("MO1", StringComparison.Ordinal)), text);
        var kind = finding.Diagnostic.Kind;
        Assert.True(after.Slugs().Count(s => s == kind.Slug) < compilation.Slugs().Count(s => s == kind.Slug), $"{fix.Title}\n{text}");
        if (!text.Contains("/*", StringComparison.Ordinal) && fix.Title.Contains(' ', StringComparison.Ordinal)) Assert.Contains(fix.Title, text, StringComparison.Ordinal);
    }
}
