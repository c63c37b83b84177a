using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;
using static PcnMedOpt.Core.Semantics.Codes.CodeSetReader;

namespace PcnMedOpt.Core.Semantics;

/// <summary>The names that a declaration uses, in the order of the text. To add a place where a name may stand, add it here.</summary>
public static partial class NameUses
{
    public static ImmutableArray<NameUse> Of(ParsedSlice slice, DeclarationSyntax declaration) =>
    [
        .. declaration switch
        {
            OpaqueSyntax opaque => opaque.Body.SelectMany(Mentioned),
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
        SkippedSyntax skipped => skipped.Tokens.SelectMany(Mentioned),
        _ => [],
    };

    /// <summary>Any word that may be a name, and what letters put into their text: <c>{{review_interval}}</c>.</summary>
    private static IEnumerable<NameUse> Mentioned(Token token) => token.Kind switch
    {
        TokenKind.String or TokenKind.Text => Placeholder().Matches(token.Text)
            .Select(m => new NameUse(m.Groups[1].Value, null, NameRole.Mentioned, new TextSpan(token.Start + m.Groups[1].Index, m.Groups[1].Length))),
        _ => token.IsName ? [new NameUse(token.Text, null, NameRole.Mentioned, token.Span)] : [],
    };

    [GeneratedRegex(@"\{\{\s*([a-z][a-z0-9_]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

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
