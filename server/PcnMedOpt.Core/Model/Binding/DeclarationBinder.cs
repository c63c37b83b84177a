using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Model.Binding;

/// <summary>Cohorts, measures and packs: from their syntax to their model. A clause that stands twice is a rule's to report; the last counts.</summary>
public static class DeclarationBinder
{
    public static Cohort Cohort(ValueBinder values, CohortSyntax syntax, string? description)
    {
        var groups = syntax.Clauses.OfType<CriteriaSyntax>().ToList();
        var include = groups.LastOrDefault(g => g.Keyword.Kind == TokenKind.IncludeWord);
        var exclude = groups.LastOrDefault(g => g.Keyword.Kind == TokenKind.ExcludeWord);
        return new Cohort(
            Name(syntax),
            Title(syntax),
            description,
            syntax.Clauses.OfType<FromSyntax>().LastOrDefault() is { } from ? Population(from.Population) : new Registered(),
            include is null ? null : Inclusion(values, include),
            exclude is null ? [] : Criteria(values, exclude),
            syntax.Clauses.OfType<RunSyntax>().LastOrDefault() is { } run ? values.Duration(run.Every) : null,
            Guide.Of(syntax.Clauses),
            Cites(syntax.Clauses));
    }

    public static Measure Measure(ValueBinder values, MeasureSyntax syntax, string? description)
    {
        var numerator = syntax.Clauses.OfType<CountWhenSyntax>().LastOrDefault();
        return new Measure(
            Name(syntax),
            Title(syntax),
            description,
            Denominator(values, syntax.Clauses),
            numerator is null ? null : ConditionBinder.Bind(values, numerator.Condition),
            numerator?.Span ?? default,
            syntax.Clauses.OfType<TargetSyntax>().LastOrDefault() is { } target ? Target(target) : null,
            [.. syntax.Clauses.OfType<BySyntax>().SelectMany(b => b.Dimensions).Select(DimensionOf).Distinct()],
            [.. syntax.Clauses.OfType<ReportedSyntax>().SelectMany(r => r.Periods).Select(PeriodOf).Distinct()],
            Guide.Of(syntax.Clauses),
            Cites(syntax.Clauses));
    }

    public static Pack Pack(PackSyntax syntax, string? description) => new(
        Name(syntax),
        Title(syntax),
        description,
        [.. syntax.Clauses.OfType<ContainsSyntax>().SelectMany(c => c.Members).Select(Member)],
        [.. syntax.Clauses.OfType<TargetsSyntax>().SelectMany(t => t.Targets).Select(TargetOf).Distinct()],
        syntax.Clauses.OfType<ForPracticeSyntax>().LastOrDefault() is { } text ? Strings.Value(text.Text) : null,
        Guide.Of(syntax.Clauses));

    internal static string Name(DeclarationSyntax syntax) => CodeSetReader.NameOf(syntax.Name!);

    internal static string Title(DeclarationSyntax syntax) => syntax.Title is null ? Name(syntax) : Strings.Value(syntax.Title);

    internal static Population Population(PopulationSyntax syntax) => syntax switch
    {
        { Keyword.Kind: TokenKind.EveryoneWord } => new Everyone(),
        { Cohort: { } cohort } => OfCohort(cohort),
        _ => new Registered(),
    };

    internal static OfCohort OfCohort(RefSyntax cohort) => new(
        CodeSetReader.NameOf(cohort.Parts[0]), cohort.Parts.Length > 1 ? string.Join('.', cohort.Parts.Skip(1).Select(CodeSetReader.NameOf)) : null);

    private static Inclusion Inclusion(ValueBinder values, CriteriaSyntax syntax)
    {
        var quantifier = syntax.Quantifier.Keyword.Kind switch { TokenKind.AllWord => Quantifier.All, TokenKind.AtWord => Quantifier.AtLeast, _ => Quantifier.Any };
        var least = syntax.Quantifier.Number is { } number ? values.Whole(number) : 0;
        return new Inclusion(quantifier, least, Criteria(values, syntax));
    }

    private static ImmutableArray<Criterion> Criteria(ValueBinder values, CriteriaSyntax syntax) =>
        [.. syntax.Criteria.OfType<CriterionSyntax>().Select(c => new Criterion(
            Strings.Value(c.Label), ConditionBinder.Bind(values, c.Condition), Citations.Of(c), c.Label.Span, c.Span))];

    private static Denominator Denominator(ValueBinder values, ImmutableArray<ClauseSyntax> clauses) =>
        clauses.LastOrDefault(c => c is OfPopulationSyntax or OfEachSyntax) switch
        {
            OfPopulationSyntax of => new PatientsOf(Population(of.Population)),
            OfEachSyntax each => new RecordsOf(
                CodeSetReader.NameOf(each.Set),
                FilterBinder.HappenedOf(each.Happened),
                FilterBinder.Filters(values, each.Filters, CodeSetReader.NameOf(each.Set)),
                Population(each.Population)),
            _ => new PatientsOf(new Registered()),
        };

    private static Target Target(TargetSyntax target) => new(
        target.Comparison is null ? null : FilterBinder.ComparisonOf(target.Comparison.Kind),
        Numbers.Of(target.Low) ?? 0,
        target.High is null ? null : Numbers.Of(target.High));

    private static PackMember Member(RefSyntax reference) => new(
        CodeSetReader.NameOf(reference.Parts[0]),
        reference.Parts.Length > 1 ? string.Join('.', reference.Parts.Skip(1).Select(CodeSetReader.NameOf)) : null,
        reference.Span);

    internal static ImmutableArray<Citation> Cites(ImmutableArray<ClauseSyntax> clauses) =>
        [.. clauses.Where(c => c is not CriteriaSyntax).SelectMany(c => c.Cites).Concat(clauses.OfType<CriteriaSyntax>().SelectMany(c => c.Cites)).Select(Citations.Of)];

    private static Dimension DimensionOf(Token word) => word.Kind switch
    {
        TokenKind.PracticeWord => Dimension.Practice,
        TokenKind.AgeWord => Dimension.AgeBand,
        TokenKind.SexWord => Dimension.Sex,
        _ => Dimension.Reason,
    };

    internal static ReportingPeriod PeriodOf(Token word) => word.Kind switch
    {
        TokenKind.MonthlyWord => ReportingPeriod.Monthly,
        TokenKind.QuarterlyWord => ReportingPeriod.Quarterly,
        _ => ReportingPeriod.Yearly,
    };

    private static OutputTarget TargetOf(Token word) => word.Kind switch
    {
        TokenKind.EmisWord => OutputTarget.Emis,
        TokenKind.SystmoneWord => OutputTarget.Systmone,
        TokenKind.PrintWord => OutputTarget.Print,
        _ => OutputTarget.Workbook,
    };
}
