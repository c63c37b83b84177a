using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Emit.Sql;

/// <summary>
/// A select over patients (alias <c>p</c>), or over the records of a measure (alias <c>s</c>, with its patient as <c>p</c>), and the subqueries that it joins to
/// ask whether a condition holds. An expression is true or false of each row, and never unknown.
/// </summary>
internal sealed class SqlConditions(SqlParts parts, string? each, Func<string, string?> cohort)
{
    private readonly SqlTests tests = new(parts, new SqlRecords(parts, each));
    private readonly List<string> joins = [];
    private readonly HashSet<string> joined = new(StringComparer.Ordinal);

    /// <summary>What the select is from, with all that its expressions need.</summary>
    public string From => string.Join('\n', joins.Prepend(each is null ? "from patients p" : $"from {each} s\njoin patients p on p.patient = s.patient"));

    public string Of(Condition condition) => condition switch
    {
        AllOf all => Joined(" and ", all.Operands, "true"),
        AnyOf any => Joined(" or ", any.Operands, "false"),
        Not not => $"not {Of(not.Operand)}",
        Unreadable => "false",
        AgeTest age => $"({SqlWindows.Contains(parts, age.Range, "p.born")})",
        BornTest born => Born(born),
        SexTest sex => $"(p.sex = '{sex.Sex.ToString().ToLowerInvariant()}')",
        RegisteredForTest test => $"({SqlRecords.IsInForce(parts, "p")} and {SqlWindows.Contains(parts, test.Range, "p.registered_since")})",
        RegisteredAtAgeTest test => $"({SqlRecords.IsInForce(parts, "p")} and {SqlWindows.Contains(parts, test.Range, "p.born", "p.registered_since")})",
        InCohortTest test => IsIn(test.FullName),
        HappenedTest { Times.Count: <= 0 } => "true",
        HappenedTest test => Is(tests.Happened(test)),
        NoSuchTest test => NoSuch(test),
        OnRepeatTest test => Is(tests.OnRepeat(test.Sets, test)),
        NotOnRepeatTest test => $"not {Is(tests.OnRepeat([test.Set], test))}",
        IssuedTogetherTest test => Is(tests.IssuedTogether(test)),
        ValueTest test => Is(tests.Value(test)),
        ChangeTest test => Is(tests.Change(test)),
        StatusTest test => Is(tests.Status(test)),
        CountTest test => HoldsOfNone(test) ? $"not {Is(tests.Count(test, false))}" : Is(tests.Count(test, true)),
        CourseBeganTest test => Is(tests.CourseBegan(test)),
        NoBaselineTest test => Is(tests.NoBaseline(test)),
        _ => throw new System.Diagnostics.UnreachableException($"No SQL for {condition}"),
    };

    public string Of(Population population) => population switch
    {
        Registered => $"({SqlRecords.IsInForce(parts, "p")} and (p.died is null or p.died > {parts.On}))",
        Everyone => "true",
        OfCohort of => IsIn(of.FullName),
        _ => throw new System.Diagnostics.UnreachableException($"No SQL for {population}"),
    };

    private string IsIn(string name) => cohort(name) is { } found ? Is(new SqlRelation(found, false)) : "false";

    private string NoSuch(NoSuchTest test)
    {
        var none = $"not {Is(tests.Any([test.Set], test.How, test.Filters, test))}";
        if (test.Filters.AnchorOf() is not { } anchor) return none;
        return tests.WithAnchor(anchor) is { } there ? $"({Is(there)} and {none})" : "false";
    }

    private string Born(BornTest born)
    {
        var ends = new[] { born.From is { } from ? $"p.born >= {parts.Day(from)}" : null, born.To is { } to ? $"p.born <= {parts.Day(to)}" : null }.OfType<string>();
        return $"({string.Join(" and ", ends.DefaultIfEmpty("true"))})";
    }

    /// <summary>The comparison holds of those who have none of the medicines.</summary>
    private static bool HoldsOfNone(CountTest test) => test.Comparison switch
    {
        Comparison.AtLeast => test.Limit <= 0,
        Comparison.MoreThan => test.Limit < 0,
        Comparison.AtMost => test.Limit >= 0,
        Comparison.LessThan => test.Limit > 0,
        _ => test.Limit == 0,
    };

    private string Joined(string word, ImmutableArray<Condition> operands, string none) => $"({string.Join(word, operands.Select(Of).DefaultIfEmpty(none))})";

    private string Is(SqlRelation relation)
    {
        if (joined.Add(relation.Name))
            joins.Add($"left join {relation.Name} on {relation.Name}.patient = p.patient{(relation.IsPerRecord ? $" and {relation.Name}.it = s.it" : "")}");
        return $"({relation.Name}.patient is not null)";
    }
}
