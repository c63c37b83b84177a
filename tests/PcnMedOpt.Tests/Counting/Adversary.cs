using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Tests.Counting;

/// <summary>
/// Somebody who sees all that is published, knows how criteria, parts, cohorts and measures hang together, and narrows down each number that is not shown until nothing more
/// follows. It is written apart from the product's own equations, as inequalities: a sum is 0 or more.
/// </summary>
public sealed class Adversary
{
    private const long Far = 300;

    private readonly Dictionary<string, (long Low, long High)> known = new(StringComparer.Ordinal);
    private readonly List<(string Name, int Factor)[]> atLeastNothing = [];

    public Adversary(PublishedCounts counts)
    {
        foreach (var cohort in counts.Cohorts)
        {
            Learn(cohort);
            if (cohort.Cohort.From is Registered) Contains(See("everyone", counts.Patients), Of(cohort.Cohort.From));
        }
        foreach (var measure in counts.Measures) Learn(measure);
        Narrow(known);
    }

    /// <summary>What follows of each number that somebody might want to know: those that are small or not shown, and what is left between two of which one contains the other.</summary>
    public IEnumerable<(string Name, long Low, long High)> Findings => known.Select(k => (k.Key, k.Value.Low, k.Value.High));

    /// <summary>Whether numbers are thinkable with which this one has that value: tried out, to the end or until patience ends.</summary>
    public bool CanBe(string name, long value)
    {
        var trial = new Dictionary<string, (long Low, long High)>(known, StringComparer.Ordinal) { [name] = (value, value) };
        var patience = 400;
        return IsThinkable(trial, ref patience);
    }

    private bool IsThinkable(Dictionary<string, (long Low, long High)> trial, ref int patience)
    {
        if (!Narrow(trial)) return false;
        if (--patience < 0) return true;
        var (name, (low, high)) = trial.Where(t => t.Value.Low < t.Value.High).OrderBy(t => t.Value.High - t.Value.Low).FirstOrDefault();
        if (name is null) return true;
        for (var value = low; value <= high; value++)
            if (IsThinkable(new Dictionary<string, (long Low, long High)>(trial, StringComparer.Ordinal) { [name] = (value, value) }, ref patience)) return true;
        return false;
    }

    private void Learn(PublishedCohort cohort)
    {
        var name = cohort.Cohort.Name;
        var population = See(Of(cohort.Cohort.From), cohort.Population);
        var included = See($"included {name}", cohort.Included);
        var isIn = See(In(name), cohort.In);
        Rest(population, included);
        Rest(included, isIn);
        if (cohort.Exclude.IsEmpty) Same(included, isIn);
        var before = included;
        for (var i = 0; i < cohort.Exclude.Length; i++)
        {
            var (left, holds, alone) = (See($"{name} left {i}", cohort.Exclude[i].Left), See($"{name} holds {i}", cohort.Exclude[i].Holds), See($"{name} alone {i}", cohort.Exclude[i].Alone));
            var dropped = Rest(before, left);
            Contains(holds, dropped);
            Contains(dropped, alone);
            AtLeastNothing((included, 1), (holds, -1), (left, -1));
            if (i == 0) Same(holds, dropped);
            if (i == cohort.Exclude.Length - 1)
            {
                Same(left, isIn);
                Same(alone, dropped);
            }
            before = left;
        }
        if (cohort.Cohort.Include is { Quantifier: Quantifier.All }) All(cohort, name, population, included);
        else if (cohort.Cohort.Include is { Needed: 1 } inclusion) Union(cohort, name, included, inclusion.Criteria.Length);
        else
            foreach (var (criterion, i) in cohort.Include.Select((c, i) => (c, i)))
            {
                var holds = See($"{name} include holds {i}", criterion.Holds);
                Rest(population, holds);
                Contains(included, See($"{name} include alone {i}", criterion.Alone));
                Contains(included, See($"{name} include left {i}", criterion.Left));
                if (i == cohort.Include.Length - 1) Same(included, $"{name} include left {i}");
            }
        Parts(In(name), isIn, cohort.Parts, Of(cohort.Cohort.From), population);
    }

    private void All(PublishedCohort cohort, string name, string population, string included)
    {
        var before = population;
        for (var i = 0; i < cohort.Include.Length; i++)
        {
            var (left, holds, alone) = (
                See($"{name} include left {i}", cohort.Include[i].Left), See($"{name} include holds {i}", cohort.Include[i].Holds), See($"{name} include alone {i}", cohort.Include[i].Alone));
            var failing = Rest(population, holds);
            var taken = Rest(before, left);
            Contains(holds, left);
            Contains(failing, taken);
            Contains(taken, alone);
            if (i == 0) Same(failing, taken);
            if (i == cohort.Include.Length - 1)
            {
                Same(alone, taken);
                Same(left, included);
            }
            before = left;
        }
    }

    private void Union(PublishedCohort cohort, string name, string included, int length)
    {
        var all = new List<(string, int)> { (included, -1) };
        for (var i = 0; i < length; i++)
        {
            var (left, holds, alone) = (
                See($"{name} include left {i}", cohort.Include[i].Left), See($"{name} include holds {i}", cohort.Include[i].Holds), See($"{name} include alone {i}", cohort.Include[i].Alone));
            all.Add((holds, 1));
            Contains(included, left);
            Contains(left, holds);
            Contains(holds, alone);
            if (i > 0)
            {
                var taken = Rest($"{name} include left {i - 1}", left, reverse: true);
                Contains(holds, taken);
                Contains(taken, alone);
            }
            else Same(left, holds);
            if (i == length - 1) Same(left, included);
        }
        if (length > 0) AtLeastNothing([.. all]);
    }

    private void Learn(PublishedMeasure measure)
    {
        var over = Of(measure.Measure.Of.Population);
        var counted = measure.Measure.Numerator is null ? over : $"of {measure.Measure.Name}";
        var numerator = See(counted, measure.Numerator);
        if (measure.Denominator is { } denominator) Rest(See(over, denominator), numerator);
        Parts(counted, numerator, measure.Parts, over, measure.Denominator is null ? null : over);
    }

    private void Parts(string name, string whole, IEnumerable<PublishedPart> parts, string over, string? all)
    {
        foreach (var dimension in parts.GroupBy(p => p.Dimension))
        {
            Sum(whole, dimension.Key, [.. dimension.Select(p => See($"{name} {p.Dimension} {p.Value}", p.Numerator))]);
            if (all is null || dimension.Any(p => p.Denominator is null)) continue;
            Sum(all, dimension.Key, [.. dimension.Select(p => See($"{over} {p.Dimension} {p.Value}", p.Denominator ?? default))]);
            foreach (var part in dimension) Rest($"{over} {part.Dimension} {part.Value}", $"{name} {part.Dimension} {part.Value}");
        }
    }

    private void Sum(string whole, Dimension dimension, List<string> parts)
    {
        foreach (var part in parts) Contains(whole, part);
        if (dimension == Dimension.Reason) return;
        AtLeastNothing([(whole, 1), .. parts.Select(n => (n, -1))]);
        AtLeastNothing([(whole, -1), .. parts.Select(n => (n, 1))]);
    }

    private static string In(string cohort) => $"in {cohort}";

    private static string Of(Population population) => population is OfCohort of ? In(of.FullName) : population.ToString();

    private string See(string name, Figure figure)
    {
        var (low, high) = figure.Kind switch
        {
            FigureKind.Exact => (figure.Number, figure.Number),
            FigureKind.Small => (1, figure.Number - 1),
            FigureKind.Large => (figure.Number, Far),
            _ => (0L, Far),
        };
        var before = known.GetValueOrDefault(name, (0, Far));
        known[name] = (Math.Max(low, before.Low), Math.Min(high, before.High));
        return name;
    }

    /// <summary>Who is in the one and not in the other, which is within it.</summary>
    private string Rest(string whole, string part, bool reverse = false)
    {
        if (reverse) (whole, part) = (part, whole);
        var rest = $"{whole} without {part}";
        known.TryAdd(rest, (0, Far));
        AtLeastNothing((whole, 1), (part, -1), (rest, -1));
        AtLeastNothing((whole, -1), (part, 1), (rest, 1));
        return rest;
    }

    private void Contains(string whole, string part) => AtLeastNothing((whole, 1), (part, -1));

    private void Same(string one, string other)
    {
        Contains(one, other);
        Contains(other, one);
    }

    private void AtLeastNothing(params (string Name, int Factor)[] sum) => atLeastNothing.Add(sum);

    /// <summary>Narrows until nothing follows any more; false when no numbers are thinkable.</summary>
    private bool Narrow(Dictionary<string, (long Low, long High)> trial)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var sum in atLeastNothing)
            {
                var most = sum.Sum(t => Most(trial[t.Name], t.Factor));
                if (most < 0) return false;
                foreach (var (name, factor) in sum)
                {
                    var (low, high) = trial[name];
                    var others = most - Most((low, high), factor);
                    if (factor > 0 && low < -others)
                    {
                        trial[name] = (-others, high);
                        changed = true;
                    }
                    else if (factor < 0 && high > others)
                    {
                        trial[name] = (low, others);
                        changed = true;
                    }
                    if (trial[name].Low > trial[name].High) return false;
                    most = others + Most(trial[name], factor);
                }
            }
        }
        return true;
    }

    private static long Most((long Low, long High) range, int factor) => factor > 0 ? range.High : -range.Low;
}
