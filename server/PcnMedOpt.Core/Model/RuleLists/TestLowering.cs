using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Model.RuleLists;

/// <summary>One test of the language as a formula over criteria, or null where rows and links cannot say it (it is then built by hand).</summary>
internal static class TestLowering
{
    /// <summary>A chain of more criteria has not been seen in EMIS.</summary>
    private const int LongestChain = 4;

    public static Formula? Of(Condition test, bool negated) => test switch
    {
        AgeTest age => Row(RowCriterion.Of(Table.Patients, new AgeIs(age.Range)), test, negated),
        BornTest born => Row(RowCriterion.Of(Table.Patients, new BornIn(born.From, born.To)), test, negated),
        RegisteredForTest registered => Row(RowCriterion.Of(Table.Patients, new RegisteredSince(registered.Range)), test, negated),
        RegisteredAtAgeTest registered => Row(RegisteredAtAge(registered.Range), test, negated),
        HappenedTest happened => Happened(happened, negated),
        NoSuchTest none => NoSuch(none, negated),
        IssuedTogetherTest pair => Pair(pair, negated),
        CourseBeganTest course => Row(CourseBegan(course), test, negated),
        ValueTest value => Value(value, negated),
        StatusTest status => StatusLowering.Of(status) is { } criterion ? Row(criterion, test, negated) : null,
        _ => null,
    };

    public static Literal Row(RowCriterion criterion, Condition test, bool negated) => new(new Records(criterion, false, test), criterion.IsPlain, negated, RowText.Of(criterion));

    public static ImmutableArray<Table> Tables(Happened how) => how switch
    {
        Conditions.Happened.Recorded => [Table.Events],
        Conditions.Happened.Issued => [Table.Issues],
        _ => [Table.Events, Table.Issues],
    };

    private static RowCriterion RegisteredAtAge(AgeRange range)
    {
        var birth = range is AgeAtLeast least
            ? new OffsetRange(null, false, Offset.Before(least.Duration), true)
            : new OffsetRange(Offset.Before(((AgeUnder)range).Duration), false, null, false);
        return RowCriterion.Of(Table.Patients) with { Link = new RowLink(DateColumn.Registration, DateColumn.Birth, birth, RowCriterion.Of(Table.Patients), false) };
    }

    /// <summary>An issue in the window for which there is none in the gap before it.</summary>
    private static RowCriterion CourseBegan(CourseBeganTest test)
    {
        var before = new OffsetRange(Offset.Before(test.Gap), true, new Offset(-1, DurationUnit.Days), true);
        var issue = RowCriterion.Of(Table.Issues, new CodesIn([test.Drug]));
        return issue with { Filters = issue.Filters.Add(new DatedIn(test.Window)), Link = new RowLink(DateColumn.Date, DateColumn.Date, before, issue, true) };
    }

    private static Formula? Happened(HappenedTest test, bool negated)
    {
        var ways = new List<Formula>();
        foreach (var tables in Sequences(Tables(test.How), test.Times?.Count ?? 1))
        {
            if (Chain(test, tables) is not { } criterion) return null;
            ways.Add(Row(criterion, test, negated));
        }
        return negated ? Formula.All(ways) : Formula.Any(ways);
    }

    private static RowCriterion? Chain(HappenedTest test, ImmutableArray<Table> tables)
    {
        if (tables.Length > LongestChain) return null;
        if (tables.Length == 1) return AnchoredLowering.Of(tables[0], test.Sets, test.Filters);
        if (test.Filters.AnchorOf() is not null) return null;
        RowCriterion? chain = null;
        foreach (var table in tables.Reverse())
        {
            if (AnchoredLowering.Own(table, test.Sets, test.Filters) is not { Link: null } own) return null;
            var range = test.Times?.Apart is { Count: > 0 } apart ? new OffsetRange(Offset.After(apart), true, null, false) : OffsetRange.After;
            chain = own with { Order = Pick.Earliest, Link = chain is null ? null : new RowLink(DateColumn.Date, DateColumn.Date, range, chain, false) };
        }
        return chain;
    }

    /// <summary>No such record; with an anchor it is one criterion that asks for the anchor and for no child.</summary>
    private static Formula? NoSuch(NoSuchTest test, bool negated)
    {
        if (test.Filters.AnchorOf() is not { } anchor)
        {
            var rows = Tables(test.How).Select(t => AnchoredLowering.Own(t, [test.Set], test.Filters)).ToList();
            if (rows.Any(r => r is null)) return null;
            var literals = rows.OfType<RowCriterion>().Select(r => (Formula)Row(r, new HappenedTest([test.Set], test.How, test.Filters, null), !negated));
            return negated ? Formula.Any(literals) : Formula.All(literals);
        }
        if (test.How == Conditions.Happened.Either) return null;
        var table = Tables(test.How)[0];
        return AnchoredLowering.None(table, test.Set, test.Filters, anchor) is { } none
            ? Row(none, test, negated)
            : AnchoredLowering.NoneWithinAny(table, test, anchor, negated);
    }

    private static Formula? Pair(IssuedTogetherTest test, bool negated)
    {
        if (test.Filters.AnchorOf() is not null) return null;
        if (AnchoredLowering.Own(Table.Issues, test.First, test.Filters) is not { Link: null } first) return null;
        if (AnchoredLowering.Own(Table.Issues, test.Second, test.Filters) is not { Link: null } second) return null;
        var range = new OffsetRange(Offset.Before(test.Within), true, Offset.After(test.Within), true);
        return Row(first with { Link = new RowLink(DateColumn.Date, DateColumn.Date, range, second, false) }, test, negated);
    }

    /// <summary>The latest record with a number, which must be in the range. "not between" is below or above.</summary>
    private static Formula? Value(ValueTest test, bool negated)
    {
        var ranges = test.Range is ValueBetween { Not: true } between
            ? new ValueRange[] { new ValueCompared(Comparison.LessThan, between.Low), new ValueCompared(Comparison.MoreThan, between.High) }
            : [test.Range];
        var ways = new List<Formula>();
        foreach (var range in ranges)
        {
            if (AnchoredLowering.Picked(Table.Events, [test.Set], [.. test.Filters], new HasNumber(), test.Pick, new NumberIs(range, test.Set)) is not { } criterion) return null;
            ways.Add(Row(criterion, test with { Range = range }, negated));
        }
        return negated ? Formula.All(ways) : Formula.Any(ways);
    }

    private static IEnumerable<ImmutableArray<Table>> Sequences(ImmutableArray<Table> tables, int length)
    {
        if (length > LongestChain) return [[.. Enumerable.Repeat(tables[0], length)]];
        IEnumerable<ImmutableArray<Table>> sequences = [[]];
        for (var i = 0; i < length; i++) sequences = sequences.SelectMany(s => tables.Select(s.Add));
        return sequences;
    }
}
