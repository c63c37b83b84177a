using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Emis.Reading;

/// <summary>A test of the records of a table.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Id">Its identifier; the same one may recur.</param>
/// <param name="Table">EVENTS, MEDICATION_ISSUES, PATIENTS, GPES_JOURNALS or another.</param>
/// <param name="Description">What its author says of it.</param>
/// <param name="BaseGroups">Criteria whose rows together are the rows that are filtered.</param>
/// <param name="Negated">Asks that there be no such record.</param>
/// <param name="Filter">Which rows count.</param>
/// <param name="Link">A record of another criterion that must stand in a relation to each.</param>
/// <param name="Others">What may be logic and is not read, in it or in what it is linked to or based on.</param>
public sealed record EmisCriterion(
    EmisPlace Place,
    string Id,
    string Table,
    string? Description,
    ImmutableArray<EmisDefinition> BaseGroups,
    bool Negated,
    EmisFilter Filter,
    EmisLink? Link,
    ImmutableArray<EmisOther> Others)
{
    /// <summary>Itself, what it is based on and what it is linked to.</summary>
    public IEnumerable<EmisCriterion> All() =>
        BaseGroups.SelectMany(g => g.Members).OfType<EmisCriterionMember>().SelectMany(m => m.Criterion.All()).Concat(Link?.Child.All() ?? []).Prepend(this);
}

/// <summary>Rows that satisfy all columns; of them the first in an order; which must pass a test.</summary>
public sealed record EmisFilter(ImmutableArray<EmisColumn> Columns, EmisRestriction? Restriction);

/// <summary>What one column of a row must hold.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Names">The column, or a path of columns.</param>
/// <param name="NotIn">The row must hold anything else.</param>
/// <param name="Sets">Value sets, any of which will do.</param>
/// <param name="Range">A range, when it is no value set.</param>
/// <param name="Absent">A form of value that is not read: an item of a library, a function, a single value.</param>
public sealed record EmisColumn(EmisPlace Place, ImmutableArray<string> Names, bool NotIn, ImmutableArray<EmisValueSet> Sets, EmisRange? Range, string? Absent)
{
    public string Name => string.Join('.', Names);
}

/// <summary>A set of values; with <paramref name="AllExcept"/> every value but these.</summary>
public sealed record EmisValueSet(EmisPlace Place, string? Id, string CodeSystem, string? Description, bool AllExcept, ImmutableArray<EmisSetValue> Values);

/// <summary>A value of a set: the identifier of an EMIS code, of a reference set, or a word of EMIS's own.</summary>
/// <param name="Value">The identifier or word.</param>
/// <param name="DisplayName">What EMIS shows.</param>
/// <param name="IncludeChildren">And what is below it.</param>
/// <param name="IsRefset">It is a reference set.</param>
/// <param name="Exceptions">What is left out of what is below it.</param>
public sealed record EmisSetValue(string Value, string? DisplayName, bool IncludeChildren, bool IsRefset, ImmutableArray<EmisSetValue> Exceptions);

/// <summary>A range of dates, ages, numbers or distances. With <paramref name="RelativeTo"/> BASELINE an end without value is the search's date.</summary>
public sealed record EmisRange(EmisPlace Place, string? RelativeTo, EmisBound? From, EmisBound? To)
{
    /// <summary>Its ends, each with whether it is the lower.</summary>
    public IEnumerable<(EmisBound Bound, bool IsLower)> Ends()
    {
        if (From is not null) yield return (From, true);
        if (To is not null) yield return (To, false);
    }
}

/// <summary>An end of a range. Without operator it includes its value.</summary>
/// <param name="Value">A number or a day (dd/MM/yyyy); null for the search's date.</param>
/// <param name="Unit">DAY, WEEK, MONTH, YEAR, DATE …; null for a bare number.</param>
/// <param name="Relation">RELATIVE, ABSOLUTE, or not said.</param>
/// <param name="Operator">GT, GTEQ, LT, LTEQ, or not said.</param>
/// <param name="Absent">A form of value that is not read.</param>
public sealed record EmisBound(string? Value, string? Unit, string? Relation, string? Operator, string? Absent)
{
    /// <summary>The value itself is not in the range.</summary>
    public bool IsStrict => Operator is "GT" or "LT";
}

/// <summary>The first so many rows in an order, which are then tested.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Count">How many are kept.</param>
/// <param name="Column">What they are ordered by.</param>
/// <param name="Latest">The highest first.</param>
/// <param name="Test">What a kept row must hold.</param>
public sealed record EmisRestriction(EmisPlace Place, int Count, string Column, bool Latest, ImmutableArray<EmisColumn> Test)
{
    /// <summary>From so many on it is no limit (100 and 1000 have been seen, to say "all").</summary>
    public const int NoLimit = 100;

    public bool IsLimit => Count < NoLimit;
}

/// <summary>A row of the child must exist, or none may where the child is negated, whose date is in the range as seen from the parent's row.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="ParentColumn">The parent's date.</param>
/// <param name="ChildColumn">The child's.</param>
/// <param name="Range">The distance, child from parent; null for the same date.</param>
/// <param name="Child">The other criterion.</param>
public sealed record EmisLink(EmisPlace Place, string ParentColumn, string ChildColumn, EmisRange? Range, EmisCriterion Child);
