using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;

namespace PcnMedOpt.Emit.Searches;

/// <summary>The test of the language that one member of a rule asks, for texts.</summary>
public static class MemberTests
{
    /// <summary>"recorded or issued" is lowered to a member for each table: the member's own test says which.</summary>
    public static Condition Of(Records records)
    {
        if (records.Test is not HappenedTest { How: Happened.Either } either) return records.Test;
        var tables = Tables(records, either).Distinct().ToList();
        return tables.Count == 1 ? either with { How = How(tables[0]) } : either;
    }

    /// <summary>In which order a chain asks for entries and issues, when it asks for both; else nothing.</summary>
    public static string Order(Records records) =>
        records.Test is HappenedTest { How: Happened.Either } either && Tables(records, either).Distinct().Count() > 1
            ? $" (in this order: {string.Join(", ", Tables(records, either).Select(t => ConditionText.Of(How(t))))})"
            : "";

    /// <summary>Without "times" the test's own records are the last of the chain: what comes before is its anchor.</summary>
    private static IEnumerable<Table> Tables(Records records, HappenedTest test)
    {
        var tables = records.Criterion.Chain().Select(c => c.Table).Where(t => t != Table.Patients).ToList();
        return test.Times is null ? [tables[^1]] : tables;
    }

    private static Happened How(Table table) => table == Table.Issues ? Happened.Issued : Happened.Recorded;
}
