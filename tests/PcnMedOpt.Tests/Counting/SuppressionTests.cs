using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Counting;

/// <summary>Small numbers are not shown, nor can they be worked out.</summary>
public sealed class SuppressionTests
{
    private static readonly int Runs = TestSize.Of(usual: 200, full: 5_000);

    [Fact]
    public void No_small_number_follows_from_what_is_published() => Prop.ForAll<byte[]>(numbers =>
    {
        var counts = new GeneratedCounts(new Choices(numbers), 60).Make();
        var published = Suppression.Apply(counts);
        var adversary = new Adversary(published);
        foreach (var (name, low, high) in adversary.Findings)
            Assert.True(low == 0 || high >= Suppression.Usual || (low == 1 && high == Suppression.Usual - 1), $"{name} is from {low} to {high}\n{Described(counts)}\n{Described(published)}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithStartSize(60).WithEndSize(900).WithReplay(20261120, 1));

    /// <summary>The same, with all numbers tried out: for few patients.</summary>
    [Fact]
    public void Every_value_of_a_small_number_is_thinkable() => Prop.ForAll<byte[]>(numbers =>
    {
        var published = Suppression.Apply(new GeneratedCounts(new Choices(numbers), 25).Make());
        var adversary = new Adversary(published);
        foreach (var (name, low, high) in adversary.Findings.Where(f => f.Low == 1 && f.High == Suppression.Usual - 1).ToList())
            Assert.All(Enumerable.Range(1, Suppression.Usual - 1), value => Assert.True(adversary.CanBe(name, value), $"{name} cannot be {value}"));
        Assert.All(adversary.Findings.Where(f => f.Low == f.High && f.Low > 0).ToList(), f => Assert.True(f.Low >= Suppression.Usual, f.Name));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(TestSize.Of(usual: 33, full: 1_666)).WithStartSize(40).WithEndSize(400).WithReplay(20261121, 1));

    /// <summary>Where only the small number itself is not shown, it is what the others leave of the whole.</summary>
    [Fact]
    public void The_adversary_can_take_away()
    {
        var all = Suppression.Apply(Parts([3, 97]), null);
        var part = all.Cohorts[0].Parts[0] with { Numerator = new Figure(FigureKind.Small, Suppression.Usual) };
        var naive = all with { Cohorts = [all.Cohorts[0] with { Parts = [part, .. all.Cohorts[0].Parts[1..]] }] };
        Assert.Contains(("in c Practice Practice 1", 3, 3), new Adversary(naive).Findings);
    }

    [Fact]
    public void What_is_shown_is_true() => Prop.ForAll<byte[]>(numbers =>
    {
        var counts = new GeneratedCounts(new Choices(numbers), 60).Make();
        foreach (var (figure, value) in Figures(Suppression.Apply(counts)).Zip(Figures(Suppression.Apply(counts, null)).Select(f => f.Number)))
            Assert.True(figure.Kind switch
            {
                FigureKind.Exact => figure.Number == value && (value == 0 || value >= Suppression.Usual),
                FigureKind.Small => value is > 0 and < Suppression.Usual,
                FigureKind.Large => value >= Suppression.Usual,
                _ => true,
            });
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithStartSize(60).WithEndSize(900).WithReplay(20261122, 1));

    /// <summary>Parts of 100: what is published of each, the whole last.</summary>
    [Theory]
    [InlineData("40 60", "40 60 100")]
    [InlineData("3 97", "<6 ≥6 100")]
    [InlineData("3 20 77", "<6 ≥6 77 100")]
    [InlineData("3 4 93", "<6 <6 ≥6 100")]
    [InlineData("0 0 100", "0 0 100 100")]
    [InlineData("1 1 98", "<6 <6 ≥6 100")]
    [InlineData("2 6 92", "<6 6 ≥6 100")]
    public void A_part_more_is_withheld(string parts, string published)
    {
        var counts = Parts([.. parts.Split(' ').Select(long.Parse)]);
        var cohort = Suppression.Apply(counts).Cohorts[0];
        Assert.Equal(published, $"{string.Join(' ', cohort.Parts.Select(p => p.Numerator.Text))} {cohort.In.Text}");
    }

    [Fact]
    public void Of_a_small_number_no_part_is_shown()
    {
        var cohort = Suppression.Apply(Parts([0, 4, 0])).Cohorts[0];
        Assert.Equal("* * *", string.Join(' ', cohort.Parts.Select(p => p.Numerator.Text)));
        Assert.Equal("<6", cohort.In.Text);
    }

    [Fact]
    public void Unsuppressed_numbers_are_all_exact()
    {
        var published = Suppression.Apply(Parts([1, 2, 3]), null);
        Assert.All(Figures(published), f => Assert.Equal(FigureKind.Exact, f.Kind));
        Assert.Null(published.Below);
    }

    [Fact]
    public void Examples_of_faults_are_of_records_and_not_shown()
    {
        var counts = Parts([50, 50]) with { Data = new CountedData("here", 1000, 2, 3, [new DataFault("events.csv", "a date that is no day", "the row is not used", 1, ["line 17: 2026-13-01"])]) };
        Assert.Empty(Suppression.Apply(counts).Data.Faults[0].Examples);
        Assert.Equal(["line 17: 2026-13-01"], Suppression.Apply(counts, null).Data.Faults[0].Examples);
    }

    private static string Described(Counts counts) => Described(Suppression.Apply(counts, null));

    private static string Described(PublishedCounts counts)
    {
        static string Of(IEnumerable<PublishedCriterion> criteria) => string.Join(' ', criteria.Select(c => $"[{c.Holds.Text} {c.Alone.Text} {c.Left.Text}]"));
        static string Parts(IEnumerable<PublishedPart> parts) => string.Join(' ', parts.Select(p => $"{p.Value}={p.Numerator.Text}/{p.Denominator?.Text}"));
        return string.Join('\n', counts.Cohorts.Select(c => $"{c.Cohort.Name}: {c.Population.Text} {c.Cohort.Include?.Quantifier} {Of(c.Include)} {c.Included.Text} {Of(c.Exclude)} {c.In.Text}: {Parts(c.Parts)}")
            .Concat(counts.Measures.Select(m => $"{m.Measure.Name}: {m.Numerator.Text}/{m.Denominator?.Text}: {Parts(m.Parts)}")));
    }

    internal static IEnumerable<Figure> Figures(PublishedCounts counts) =>
    [
        counts.Patients,
        .. counts.Cohorts.SelectMany(c => c.Include.Concat(c.Exclude).SelectMany(k => new[] { k.Holds, k.Alone, k.Left }).Concat([c.Population, c.Included, c.In]).Concat(Figures(c.Parts))),
        .. counts.Measures.SelectMany(m => new[] { m.Numerator }.Concat(m.Denominator is { } d ? [d] : []).Concat(Figures(m.Parts))),
    ];

    private static IEnumerable<Figure> Figures(ImmutableArray<PublishedPart> parts) => parts.SelectMany(p => p.Denominator is { } d ? new[] { p.Numerator, d } : [p.Numerator]);

    /// <summary>A cohort of some of 200 patients, and of how many in each practice.</summary>
    private static Counts Parts(ImmutableArray<long> parts)
    {
        var cohort = new Cohort("c", "C", null, new Registered(), new Inclusion(Quantifier.Any, 0, []), [], null, [], []);
        var count = new CohortCount(cohort, 200, [], parts.Sum(), [], parts.Sum(), [.. parts.Select((p, i) => new PartCount(Dimension.Practice, $"Practice {i + 1}", p, null))], Caveats.None);
        return new Counts(TestProject.Today, new CountedData("here", 200, 0, 0, []), [count], []);
    }
}
