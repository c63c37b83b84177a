using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Rules;

/// <summary>NHS numbers are found wherever somebody may write one. 943 476 5919 is the example of the NHS Data Dictionary.</summary>
public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("// only a comment: 943 476 5919")]
    [InlineData("cohort broken \"9434765919\" {")]
    [InlineData("/// Compare with 943-476-5919.\ncohort older \"Older\" { include any { \"75\": age >= 75 years } }")]
    [InlineData("codes set_9434765919 \"Set\" snomed { 195967001 |Asthma| }")]
    [InlineData("codes asthma \"Asthma\" snomed { 195967001 |Asthma of 9434765919| }")]
    public void A_number_is_found_and_not_repeated(string text)
    {
        var found = Assert.Single(TestProject.Of(text).Diagnostics, d => d.Diagnostic.Kind.Slug == "personal-data");
        Assert.Equal(Severity.Error, found.Severity);
        Assert.DoesNotContain("9434765919", found.Shown().Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("// made up: 999 123 4560")]
    [InlineData("// a telephone number: 01234 567890")]
    [InlineData("// a check digit that fails: 943 476 5918")]
    public void Other_numbers_are_left_alone(string text) => Assert.DoesNotContain("personal-data", TestProject.Of(text).Slugs());
}
