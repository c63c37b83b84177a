using PcnMedOpt.Core.Syntax;
using Sprache;
using static PcnMedOpt.Core.Parsing.Combinators;
using static PcnMedOpt.Core.Parsing.SharedGrammar;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Core.Parsing;

/// <summary>Cohorts and measures.</summary>
internal static class CohortGrammar
{
    private static readonly Parser<ConditionSyntax> Condition = ConditionGrammar.Conditions;

    private static readonly Choice<ClauseSyntax> Criterion = Switch(
        "a label in quotation marks, a colon and a condition",
        Slot.Criterion,
        (TokenKind.String, Cited(Seq(
            StringText, Tok(Colon, "':' after the label"), Condition, (label, _, condition) => new CriterionSyntax(label, condition)))));

    private static readonly Parser<QuantifierSyntax> IncludeQuantifier = Switch(
        "any, all or at least",
        Slot.Quantifier,
        (AnyWord, Seq(Tok(AnyWord), word => new QuantifierSyntax(word, null))),
        (AllWord, Seq(Tok(AllWord), word => new QuantifierSyntax(word, null))),
        (AtWord, Seq(Tok(AtWord), Tok(LeastWord), WholeNumber, (word, _, number) => new QuantifierSyntax(word, number))));

    /// <summary>"all" and "at least" are read here too, and refused by a rule that says why an exclusion is always "any".</summary>
    private static readonly Parser<CriteriaSyntax> Criteria = Seq(
        OneOf("include or exclude", IncludeWord, ExcludeWord),
        IncludeQuantifier,
        Open,
        Recovery.Clauses(
            Criterion, (token, _) => token.Kind == TokenKind.String && token.Next.Kind == Colon, FromWord, IncludeWord, ExcludeWord, RunWord, GuideWord),
        Optional(CloseBrace),
        (keyword, quantifier, open, criteria, close) => new CriteriaSyntax(keyword, quantifier, open, criteria, close));

    private static readonly Parser<ClauseSyntax> CitedCriteria = Cited(Criteria);

    private static readonly Choice<ClauseSyntax> CohortClause = Switch(
        "from, include, exclude, run every or guide",
        Slot.CohortClause,
        (FromWord, Cited(Seq(Tok(FromWord), Population, (keyword, population) => new FromSyntax(keyword, population)))),
        (IncludeWord, CitedCriteria),
        (ExcludeWord, CitedCriteria),
        (RunWord, Cited(After(Tok(RunWord), Tok(EveryWord), Seq(Duration, every => new RunSyntax(every))))),
        (GuideWord, Cited(Guide)));

    public static readonly Parser<DeclarationSyntax> Cohort =
        Declarations.Bodied(CohortWord, CohortClause, (keyword, name, title, body) => new CohortSyntax(keyword, name, title, body));

    private static readonly Parser<ClauseSyntax> OfEach = Seq(
        Tok(EachWord),
        SetName,
        WindowGrammar.Happened,
        WindowGrammar.Filters,
        After(Tok(ForWord), Population),
        ClauseSyntax (each, set, happened, filters, population) => new OfEachSyntax(each, set, happened, filters, population));

    private static readonly Parser<ClauseSyntax> OfPopulation =
        Seq(Population, ClauseSyntax (population) => new OfPopulationSyntax(population.First, population));

    private static readonly Parser<ClauseSyntax> OfWhat = Switch<ClauseSyntax>(
        "registered, everyone, a cohort, or each and a code set",
        Slot.Population,
        [.. Names(OfPopulation), (RegisteredWord, OfPopulation), (EveryoneWord, OfPopulation), (EachWord, OfEach)]);

    private static readonly Parser<Token> Percentage = Seq(WholeNumber, Tok(Percent), (number, _) => number);

    private static readonly Parser<TargetSyntax> TargetLimits = Switch<TargetSyntax>(
        "a comparison and a percentage, such as >= 60 %, or two percentages",
        [
            (Number, Seq(Percentage, Tok(ToWord), Percentage, (low, _, high) => new TargetSyntax(low, null, low, high))),
            .. WindowGrammar.Comparisons(Seq(Comparison, Percentage, (comparison, low) => new TargetSyntax(comparison, comparison, low, null))),
        ]);

    private static readonly Parser<Token> Dimension = Switch(
        "practice, age band, sex or reason",
        (PracticeWord, Tok(PracticeWord)),
        (AgeWord, Seq(Tok(AgeWord), Tok(BandWord), (age, _) => age)),
        (SexWord, Tok(SexWord)),
        (ReasonWord, Tok(ReasonWord)));

    private static readonly Parser<Token> Period = OneOf("monthly, quarterly or yearly", MonthlyWord, QuarterlyWord, YearlyWord);

    private static readonly Choice<ClauseSyntax> MeasureClause = Switch(
        "of, count when, target, by, reported or guide",
        Slot.MeasureClause,
        (OfWord, Cited(After(Tok(OfWord), OfWhat))),
        (CountWord, Cited(After(Tok(CountWord), Seq(Tok(WhenWord), Condition, (when, condition) => new CountWhenSyntax(when, condition))))),
        (TargetWord, Cited(After(Tok(TargetWord), TargetLimits))),
        (ByWord, Cited(Seq(Tok(ByWord), Separated(Dimension, Comma), (keyword, dimensions) => new BySyntax(keyword, dimensions)))),
        (ReportedWord, Cited(Seq(Tok(ReportedWord), Separated(Period, Comma), (keyword, periods) => new ReportedSyntax(keyword, periods)))),
        (GuideWord, Cited(Guide)));

    public static readonly Parser<DeclarationSyntax> Measure =
        Declarations.Bodied(MeasureWord, MeasureClause, (keyword, name, title, body) => new MeasureSyntax(keyword, name, title, body));
}
