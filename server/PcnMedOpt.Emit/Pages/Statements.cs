using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Pages;

/// <summary>Reads cohorts and measures back in plain English, each criterion with its evidence and with how a system expresses it.</summary>
/// <param name="contents">The pack.</param>
/// <param name="target">The system.</param>
/// <param name="stepsOf">Where the page says how a test is built by hand.</param>
public sealed class Statements(PageContents contents, ITarget target, Func<Condition, LinkView?> stepsOf)
{
    private static readonly FitView NoSearch = new("No search", "by-hand", []);

    private readonly PlainEnglish english = contents.English();
    private readonly ClusterNames clusters = new(contents.Project);
    private readonly EvidenceLinks evidence = new(contents);

    public static string IdOf(Cohort cohort) => $"cohort-{cohort.Name}";

    public static string IdOf(Measure measure) => $"measure-{measure.Name}";

    public StatementView Of(Cohort cohort)
    {
        var facts = new List<FactView> { new("Starts from", Population(cohort.From)) };
        if (cohort.RunEvery is { } every) facts.Add(new FactView("Run every", english.Of(every)));
        return new StatementView(
            IdOf(cohort), "Cohort", cohort.Title, cohort.Name, Html(cohort.Description), [.. facts], [.. Groups(cohort)], GuideView.Of(cohort.Guides), evidence.OfWhole(cohort));
    }

    public StatementView Of(Measure measure)
    {
        var facts = new List<FactView> { new("Counts over", MeasureWords.Of(measure.Of, english)) };
        if (measure.Target is { } wanted) facts.Add(new FactView("Target", MeasureWords.Of(wanted)));
        if (!measure.By.IsEmpty) facts.Add(new FactView("Broken down by", string.Join(", ", measure.By.Select(MeasureWords.Of))));
        if (!measure.Reported.IsEmpty) facts.Add(new FactView("Reported", string.Join(", ", measure.Reported.Select(r => r.ToString().ToLowerInvariant()))));
        if (measure.Of is RecordsOf) facts.Add(new FactView("Search", "None. It counts records, and searches find patients: count it from an extract."));
        ImmutableArray<CriteriaView> groups = measure.Numerator is { } numerator
            ? [new CriteriaView("Counted when", "", [new CriterionView("Numerator", english.Of(numerator), Codes(numerator), [], measure.Of is RecordsOf ? NoSearch : FitOf(numerator))])]
            : [];
        return new StatementView(IdOf(measure), "Measure", measure.Title, measure.Name, Html(measure.Description), [.. facts], groups, GuideView.Of(measure.Guides), evidence.OfWhole(measure));
    }

    /// <summary>How well the target expresses a condition: as well as the worst of its tests.</summary>
    public FitView FitOf(Condition condition)
    {
        var tests = condition.DescendantsAndSelf().Where(c => c.Children().IsEmpty).DistinctBy(ConditionText.Of).ToList();
        var fits = tests.Select(t => (Test: t, Fit: target.Of(t, contents.Project))).Where(f => f.Fit.Grade != FitGrade.Exact).ToList();
        if (fits.Count == 0) return FitView.Exact;
        var byHand = fits.Exists(f => f.Fit.Grade == FitGrade.ByHand);
        return new FitView(byHand ? "By hand" : "Approximate", byHand ? "by-hand" : "approximate", [.. fits.Select(f => Line(f.Test, f.Fit, tests.Count > 1))]);
    }

    private FitLineView Line(Condition test, Fit fit, bool isOneOfMany)
    {
        var byHand = fit.Grade == FitGrade.ByHand;
        return new FitLineView($"{(byHand ? "To build by hand" : "Approximate")}{(isOneOfMany ? $" ({english.Of(test)})" : "")}: {fit.How}.", byHand ? stepsOf(test) : null);
    }

    public string Population(Population population) => MeasureWords.Of(population, english);

    private IEnumerable<CriteriaView> Groups(Cohort cohort)
    {
        if (cohort.Include is { } include)
            yield return new CriteriaView(
                include.Quantifier switch
                {
                    Quantifier.All => "Included when all of these hold",
                    Quantifier.AtLeast => string.Create(CultureInfo.InvariantCulture, $"Included when at least {include.AtLeast} of these hold"),
                    _ => "Included when any of these holds",
                },
                "",
                [.. include.Criteria.Select(c => Criterion(cohort, c))]);
        else yield return new CriteriaView("Included", "All of those that it starts from are included.", []);
        if (!cohort.Exclude.IsEmpty) yield return new CriteriaView("Excluded when any of these holds", "", [.. cohort.Exclude.Select(c => Criterion(cohort, c))]);
    }

    private CriterionView Criterion(Cohort cohort, Criterion criterion) => new(
        criterion.Label, english.Of(criterion.Condition), Codes(criterion.Condition), evidence.Of(cohort, criterion), FitOf(criterion.Condition));

    private ImmutableArray<LinkView> Codes(Condition condition) =>
    [
        .. condition.DescendantsAndSelf().SelectMany(c => c.SetsUsed()).Select(s => s.Set).Distinct(StringComparer.Ordinal).Select(s => new LinkView(PageIds.OfCodes(s), clusters.Shown(s))),
    ];

    private static GuidanceHtml? Html(string? markdown) => markdown is null ? null : GuidanceText.Html(markdown);
}
