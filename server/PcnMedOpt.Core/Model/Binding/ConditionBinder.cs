using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Model.Binding;

/// <summary>From the syntax of a condition to its meaning.</summary>
public static class ConditionBinder
{
    public static Condition Bind(ValueBinder values, ConditionSyntax syntax)
    {
        var meaning = Meaning(values, syntax);
        return (HasTwoReadings(syntax) ? new Unreadable() : meaning) with { Span = syntax.Span };
    }

    /// <summary>A sentence with two readings has no meaning; a rule says so, and offers both.</summary>
    private static bool HasTwoReadings(ConditionSyntax syntax) => syntax switch
    {
        JoinedSyntax joined => joined.IsMixed,
        AgeSyntax age => !age.Range.IsClear,
        RegisteredForSyntax registered => !registered.Range.IsClear,
        RegisteredAtAgeSyntax registered => !registered.Range.IsClear,
        HappenedTestSyntax { No: not null } test => test.Sets.Names.Length > 1 || test.AtLeast is not null,
        OnRepeatSyntax { No: not null } test => test.Sets.Names.Length > 1,
        PairSyntax pair => pair.Within is null || FilterBinder.HappenedOf(pair.Happened) != Happened.Issued,
        _ => false,
    };

    private static Condition Meaning(ValueBinder values, ConditionSyntax syntax) => syntax switch
    {
        JoinedSyntax joined => Joined(values, joined),
        NotSyntax not => new Not(Bind(values, not.Operand)),
        BracketSyntax bracket => Bind(values, bracket.Inner),
        AgeSyntax age => new AgeTest(FilterBinder.AgeRange(values, age.Range)),
        AgeBetweenSyntax between => new AgeTest(new AgeBetween(values.Whole(between.From), values.Whole(between.To), Durations.UnitOf(between.Unit.Kind) ?? DurationUnit.Years)),
        BornSyntax born => Born(born),
        SexSyntax sex => new SexTest(SexOf(sex.Value.Kind)),
        RegisteredForSyntax registered => new RegisteredForTest(FilterBinder.AgeRange(values, registered.Range)),
        RegisteredAtAgeSyntax registered => new RegisteredAtAgeTest(FilterBinder.AgeRange(values, registered.Range)),
        InCohortSyntax cohort => new InCohortTest(
            CodeSetReader.NameOf(cohort.Cohort.Parts[0]),
            cohort.Cohort.Parts.Length > 1 ? string.Join('.', cohort.Cohort.Parts.Skip(1).Select(CodeSetReader.NameOf)) : null),
        HappenedTestSyntax test => HappenedTest(values, test),
        OnRepeatSyntax { No: null } test => new OnRepeatTest(Names(test.Sets)),
        OnRepeatSyntax test => new NotOnRepeatTest(Names(test.Sets)[0]),
        PairSyntax pair => Pair(values, pair),
        ValueTestSyntax test => Value(values, test),
        ChangeTestSyntax test => Change(values, test),
        StatusTestSyntax test => Status(values, test),
        CountTestSyntax test => Count(values, test),
        _ => throw new System.Diagnostics.UnreachableException($"No meaning for {syntax}"),
    };

    public static Sex SexOf(TokenKind word) => word switch
    {
        TokenKind.FemaleWord => Sex.Female,
        TokenKind.MaleWord => Sex.Male,
        TokenKind.IndeterminateWord => Sex.Indeterminate,
        _ => Sex.Unknown,
    };

    private static Condition Joined(ValueBinder values, JoinedSyntax joined)
    {
        ImmutableArray<Condition> operands = [.. joined.Operands.Select(o => Bind(values, o))];
        return joined.Operators[0].Kind == TokenKind.AndWord ? new AllOf(operands) : new AnyOf(operands);
    }

    private static BornTest Born(BornSyntax born)
    {
        var day = Numbers.Date(born.Date) ?? DateOnly.MinValue;
        return born.Word.Kind switch
        {
            TokenKind.SinceWord => new BornTest(day, null),
            TokenKind.UntilWord => new BornTest(null, day),
            TokenKind.BeforeWord => new BornTest(null, new Duration(1, DurationUnit.Days).Before(day)),
            TokenKind.AfterWord => new BornTest(new Duration(1, DurationUnit.Days).After(day), null),
            TokenKind.OnWord => new BornTest(day, day),
            _ => new BornTest(day, Numbers.Date(born.Until) ?? day),
        };
    }

    private static Condition HappenedTest(ValueBinder values, HappenedTestSyntax test)
    {
        var sets = Names(test.Sets);
        var filters = FilterBinder.Filters(values, test.Filters, sets[0]);
        var how = FilterBinder.HappenedOf(test.Happened);
        if (test.No is not null) return new NoSuchTest(sets[0], how, filters);
        var times = test.AtLeast is null ? null : new Times(values.Whole(test.AtLeast.Number), test.AtLeast.Apart is null ? null : values.Duration(test.AtLeast.Apart));
        return new HappenedTest(sets, how, filters, times);
    }

    private static Condition Pair(ValueBinder values, PairSyntax pair)
    {
        var first = Names(pair.FirstSets);
        var filters = FilterBinder.Filters(values, pair.Filters, first[0]);
        return pair.Within is null ? new Unreadable() : new IssuedTogetherTest(first, Names(pair.SecondSets), values.Duration(pair.Within), filters);
    }

    private static ValueTest Value(ValueBinder values, ValueTestSyntax test)
    {
        var set = CodeSetReader.NameOf(test.Set);
        return new ValueTest(
            FilterBinder.PickOf(test.Order.Kind), set, FilterBinder.Range(values, test.Range, set, test.Not is not null), FilterBinder.Filters(values, test.Filters, set));
    }

    private static ChangeTest Change(ValueBinder values, ChangeTestSyntax test)
    {
        var set = CodeSetReader.NameOf(test.Set);
        var (amount, percent) = values.Change(test.Amount, set);
        return new ChangeTest(set, test.Direction.Kind == TokenKind.RoseWord, test.More is not null, amount, percent, FilterBinder.Window(values, test.Window));
    }

    private static StatusTest Status(ValueBinder values, StatusTestSyntax test)
    {
        ImmutableArray<string> sets = [.. test.Sets.Select(CodeSetReader.NameOf)];
        var kept = test.Kept is null ? null : CodeSetReader.NameOf(test.Kept);
        return new StatusTest(
            FilterBinder.PickOf(test.Order.Kind),
            sets,
            FilterBinder.HappenedOf(test.Happened),
            FilterBinder.Filters(values, test.Choose, sets[0]),
            kept,
            FilterBinder.Filters(values, test.Keep, kept ?? sets[0]));
    }

    private static CountTest Count(ValueBinder values, CountTestSyntax test) => new(
        test.What.Kind == TokenKind.MedicinesWord ? null : CodeSetReader.NameOf(test.What),
        test.Except is null ? [] : Names(test.Except),
        test.By.Kind == TokenKind.SubstanceWord ? CountBy.Substance : CountBy.Product,
        test.OnRepeat is not null ? null : test.Window is null ? new Ever() : FilterBinder.Window(values, test.Window),
        FilterBinder.ComparisonOf(test.Comparison.Kind),
        values.Whole(test.Number));

    private static ImmutableArray<string> Names(SetsSyntax sets) => [.. sets.Names.Select(CodeSetReader.NameOf)];
}
