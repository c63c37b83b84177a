using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Pages;

/// <summary>A patient to type into a training system, in words. The number is one of those that are never given to a person (999 …).</summary>
public sealed record TestPatientView(string Name, string NhsNumber, string Born, string Sex, ImmutableArray<string> Entries)
{
    public static TestPatientView Of(string name, string nhsNumber, DateOnly born, string sex, ImmutableArray<string> entries) =>
        new(name, nhsNumber.Length == 10 ? $"{nhsNumber[..3]} {nhsNumber[3..6]} {nhsNumber[6..]}" : nhsNumber, EnglishDates.Of(born), sex, entries);
}

/// <summary>How many of the test patients a search must find.</summary>
public sealed record ExpectedView(string Search, int Count);

/// <summary>
/// Five patients of the protocol's own examples, chosen so that as many searches as can be find one of them and leave one of them out, and the count
/// that each search must give on the day of those examples.
/// </summary>
public sealed record TestPatients(DateOnly? On, ImmutableArray<TestPatientView> Patients, ImmutableArray<ExpectedView> Expected)
{
    private const int Wanted = 5;

    public static readonly TestPatients None = new(null, [], []);

    internal static TestPatients Of(PageContents contents, TestPatientPool pool)
    {
        var cohorts = contents.AllCohorts;
        var names = cohorts.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var telling = pool.Examples.Where(e => e.Example.Expectations.Any(x => names.Contains(x.FullName))).GroupBy(e => e.Example.On).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).FirstOrDefault();
        if (telling?.Key is not { } day) return None;
        var candidates = telling.SelectMany(e => e.Patients).ToList();
        var chosen = Choose(candidates.ConvertAll(c => cohorts.Select(cohort => c.IsIn(cohort.Name)).ToImmutableArray())).ConvertAll(i => candidates[i]);
        return new TestPatients(
            day,
            [.. chosen.Select((c, i) => View(contents, c.Written, i))],
            [
                .. cohorts.Select(c => new ExpectedView(c.Title, chosen.Count(p => p.IsIn(c.Name)))),
                .. contents.Measures.SelectMany(m => Measured(m, new Evaluator(contents.Project, day), chosen.ConvertAll(c => c.Record))),
            ]);
    }

    /// <summary>One after the other the patient who adds most: a search that finds somebody for the first time, or leaves somebody out.</summary>
    private static List<int> Choose(List<ImmutableArray<bool>> found)
    {
        var chosen = new List<int>();
        var seen = new HashSet<(int, bool)>();
        while (chosen.Count < Math.Min(Wanted, found.Count))
        {
            var best = Enumerable.Range(0, found.Count).Where(i => !chosen.Contains(i)).MaxBy(i => found[i].Select((inside, c) => (c, inside)).Count(p => !seen.Contains(p)));
            chosen.Add(best);
            seen.UnionWith(found[best].Select((inside, c) => (c, inside)));
        }
        return chosen;
    }

    private static IEnumerable<ExpectedView> Measured(Measure measure, Evaluator evaluator, List<PatientRecord> records)
    {
        if (measure.Of is not PatientsOf patients) yield break;
        var of = records.Where(r => evaluator.IsIn(patients.Population, r)).ToList();
        if (patients.Population is not OfCohort) yield return new ExpectedView($"{measure.Title}: denominator", of.Count);
        if (measure.Numerator is { } numerator) yield return new ExpectedView($"{measure.Title}: numerator", of.Count(r => evaluator.Holds(numerator, r)));
    }

    private static TestPatientView View(PageContents contents, ExamplePatient patient, int index) => TestPatientView.Of(
        $"Test {(char)('A' + index)}",
        NhsNumbers().ElementAt(index),
        patient.Born ?? default,
        patient.Sex.ToString().ToLowerInvariant(),
        [
            .. patient.Registrations.Select(r => $"registered since {EnglishDates.Of(r.Since)}{(r.Until is { } until ? $" until {EnglishDates.Of(until)}" : "")}"),
            .. patient.Died is { } died ? new[] { $"died {EnglishDates.Of(died)}" } : [],
            .. patient.Records.Select(r => TestEntries.Of(contents, r)),
        ]);

    private static IEnumerable<string> NhsNumbers() =>
        Enumerable.Range(1000, 1000).Select(n => "999000" + n.ToString(CultureInfo.InvariantCulture)).Where(n => NhsNumber.IsValid(n));
}
