using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Core.Model.RuleLists;

/// <summary>
/// From cohorts and measures to rule lists. A cohort's list rejects its exclusions first, then takes its inclusions; what a target cannot
/// express becomes a list to be built by hand, never nothing: inside "and" a missing part would widen the search, inside an exclusion hide patients.
/// </summary>
public sealed class Lowering
{
    /// <summary>Up to so many combinations, "at least k" is written out; above, it is built up from shared lists.</summary>
    private const int MostCombinations = 20;

    private readonly ListPool pool = new();
    private readonly Func<string, Cohort?> find;
    private readonly Func<Condition, bool> byHand;
    private readonly Dictionary<string, string> roots = new(StringComparer.Ordinal);

    private Lowering(Func<string, Cohort?> find, Func<Condition, bool> byHand)
    {
        this.find = find;
        this.byHand = byHand;
    }

    /// <param name="cohorts">The cohorts whose lists are wanted.</param>
    /// <param name="measures">The measures; a measure's numerator is a list of its own, from its denominator's.</param>
    /// <param name="find">A cohort by name.</param>
    /// <param name="byHand">Tests that the target cannot express, beside those that rows and links cannot say.</param>
    public static Plan Lower(IEnumerable<Cohort> cohorts, IEnumerable<Measure> measures, Func<string, Cohort?> find, Func<Condition, bool> byHand)
    {
        var lowering = new Lowering(find, byHand);
        foreach (var cohort in cohorts) lowering.Root(cohort);
        foreach (var measure in measures) lowering.Measured(measure);
        var plan = new Plan(lowering.pool.Lists, lowering.roots.ToImmutableSortedDictionary(StringComparer.Ordinal));
        Invariants.Check(plan);
        return plan;
    }

    private string Root(Cohort cohort)
    {
        if (roots.TryGetValue(cohort.Name, out var id)) return id;
        id = roots[cohort.Name] = cohort.Name;
        var from = Source(cohort.From);
        var exclude = cohort.Exclude.Select(c => (c.Label, Formula: FormulaOf(c.Condition))).ToList();
        var include = (cohort.Include?.Criteria ?? []).Select(c => (c.Label, Formula: FormulaOf(c.Condition))).ToList();
        (pool.Root, pool.RootTitle) = (cohort.Name, cohort.Title);
        var builder = new ListBuilder(pool, from);
        foreach (var (label, formula) in exclude) builder.OrSlot(formula, [label], RuleAction.Reject);
        if (cohort.Include is { } inclusion && include.Count > 0) Include(builder, inclusion, include, from);
        else builder.SelectTheRest();
        pool.Add(new RuleList(id, cohort.Title, from, builder.Rules, ListOrigin.Cohort));
        return id;
    }

    private void Include(ListBuilder builder, Inclusion inclusion, List<(string Label, Formula Formula)> criteria, ListSource from)
    {
        if (inclusion.Quantifier == Quantifier.AtLeast)
        {
            builder.Tail(AtLeast([.. criteria.Select(c => c.Formula)], inclusion.AtLeast, from), [.. criteria.Select(c => c.Label)]);
            return;
        }
        foreach (var (label, formula) in criteria.SkipLast(1))
            if (inclusion.Quantifier == Quantifier.Any) builder.OrSlot(formula, [label], RuleAction.Select);
            else builder.AndSlot(formula, [label]);
        builder.Tail(criteria[^1].Formula, [criteria[^1].Label]);
    }

    /// <summary>At least k of them: the "or" of all groups of k; where those are many, "this one and k-1 of the rest, or k of the rest".</summary>
    private Formula AtLeast(ImmutableArray<Formula> formulas, int least, ListSource from)
    {
        if (least <= 1) return Formula.Any(formulas);
        if (least >= formulas.Length) return Formula.All(formulas);
        if (Combinations(formulas.Length, least) <= MostCombinations) return Formula.Any(Subsets(formulas, least).Select(s => Formula.All(s)));
        var rest = formulas.RemoveAt(0);
        return Formula.Any([Formula.All([formulas[0], pool.Part(AtLeast(rest, least - 1, from), from)]), pool.Part(AtLeast(rest, least, from), from)]);
    }

    private void Measured(Measure measure)
    {
        if (roots.ContainsKey(measure.Name)) return;
        if (measure.Of is not PatientsOf patients) return;
        var source = Source(patients.Population);
        var denominator = measure.Name + "/denominator";
        if (source is not FromList)
        {
            pool.Add(new RuleList(denominator, measure.Title + ": denominator", source, [], ListOrigin.Cohort));
            source = new FromList(denominator);
        }
        roots[denominator] = ((FromList)source).Id;
        if (measure.Numerator is not { } numerator) return;
        var formula = FormulaOf(numerator);
        (pool.Root, pool.RootTitle) = (measure.Name, measure.Title);
        var builder = new ListBuilder(pool, source);
        builder.Tail(formula, [measure.Title]);
        pool.Add(new RuleList(measure.Name, measure.Title + ": numerator", source, builder.Rules, ListOrigin.Numerator));
        roots[measure.Name] = measure.Name;
    }

    private ListSource Source(Population population) => population switch
    {
        OfCohort cohort when find(cohort.FullName) is { } named => new FromList(Root(named)),
        Everyone => new FromEveryone(),
        _ => new FromRegistered(),
    };

    private Formula FormulaOf(Condition condition, bool negated = false) => condition switch
    {
        Not not => FormulaOf(not.Operand, !negated),
        AllOf all => negated ? Formula.Any(all.Operands.Select(o => FormulaOf(o, true))) : Formula.All(all.Operands.Select(o => FormulaOf(o, false))),
        AnyOf any => negated ? Formula.All(any.Operands.Select(o => FormulaOf(o, true))) : Formula.Any(any.Operands.Select(o => FormulaOf(o, false))),
        InCohortTest test when find(test.FullName) is { } cohort => new Literal(new InList(Root(cohort), test), false, negated, $"in {test.FullName}"),
        _ when byHand(condition) => Hand(condition, negated),
        _ => TestLowering.Of(condition, negated) ?? Hand(condition, negated),
    };

    private Literal Hand(Condition test, bool negated)
    {
        var (asked, isOpposite) = HandTests.Of(test);
        return pool.Hand(asked, negated != isOpposite);
    }

    private static long Combinations(int n, int k)
    {
        var count = 1L;
        for (var i = 0; i < k; i++) count = count * (n - i) / (i + 1);
        return count;
    }

    private static IEnumerable<ImmutableArray<Formula>> Subsets(ImmutableArray<Formula> formulas, int size)
    {
        if (size == 0) return [[]];
        if (formulas.Length < size) return [];
        var rest = formulas.RemoveAt(0);
        return Subsets(rest, size - 1).Select(s => s.Insert(0, formulas[0])).Concat(Subsets(rest, size));
    }
}
