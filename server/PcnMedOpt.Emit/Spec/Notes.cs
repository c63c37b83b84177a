using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Spec;

/// <summary>What a specification says beside its searches: from whom they start, how they differ from the protocol, what they are for.</summary>
internal static class Notes
{
    public static ImmutableArray<FactView> Populations(PageContents contents)
    {
        var populations = contents.AllCohorts.Select(c => c.From)
            .Concat(contents.Measures.Select(m => m.Of.Population)).ToList();
        var facts = new List<FactView>();
        if (populations.OfType<Registered>().Any())
            facts.Add(new FactView(
                "Registered",
                "Registered for GMS on or before the reference date, not deregistered on or before it, and alive on it. "
                + "In EMIS the search takes “currently registered regular patients”: no criterion is added for it."));
        if (populations.OfType<Everyone>().Any())
            facts.Add(new FactView("Everyone", "Every patient in the records, also those who left or died. In EMIS the search takes “all patients”."));
        if (populations.OfType<OfCohort>().Any()) facts.Add(new FactView("Another cohort", "The patients whom another search of this pack finds. In EMIS it is the parent of the search."));
        return [.. facts];
    }

    public static ImmutableArray<DeviationView> Deviations(PageContents contents, ITarget target)
    {
        var found = new List<(string How, string Where)>();
        foreach (var cohort in contents.AllCohorts)
            foreach (var criterion in cohort.Criteria) Judge(criterion.Condition, $"{cohort.Title}: {criterion.Label}");
        foreach (var measure in contents.Measures.Where(m => m.Of is PatientsOf))
            if (measure.Numerator is { } numerator) Judge(numerator, $"{measure.Title}: numerator");
        return [.. found.GroupBy(f => f.How, f => f.Where).Select(g => new DeviationView(Sentence(g.Key), string.Join("; ", g.Distinct()))), .. General(contents)];

        void Judge(Condition condition, string where)
        {
            foreach (var test in condition.DescendantsAndSelf().Where(c => c.Children().IsEmpty))
                if (target.Of(test, contents.Project) is { Grade: FitGrade.Approximate } fit)
                    foreach (var how in fit.How.Split("; ")) found.Add((how, where));
        }
    }

    public static UseView Use(PageContents contents, PlainEnglish english) => new(
        contents.ForPractice,
        [
            .. contents.AllCohorts.Select(c => new FactView(c.Title, c.RunEvery is { } every ? $"Run every {english.Of(every)}." : "When needed.")),
            .. contents.Measures.Select(m => new FactView(m.Title, Reported(m))),
        ],
        GuideView.Of(contents.Guides));

    private static string Reported(Measure measure) => measure.Reported.IsEmpty
        ? "When needed."
        : $"Reported {string.Join(", ", measure.Reported.Select(r => r.ToString().ToLowerInvariant()))}, with the last day of the period as reference date.";

    /// <summary>What is true of every system, and is often asked.</summary>
    private static IEnumerable<DeviationView> General(PageContents contents)
    {
        var tests = contents.Tests.ToList();
        if (tests.Any(t => t.SetsUsed().Any(s => s.How.HasFlag(Happened.Issued)) || t is CountTest))
            yield return new DeviationView("Issues are the practice's own: what a hospital or homecare company supplies is no issue.", "Every criterion on medicines issued");
        if (tests.OfType<CountTest>().Any(c => c.By == CountBy.Substance))
            yield return new DeviationView("A medicine counts by its substance (VTM); a product whose VTM is not known counts as itself.", "Every count of medicines by substance");
        var incomplete = contents.CodeSets.Where(s => contents.Project.CodeSet(s)?.InSystems.IsIncomplete == true).ToList();
        if (incomplete.Count > 0)
            yield return new DeviationView(
                "The codes depend on the release that the clinical system holds: its reference sets and hierarchies decide.", $"The code sets {string.Join(", ", incomplete)}");
        var writtenOut = contents.CodeSets.Where(s => contents.Project.CodeSet(s)?.IsWrittenOut == true).ToList();
        if (writtenOut.Count > 0)
            yield return new DeviationView(
                "The codes are those of the terminology release that the project was checked with, one by one: what is coded with one that comes later is not found.", $"The code sets {string.Join(", ", writtenOut)}");
    }

    private static string Sentence(string how) => char.ToUpperInvariant(how[0]) + how[1..] + ".";
}
