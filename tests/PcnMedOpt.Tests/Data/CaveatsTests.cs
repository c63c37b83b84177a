using PcnMedOpt.Core.Counting;
using PcnMedOpt.Data.Columns;
using PcnMedOpt.Data.Counting;
using PcnMedOpt.Emit.Sql;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Data;

/// <summary>What a count says against itself, in a folder and in a database alike, also because of the cohorts that it depends on.</summary>
public sealed class CaveatsTests
{
    private const string Text = """
        codes asthma "Asthma" snomed { 195967001 |Asthma| }
        codes palliative "Palliative care" snomed { awaiting "the list of the network" }
        cohort adults "Adults" { include all { "Old enough": age >= 18 years } }
        cohort many "Many medicines" { include all { "Ten or more": count of distinct medicines by substance on repeat >= 10 } }
        cohort many_with_asthma "With asthma" { from many include all { "Asthma": asthma recorded } }
        cohort few "Few medicines" { include all { "Not many": not in many } }
        cohort ill "Ill" { include any { "Asthma": asthma recorded "Palliative care": palliative recorded } }
        cohort ill_or_many "Ill, or many medicines" { include any { "Ill": in ill "Products": count of distinct medicines by product issued in last 6 months > 4 } }
        """;

    [Theory]
    [InlineData("adults", "")]
    [InlineData("many", "medicines by identifier")]
    [InlineData("many_with_asthma", "medicines by identifier")]
    [InlineData("few", "medicines by identifier")]
    [InlineData("ill", "palliative")]
    [InlineData("ill_or_many", "palliative, medicines by identifier")]
    public void A_count_says_what_may_be_wrong_with_it(string name, string expected)
    {
        var project = TestProject.Of(Text).Project;
        var cohort = project.Cohort(name) ?? throw new InvalidOperationException(name);
        var counted = Counter.Count(RecordColumns.Of([], TestProject.Today), project, [cohort], [], TestProject.Today, TestContext.Current.CancellationToken).Cohorts.Single().Caveats;
        Assert.Equal(expected, Said(counted));
        Assert.Equal(expected, Said(CohortSql.Counts(project, cohort, TestProject.Today, new SqlOptions(SqlDialect.Postgres)).Caveats));
        Assert.Equal(counted.HasMedicinesByCode, SqlHandover.Of(project, cohort, TestProject.Today, SqlDialect.Spark, SqlForm.Patients).Contains("-- MEDICINES BY IDENTIFIER: ", StringComparison.Ordinal));
    }

    private static string Said(Caveats caveats) => string.Join(", ", caveats.Incomplete.Concat(caveats.HasMedicinesByCode ? ["medicines by identifier"] : []));
}
