using System.Collections.Immutable;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Syntax;
using static PcnMedOpt.Core.Semantics.Codes.CodeSetReader;

namespace PcnMedOpt.Core.Semantics;

/// <summary>The names that a declaration uses, in the order of the text. To add a place where a name may stand, add it here.</summary>
public static class NameUses
{
    public static ImmutableArray<NameUse> Of(ParsedSlice slice, DeclarationSyntax declaration) =>
    [
        .. declaration switch
        {
            DamagedSyntax damaged => damaged.Tokens.Skip(2).SelectMany(Mentioned),
            _ => slice.Nodes.SelectMany(OfNode),
        },
        .. declaration.Stray?.Tokens.SelectMany(Mentioned) ?? [],
    ];

    private static IEnumerable<NameUse> OfNode(SyntaxNode node) => node switch
    {
        SetsSyntax sets => sets.Names.Select(Set),
        ValueTestSyntax test => [Set(test.Set)],
        ChangeTestSyntax test => [Set(test.Set)],
        StatusTestSyntax test => [.. test.Sets.Select(Set), .. Optional(test.Kept)],
        CountTestSyntax test => [.. test.What.Kind == TokenKind.MedicinesWord ? [] : Optional(test.What), .. Parameters(test.Number)],
        OfEachSyntax each => [Set(each.Set)],
        RecordSyntax record => Optional(record.Set),
        IncludeSetSyntax include => [Set(include.Name)],
        ExceptSyntax except => Optional(except.Name),
        CodesExpressionSyntax expression => expression.Names.Select(Set),
        InCohortSyntax test => [Cohort(test.Cohort)],
        PopulationSyntax { Cohort: { } cohort } => [Cohort(cohort)],
        ExpectSyntax expect => [Cohort(expect.Cohort)],
        ContainsSyntax contains => contains.Members.Select(m => Reference(m, NameRole.PackMember)),
        DurationSyntax duration => duration.Unit is null ? Parameters(duration.Number) : [],
        QuantitySyntax quantity => Parameters(quantity.Number),
        AtLeastSyntax atLeast => Parameters(atLeast.Number),
        AgeBetweenSyntax between => [.. Parameters(between.From), .. Parameters(between.To)],
        ForCohortSyntax of => [Cohort(of.Cohort)],
        LetterToSyntax to => [Cohort(to.Cohort)],
        LetterBodySyntax body => Placeholders(body.Text),
        ShowSyntax show => show.Sets.Select(Set),
        DrugSyntax drug => [Set(drug.Set)],
        BaselineSyntax baseline => baseline.Sets.Select(Set),
        ScheduleSyntax schedule => schedule.Sets.Select(Set),
        AlsoSyntax also => Optional(also.Taking),
        IntervalSyntax interval => [Set(interval.Test), Set(interval.Value)],
        LimitSyntax limit => [Set(limit.Set)],
        LimitsAsSyntax limits => [new NameUse(NameOf(limits.Sop), null, NameRole.Procedure, limits.Sop.Span)],
        ItemSyntax { From: { } from } => [Reference(from, NameRole.Evidence)],
        TimeSpanSyntax time => time.Unit is null ? Parameters(time.Number) : [],
        SkippedSyntax skipped => skipped.Tokens.SelectMany(Mentioned),
        _ => [],
    };

    /// <summary>Any word that may be a name, and what letters put into their text.</summary>
    private static IEnumerable<NameUse> Mentioned(Token token) => token.Kind switch
    {
        TokenKind.String or TokenKind.Text => Placeholders(token).Select(p => p with { Role = NameRole.Mentioned }),
        _ => token.IsName ? [new NameUse(token.Text, null, NameRole.Mentioned, token.Span)] : [],
    };

    /// <summary>What a letter puts into its text: <c>{{review_interval}}</c>, <c>{{smr_consultation.duration}}</c>.</summary>
    private static IEnumerable<NameUse> Placeholders(Token text) =>
        from placeholder in Placeholder.In(text)
        select new NameUse(placeholder.Name, placeholder.Part, NameRole.Placeholder, placeholder.Span);

    private static NameUse Set(Token name) => new(NameOf(name), null, NameRole.CodeSet, name.Span);

    private static IEnumerable<NameUse> Optional(Token? name) => name is null ? [] : [Set(name)];

    private static IEnumerable<NameUse> Parameters(Token name) =>
        name.IsName || name.Kind == TokenKind.CasedWord ? [new NameUse(NameOf(name), null, NameRole.Parameter, name.Span)] : [];

    private static NameUse Cohort(RefSyntax reference) => Reference(reference, NameRole.Cohort);

    private static NameUse Reference(RefSyntax reference, NameRole role) => new(
        NameOf(reference.Parts[0]),
        reference.Parts.Length > 1 ? string.Join('.', reference.Parts.Skip(1).Select(NameOf)) : null,
        role,
        reference.Span);
}
