using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Conditions;

/// <summary>Conditions as they are written in a criterion.</summary>
internal static class Written
{
    public static Condition Condition(string text)
    {
        var compilation = TestProject.Of($$"""
            parameter recent "Recent" = 6 months allow 1 month to 1 year
            parameter high "High potassium" = 5.5 mmol/L allow 5 mmol/L to 7 mmol/L
            codes potassium "Potassium" snomed { 1000651000000109 |Serum potassium level| unit mmol/L }
            cohort written "Written" { include all { "Criterion": {{text}} } }
            """);
        return compilation.Model<Cohort>("written")?.Include?.Criteria.SingleOrDefault()?.Condition ?? throw new ArgumentException($"Cannot be read: {text}");
    }
}
