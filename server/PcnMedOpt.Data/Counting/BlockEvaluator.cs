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
    private readonly Dictionary<string, PatientSet> cohorts = new(StringComparer.Ordinal);
    private readonly Dictionary<Condition, PatientSet> conditions = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Condition, RowTest> rowTests = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Sets, Happened How), RowTable> tables = [];
    private readonly Dictionary<(string Sets, Happened How, DayRange Days), PatientSet> dated = [];
    private readonly Dictionary<(string Set, Pick Pick), DayTable> picked = [];
    private readonly Dictionary<(string Drug, Duration Gap), DayTable> courses = [];
    private readonly Lazy<PatientSet> registered;
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
        born = Block.Patients.Born.ToArray();
        since = Registrations();
        registered = new(() => Alive(Block.Patients.Died.ToArray()));
    }

    public PatientBlock Block { get; }

    public DateOnly Reference { get; }

    public int Size => Block.Patients.Count;

    internal CodeLookup Lookup { get; }

    /// <summary>The patients of a cohort; nobody for one that does not exist.</summary>
    public PatientSet Cohort(string name)
    {
        if (!cohorts.TryGetValue(name, out var found)) cohorts[name] = found = project.Cohort(name) is { } cohort ? Find(cohort).In : new PatientSet(Size);
        return found;
    }

    public CohortSets Find(Cohort cohort)
    {
        var population = Population(cohort.From);
        ImmutableArray<PatientSet> include = [.. (cohort.Include?.Criteria ?? []).Select(c => Holds(c.Condition))];
        ImmutableArray<PatientSet> exclude = [.. cohort.Exclude.Select(c => Holds(c.Condition))];
        return CohortSets.Of(cohort, population, include, exclude);
    }

    public PatientSet Population(Population population) => population switch
    {
        Registered => registered.Value,
        Everyone => PatientSet.All(Size),
        OfCohort of => Cohort(of.FullName),
        _ => throw new System.Diagnostics.UnreachableException($"No patients for {population}"),
    };

    /// <summary>For whom a condition holds that is not about the record of a measure.</summary>
    public PatientSet Holds(Condition condition)
    {
        if (!conditions.TryGetValue(condition, out var found)) conditions[condition] = found = Find(condition);
        return found;
    }

    /// <summary>Whether a condition holds of a patient; <paramref name="it"/> is the day of the record that a measure is at.</summary>
    public bool Holds(Condition condition, int patient, int it) => condition switch
    {
        AllOf all => all.Operands.All(o => Holds(o, patient, it)),
        AnyOf any => any.Operands.Any(o => Holds(o, patient, it)),
        Not not => !Holds(not.Operand, patient, it),
        _ when UsesIt(condition) => TestOf(condition).Holds(patient, it),
        _ => Holds(condition)[patient],
    };

    /// <summary>The day of the registration that is in force on the reference date.</summary>
    internal int? RegisteredSince(int patient) => since[patient] < 0 ? null : since[patient];

    internal DateOnly BornOf(int patient) => Day.Date(born[patient]);

    internal RowTable Rows(IReadOnlyList<string> sets, Happened how) => Kept(tables, (string.Join(' ', sets), how), () => RowTable.Of(Block, Lookup, sets, how, today));

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

    /// <summary>The day of each patient's registration, where one is in force on the reference date; else -1.</summary>
    private int[] Registrations()
    {
        var (from, until) = (Block.Patients.Since.ToArray(), Block.Patients.Until.ToArray());
        return [.. from.Select((day, p) => day <= today && !(until[p] <= today) ? day : -1)];
    }

    private PatientSet Alive(ushort[] died) => PatientSet.Where(Size, p => since[p] >= 0 && !(died[p] <= today));

    private PatientSet Find(Condition condition) => condition switch
    {
        AllOf all => all.Operands.Select(Holds).Aggregate(PatientSet.All(Size), (a, b) => a.And(b)),
        AnyOf any => any.Operands.Select(Holds).Aggregate(new PatientSet(Size), (a, b) => a.Or(b)),
        Not not => Holds(not.Operand).Not(),
        Unreadable => new PatientSet(Size),
        AgeTest age => BornIn(DayRange.Of(age.Range, Reference)),
        BornTest born => BornIn(new DayRange(born.From is { } from ? Day.Number(from) : int.MinValue, born.To is { } to ? Day.Number(to) : int.MaxValue)),
        SexTest sex => PatientSet.Where(Size, p => Block.Patients.Sexes.Span[p] == (byte)sex.Sex),
        RegisteredForTest test => RegisteredIn(DayRange.Of(test.Range, Reference)),
        RegisteredAtAgeTest test => PatientSet.Where(Size, p => since[p] >= 0 && DayRange.Of(test.Range, Day.Date(since[p])).Contains(born[p])),
        InCohortTest test => Cohort(test.FullName),
        OnRepeatTest test => OnRepeat(test.Sets),
        NotOnRepeatTest test => OnRepeat([test.Set]).Not(),
        CountTest test => DistinctMedicines.Find(this, test, today),
        HappenedTest { Times: null } test when new RowFilter(this, test.Filters, test.Sets).DaysAlone is { } days => Dated(test.Sets, test.How, days),
        NoSuchTest test when new RowFilter(this, test.Filters, [test.Set]).DaysAlone is { } days => Dated([test.Set], test.How, days).Not(),
        _ => Holds(TestOf(condition)),
    };

    private PatientSet Holds(RowTest test) => PatientSet.Where(Size, p => test.Holds(p, -1));

    private RowTest TestOf(Condition condition)
    {
        if (!rowTests.TryGetValue(condition, out var found)) rowTests[condition] = found = RowTest.Of(this, condition);
        return found;
    }

    private static bool UsesIt(Condition condition) => condition.AllFilters().Any(f => f is WindowFilter { Window: var window } && window.AnchorOf() is ItAnchor);

    private PatientSet BornIn(DayRange days)
    {
        var set = new PatientSet(Size);
        for (var patient = 0; patient < born.Length; patient++)
            if (days.Contains(born[patient])) set.Add(patient);
        return set;
    }

    private PatientSet RegisteredIn(DayRange days) => PatientSet.Where(Size, p => since[p] >= 0 && days.Contains(since[p]));

    /// <summary>Who has a record of the sets on one of the days: no more is asked of it, so that rows are looked at where they lie.</summary>
    private PatientSet Dated(IReadOnlyList<string> sets, Happened how, DayRange days) => Kept(dated, (string.Join(' ', sets), how, days), () => InDays(sets, how, days));

    private PatientSet InDays(IReadOnlyList<string> sets, Happened how, DayRange days)
    {
        var set = new PatientSet(Size);
        days = days.And(new DayRange(0, today));
        if (days.From > days.To) return set;
        foreach (var (place, _) in Lookup.PlacesOf(sets))
        {
            if ((how & Happened.Recorded) != 0) Add(set, Block.Events.Of(place), days);
            if ((how & Happened.Issued) != 0) Add(set, Block.Issues.Of(place), days);
        }
        return set;
    }

    private static void Add(PatientSet set, ReadOnlySpan<uint> rows, DayRange days)
    {
        var length = (uint)(days.To - days.From);
        foreach (var row in rows)
            if ((ushort)row - (uint)days.From <= length) set.Add((int)(row >> 16));
    }

    private PatientSet OnRepeat(IReadOnlyList<string> sets)
    {
        var set = new PatientSet(Size);
        foreach (var (place, _) in Lookup.PlacesOf(sets))
            foreach (var patient in ActiveRepeats.Of(Block.Repeats, place, today)) set.Add(patient);
        return set;
    }
}
