using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Emit.Searches;

namespace PcnMedOpt.Emit.Systmone;

/// <summary>A report of one statement: whom a list starts from, or a test of the language.</summary>
/// <param name="Number">R1, R2 …</param>
/// <param name="Source">The patients that it is, when it is no test.</param>
/// <param name="Test">The test; null for a source.</param>
public sealed record AtomicReport(string Number, ListSource? Source, Condition? Test);

/// <summary>A report that joins two others: those of the first who are in the second, or are not in it. SystmOne has no other join.</summary>
/// <param name="Number">J1, J2 …</param>
/// <param name="From">The report that it starts from.</param>
/// <param name="In">In the other; else not in it.</param>
/// <param name="Other">The other report.</param>
/// <param name="Labels">The criteria that it works out.</param>
public sealed record ReportJoin(string Number, string From, bool In, string Other, ImmutableArray<string> Labels);

/// <summary>The report that is a list of the plan: a cohort, a numerator, or a part of one.</summary>
public sealed record SheetResult(RuleList List, string Number);

/// <summary>
/// A plan as reports that a person builds in SystmOne one after the other: reports of one statement each, then joins, each from two that are there
/// already.
/// </summary>
public sealed record BuildSheet(ImmutableArray<AtomicReport> Reports, ImmutableArray<ReportJoin> Joins, ImmutableArray<SheetResult> Results)
{
    private readonly Lazy<Dictionary<string, AtomicReport>> byTest = new(() =>
        Reports.Where(r => r.Test is not null).GroupBy(r => ConditionText.Of(r.Test ?? new Unreadable()), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal));

    /// <summary>The report that states a test, or its opposite ("no X" is the opposite of the report for X); null for none.</summary>
    public AtomicReport? ReportOf(Condition test) =>
        byTest.Value.GetValueOrDefault(ConditionText.Of(test)) ?? byTest.Value.GetValueOrDefault(ConditionText.Of(HandTests.Of(test).Test));

    /// <summary>The sheet of a plan that was made for SystmOne.</summary>
    public static BuildSheet Of(SearchPlan plan)
    {
        var fold = new JoinFold(plan.Plan);
        foreach (var list in plan.Plan.Lists.Where(l => l.Origin != ListOrigin.Hand)) fold.Add(list);
        return fold.Sheet;
    }

    public static BuildSheet Of(ProjectModel project, IEnumerable<Core.Model.Cohorts.Cohort> cohorts, IEnumerable<Core.Model.Measures.Measure> measures) =>
        Of(SearchPlan.Of(new SystmoneTarget(), project, cohorts, measures));
}
