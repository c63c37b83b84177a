using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Model.Conditions;

/// <summary>
/// Something that is true or false of a patient on a reference date: the meaning of a condition of language §4.1. Code sets and cohorts
/// are named, so that a condition stays the same when the codes of a set change.
/// </summary>
public abstract record Condition
{
    private protected Condition()
    {
    }

    /// <summary>Where it is written, in the slice of its declaration.</summary>
    public TextSpan Span { get; init; }
}

public sealed record AllOf(ImmutableArray<Condition> Operands) : Condition;

public sealed record AnyOf(ImmutableArray<Condition> Operands) : Condition;

public sealed record Not(Condition Operand) : Condition;

/// <summary>Could not be understood; there is an error where it stands. It is never true.</summary>
public sealed record Unreadable : Condition;

public sealed record AgeTest(AgeRange Range) : Condition;

/// <summary>Born on a day from the first to the last, both included; null is without end.</summary>
public sealed record BornTest(DateOnly? From, DateOnly? To) : Condition;

public enum Sex
{
    Unknown,
    Female,
    Male,
    Indeterminate,
}

public sealed record SexTest(Sex Sex) : Condition;

/// <summary><c>registered for >= 6 months</c>; only <see cref="AgeAtLeast"/> and <see cref="AgeUnder"/> are written.</summary>
public sealed record RegisteredForTest(AgeRange Range) : Condition;

public sealed record RegisteredAtAgeTest(AgeRange Range) : Condition;

/// <summary><c>in smr_eligible</c>. The part is that of a procedure's derived cohort.</summary>
public sealed record InCohortTest(string Cohort, string? Part) : Condition
{
    /// <summary>The name by which the project knows the cohort: <c>methotrexate_monitoring.overdue</c>.</summary>
    public string FullName => Part is null ? Cohort : $"{Cohort}.{Part}";
}

/// <summary>Whether a record is an entry with a code, or an issue of a medicine, or either.</summary>
[Flags]
public enum Happened
{
    Recorded = 1,
    Issued = 2,
    Either = Recorded | Issued,
}

/// <summary>At least so many different days; with <paramref name="Apart"/> each at least that long after the one counted before.</summary>
public sealed record Times(int Count, Duration? Apart);

/// <summary><c>a or b recorded in last 6 months at least 2 times</c>. With "no" it is <see cref="NoSuchTest"/>.</summary>
public sealed record HappenedTest(ImmutableArray<string> Sets, Happened How, ImmutableArray<Filter> Filters, Times? Times) : Condition;

/// <summary>
/// <c>no a recorded after latest b recorded</c>: no such record. With an anchor: and the anchor exists, so that it is not the opposite of
/// <see cref="HappenedTest"/>.
/// </summary>
public sealed record NoSuchTest(string Set, Happened How, ImmutableArray<Filter> Filters) : Condition;

/// <summary><c>a on repeat</c>: on the repeat list, authorised, started on or before the reference date and not ended by it.</summary>
public sealed record OnRepeatTest(ImmutableArray<string> Sets) : Condition;

/// <summary><c>no a on repeat</c></summary>
public sealed record NotOnRepeatTest(string Set) : Condition;

/// <summary><c>a and b issued within 28 days of each other in last 3 months</c>: two issues, the later at most so long after the earlier.</summary>
public sealed record IssuedTogetherTest(ImmutableArray<string> First, ImmutableArray<string> Second, Duration Within, ImmutableArray<Filter> Filters) : Condition;

public enum Pick
{
    Latest,
    Earliest,

    /// <summary>Any record: only of anchors.</summary>
    Any,
}

/// <summary><c>latest egfr value &lt; 45 mL/min/{1.73_m2} in last 12 months</c></summary>
public sealed record ValueTest(Pick Pick, string Set, ValueRange Range, ImmutableArray<Filter> Filters) : Condition;

/// <summary><c>latest creatinine value rose by more than 30 % in last 12 months</c></summary>
/// <param name="Set">The results' code set.</param>
/// <param name="Rose">Rose, compared with the lowest earlier result; else fell, compared with the highest.</param>
/// <param name="MoreThan">"more than": the change itself is not enough.</param>
/// <param name="Amount">By how much: percent of the earlier result, or an amount in a unit.</param>
/// <param name="Percent">The amount is a percentage.</param>
/// <param name="Window">The window that both results are in.</param>
public sealed record ChangeTest(string Set, bool Rose, bool MoreThan, Quantity Amount, bool Percent, Window Window) : Condition;

/// <summary>
/// <c>latest of a, b recorded in last 2 years is a</c>: the filters before "is" choose the day, those after it, and the set, test the records of
/// that day.
/// </summary>
public sealed record StatusTest(Pick Pick, ImmutableArray<string> Sets, Happened How, ImmutableArray<Filter> Choose, string? Kept, ImmutableArray<Filter> Keep) : Condition;

public enum CountBy
{
    /// <summary>VTMs; a product whose VTM is not known counts as itself.</summary>
    Substance,

    /// <summary>VMPs; an AMP whose VMP is not known counts as itself.</summary>
    Product,
}

public enum Comparison
{
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    Equal,
}

/// <summary><c>count of distinct medicines except appliances by substance issued in last 6 months >= 10</c></summary>
/// <param name="Set">The code set that is counted; null counts every medicine.</param>
/// <param name="Except">Code sets that are not counted.</param>
/// <param name="By">What makes two medicines one.</param>
/// <param name="Window">When issued; null counts what is on repeat.</param>
/// <param name="Comparison">How the count compares.</param>
/// <param name="Limit">With what.</param>
public sealed record CountTest(string? Set, ImmutableArray<string> Except, CountBy By, Window? Window, Comparison Comparison, int Limit) : Condition;

/// <summary>
/// A course of a medicine began in the window: an issue in it, and none in the gap before it. Only the cohorts of procedures have it. For somebody who
/// takes the medicine it says when the present course began, where the window ends on the reference date (language §7).
/// </summary>
/// <param name="Drug">The medicine.</param>
/// <param name="Gap">Without an issue for so long, the next issue begins a course: the day of the issue minus the gap counts as before it.</param>
/// <param name="Window">When the course began: in last, or since so long ago.</param>
public sealed record CourseBeganTest(string Drug, Duration Gap, Window Window) : Condition;

/// <summary>The last course of a medicine began in the window, and a test was not recorded within a time before that day (nor on it). Only the cohorts of procedures have it.</summary>
public sealed record NoBaselineTest(string Drug, Duration Gap, Window Window, string Test, Duration Within) : Condition;
