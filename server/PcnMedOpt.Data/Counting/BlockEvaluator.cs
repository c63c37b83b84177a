using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Data.Columns;

namespace PcnMedOpt.Data.Counting;

/// <summary>
/// Cohorts and conditions on the patients of one block, all at a time. It finds whom <see cref="Core.Evaluation.Evaluator"/> finds, which tests hold on generated cohorts and
/// patients and on every shipped cohort. A code set that is not wholly known finds by the codes that are. One thread uses it.
/// </summary>
public sealed class BlockEvaluator
{
    private readonly ProjectModel project;
    private readonly Dictionary<Cohort, CohortSets> cohorts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Condition, RowTest> rowTests = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Condition, PatientSet> whole = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Sets, Happened How), RowTable> tables = [];
    private readonly Dictionary<(string Set, Pick Pick), DayTable> picked = [];
    private readonly Dictionary<(string Drug, Duration Gap), DayTable> courses = [];
    private readonly Lazy<PatientSet> registered;
    private readonly DatedRecords dated;
    private readonly DistinctMedicines medicines;
    private readonly int[] born;
    private readonly int[] since;
    private readonly int today;

    public BlockEvaluator(PatientIndex index, int block, ProjectModel project, DateOnly reference)
    {
        this.project = project;
        Block = index.Blocks[block];
        Reference = reference;
        today = Day.Number(reference);
        Lookup = new CodeLookup(index, project);
        Everyone = PatientSet.All(Size);
        born = Block.Patients.Born.ToArray();
        since = Registrations();
        registered = new(() => Alive(Block.Patients.Died.ToArray()));
        dated = new DatedRecords(this, today);
        medicines = new DistinctMedicines(this, today);
    }

    public PatientBlock Block { get; }

    public DateOnly Reference { get; }

    public int Size => Block.Patients.Count;

    internal PatientSet Everyone { get; }

    internal CodeLookup Lookup { get; }

    /// <summary>The patients of a cohort; nobody for one that does not exist.</summary>
    public PatientSet Cohort(string name) => project.Cohort(name) is { } cohort ? Find(cohort).In : new PatientSet(Size);

    /// <summary>A cohort's patients, and those of its criteria: an include criterion is looked at for the population, an exclude criterion for those who are included.</summary>
    public CohortSets Find(Cohort cohort) => Kept(cohorts, cohort, () =>
    {
        var population = Population(cohort.From);
        ImmutableArray<PatientSet> include = [.. (cohort.Include?.Criteria ?? []).Select(c => Holds(c.Condition, population))];
        var included = CohortSets.IncludedIn(cohort, population, include);
        return CohortSets.Of(cohort, population, include, included, [.. cohort.Exclude.Select(c => Holds(c.Condition, included))]);
    });

    public PatientSet Population(Population population) => population switch
    {
        Registered => registered.Value,
        Core.Model.Cohorts.Everyone => Everyone,
        OfCohort of => Cohort(of.FullName),
        _ => throw new System.Diagnostics.UnreachableException($"No patients for {population}"),
    };

    /// <summary>For whom of some patients a condition holds that is not about the record of a measure.</summary>
    public PatientSet Holds(Condition condition, PatientSet within) => condition switch
    {
        AllOf all => all.Operands.OrderBy(Effort).Aggregate(within, (left, o) => Holds(o, left)),
        AnyOf any => any.Operands.OrderBy(Effort).Aggregate(new PatientSet(Size), (found, o) => found.Or(Holds(o, within.Except(found)))),
        Not not => within.Except(Holds(not.Operand, within)),
        Unreadable => new PatientSet(Size),
        AgeTest age => BornIn(DayRange.Of(age.Range, Reference), within),
        BornTest test => BornIn(new DayRange(test.From is { } from ? Day.Number(from) : int.MinValue, test.To is { } to ? Day.Number(to) : int.MaxValue), within),
        SexTest sex => OfSex((byte)sex.Sex, within),
        RegisteredForTest test => RegisteredIn(DayRange.Of(test.Range, Reference), within),
        RegisteredAtAgeTest test => within.Where(p => since[p] >= 0 && DayRange.Of(test.Range, Day.Date(since[p])).Contains(born[p])),
        InCohortTest test => within.And(Cohort(test.FullName)),
        OnRepeatTest test => within.And(OnRepeat(test.Sets)),
        NotOnRepeatTest test => within.Except(OnRepeat([test.Set])),
        CountTest test => medicines.Find(test, within),
        HappenedTest { Times: null } test when new RowFilter(this, test.Filters, test.Sets).DaysAlone is { } days => within.And(dated.Of(test.Sets, test.How, days)),
        NoSuchTest test when new RowFilter(this, test.Filters, [test.Set]).DaysAlone is { } days => within.Except(dated.Of([test.Set], test.How, days)),
        _ => Holds(TestOf(condition), within),
    };

    /// <summary>Whether a condition holds of a patient; <paramref name="it"/> is the day of the record that a measure is at.</summary>
    public bool Holds(Condition condition, int patient, int it) => condition switch
    {
        AllOf all => all.Operands.All(o => Holds(o, patient, it)),
        AnyOf any => any.Operands.Any(o => Holds(o, patient, it)),
        Not not => !Holds(not.Operand, patient, it),
        _ when UsesIt(condition) => TestOf(condition).Holds(patient, it),
        _ => Kept(whole, condition, () => Holds(condition, Everyone))[patient],
    };

    /// <summary>The day of the registration that is in force on the reference date.</summary>
    internal int? RegisteredSince(int patient) => since[patient] < 0 ? null : since[patient];

    internal DateOnly BornOf(int patient) => Day.Date(born[patient]);

    internal RowTable Rows(IReadOnlyList<string> sets, Happened how) => Kept(tables, (string.Join(' ', sets), how), () => new RowTable(Block, Lookup, sets, how, today));

    /// <summary>The results of each patient's latest, or earliest, day with a result of a set.</summary>
    internal DayTable Picked(string set, Pick pick) => Kept(picked, (set, pick), () => DayTable.Picked(Rows([set], Happened.Recorded), Size, pick));

    /// <summary>The days on which each patient's courses of a medicine began.</summary>
    internal DayTable Courses(string drug, Duration gap) => Kept(courses, (drug, gap), () => DayTable.Courses(Rows([drug], Happened.Issued), Size, gap));

    private static TValue Kept<TKey, TValue>(Dictionary<TKey, TValue> all, TKey key, Func<TValue> make)
        where TKey : notnull
    {
        if (!all.TryGetValue(key, out var found)) all[key] = found = make();
        return found;
    }

    /// <summary>What is quickly told comes first, so that the rest is asked of fewer patients. The order changes nothing else.</summary>
    private static int Effort(Condition condition) => condition switch
    {
        AgeTest or BornTest or SexTest or RegisteredForTest or InCohortTest => 0,
        HappenedTest { Times: null } or NoSuchTest or OnRepeatTest or NotOnRepeatTest or RegisteredAtAgeTest => 1,
        AllOf or AnyOf or Not => condition.Children().Max(Effort),
        _ => 2,
    };

    private PatientSet Holds(RowTest test, PatientSet within)
    {
        test.Expect(within.Count);
        return within.Where(p => test.Holds(p, -1));
    }

    private RowTest TestOf(Condition condition) => Kept(rowTests, condition, () => RowTest.Of(this, condition));

    private static bool UsesIt(Condition condition) => condition.AllFilters().Any(f => f is WindowFilter { Window: var window } && window.AnchorOf() is ItAnchor);

    /// <summary>The day of each patient's registration, where one is in force on the reference date; else -1.</summary>
    private int[] Registrations()
    {
        var (from, until) = (Block.Patients.Since.ToArray(), Block.Patients.Until.ToArray());
        return [.. from.Select((day, p) => day <= today && !(until[p] <= today) ? day : -1)];
    }

    private PatientSet Alive(ushort[] died) => Everyone.Where(p => since[p] >= 0 && !(died[p] <= today));

    private PatientSet BornIn(DayRange days, PatientSet within) => within.Where(p => days.Contains(born[p]));

    private PatientSet OfSex(byte sex, PatientSet within)
    {
        var sexes = Block.Patients.Sexes.ToArray();
        return within.Where(p => sexes[p] == sex);
    }

    private PatientSet RegisteredIn(DayRange days, PatientSet within) => within.Where(p => since[p] >= 0 && days.Contains(since[p]));

    private PatientSet OnRepeat(IReadOnlyList<string> sets)
    {
        var set = new PatientSet(Size);
        foreach (var (place, _) in Lookup.PlacesOf(sets)) ActiveRepeats.Each(Block.Repeats, place, today, set.Add);
        return set;
    }
}
