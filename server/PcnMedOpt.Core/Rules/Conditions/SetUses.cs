using PcnMedOpt.Core.Model.Binding;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>A code set in a test, anchor or clause of a document: whether entries or issues of it are looked for, and the word that says so, when one does.</summary>
internal sealed record SetUse(SyntaxNode Test, Token Set, Happened How, HappenedSyntax? Word)
{
    public string Name => CodeSetReader.NameOf(Set);

    /// <summary>SNOMED CT or dm+d; null for a set that is not declared.</summary>
    public CodeSystem? System(DeclarationMeaning declaration) => declaration.Scope.CodeSet(Name)?.System;

    /// <summary>The uses of a declaration, those of one test together.</summary>
    public static IEnumerable<IReadOnlyList<SetUse>> Of(DeclarationMeaning declaration) =>
        declaration.ConditionNodes.Select(Of).Where(u => u.Count > 0);

    public static IReadOnlyList<SetUse> Of(SyntaxNode node) => node switch
    {
        HappenedTestSyntax test => Each(test, test.Sets.Names, test.Happened),
        AnchorSyntax { Sets: { } sets } anchor => Each(anchor, sets.Names, anchor.Happened),
        PairSyntax pair => Each(pair, pair.FirstSets.Names.AddRange(pair.SecondSets.Names), pair.Happened),
        StatusTestSyntax test => Each(test, test.Sets, test.Happened),
        OfEachSyntax each => Each(each, [each.Set], each.Happened),
        OnRepeatSyntax test => Issued(test, test.Sets.Names),
        CountTestSyntax test => Issued(test, [.. test.What.Kind == TokenKind.MedicinesWord ? [] : new[] { test.What }, .. test.Except?.Names ?? []]),
        ValueTestSyntax test => Each(test, [test.Set], null),
        ChangeTestSyntax test => Each(test, [test.Set], null),
        ShowSyntax show => Each(show, show.Sets, null),
        BaselineSyntax baseline => Each(baseline, baseline.Sets, null),
        ScheduleSyntax schedule => Each(schedule, schedule.Sets, null),
        IntervalSyntax interval => Each(interval, [interval.Value], null),
        LimitSyntax limit => Each(limit, [limit.Set], null),
        DrugSyntax drug => Issued(drug, [drug.Set]),
        AlsoSyntax { Taking: { } taking } also => Issued(also, [taking]),
        _ => [],
    };

    private static List<SetUse> Each(SyntaxNode test, IEnumerable<Token> sets, HappenedSyntax? word) =>
        [.. sets.Select(s => new SetUse(test, s, FilterBinder.HappenedOf(word), word))];

    private static List<SetUse> Issued(SyntaxNode test, IEnumerable<Token> sets) => [.. sets.Select(s => new SetUse(test, s, Happened.Issued, null))];
}
