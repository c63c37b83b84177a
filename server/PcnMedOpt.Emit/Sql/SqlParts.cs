using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Emit.Sql;

/// <summary>What a statement is made for.</summary>
/// <param name="Dialect">How it is written.</param>
/// <param name="Inline">Values stand in the text as literals, so that it can be handed over; else they are parameters.</param>
/// <param name="CodesOf">The codes of a code set: those that are known to be in it. Null for just these.</param>
public sealed record SqlOptions(SqlDialect Dialect, bool Inline = false, Func<ResolvedCodeSet, IEnumerable<long>>? CodesOf = null);

/// <summary>The parts of one statement as they come together: named subqueries, of which no two are the same, and the values that it is given.</summary>
internal sealed class SqlParts(ProjectModel project, DateOnly reference, SqlOptions options)
{
    private const int LongestName = 48;

    private readonly List<(string Name, string? Comment, string Body)> subqueries = [];
    private readonly Dictionary<string, string> nameOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal) { "patients", "events", "issues", "repeats" };
    private readonly Dictionary<string, int> numberOf = new(StringComparer.Ordinal);
    private readonly SortedSet<string> incomplete = new(StringComparer.Ordinal);
    private readonly ImmutableArray<SqlValue>.Builder values = ImmutableArray.CreateBuilder<SqlValue>();
    private bool hasMedicinesByCode;

    public ProjectModel Project => project;

    public DateOnly Reference => reference;

    public SqlDialect Dialect => options.Dialect;

    /// <summary>The reference date.</summary>
    public string On => Day(reference);

    public string Day(DateOnly day) => Value(new DayValue(day));

    public string Text(string text) => Value(new TextValue(text));

    public string Number(string number) => Value(new NumberValue(number));

    /// <summary>From now on the statement says that it counts medicines by their identifiers.</summary>
    public void CountsMedicinesByCode() => hasMedicinesByCode = true;

    /// <summary>A column is a code of the sets, without those of others: a record counts for the first set that it is in.</summary>
    public string IsIn(string column, IEnumerable<string> sets, IEnumerable<string>? without = null)
    {
        var codes = sets.SelectMany(CodesOf).Except((without ?? []).SelectMany(CodesOf)).Distinct().Order();
        return Dialect.IsIn(column, Value(new CodesValue([.. codes])));
    }

    public string Moved(string day, Duration duration, int sign) => Dialect.Moved(day, duration, sign);

    /// <summary>The name of a subquery; one that was there already keeps its name.</summary>
    /// <param name="wish">What it is called where nothing else is called so.</param>
    /// <param name="body">Its text.</param>
    /// <param name="comment">What it finds, in words.</param>
    public string Named(string wish, string body, string? comment = null)
    {
        if (nameOf.TryGetValue(body, out var known)) return known;
        var stem = wish.Replace('.', '_');
        if (stem.Length > LongestName) stem = stem[..LongestName];
        var name = stem;
        for (var i = 2; !names.Add(name); i++) name = string.Create(CultureInfo.InvariantCulture, $"{stem}_{i}");
        nameOf.Add(body, name);
        subqueries.Add((name, comment, body));
        return name;
    }

    /// <summary>The statement whose last select is given.</summary>
    public SqlStatement Statement(string select)
    {
        var text = new StringBuilder();
        for (var i = 0; i < subqueries.Count; i++)
        {
            text.Append(i == 0 ? "with\n" : ",\n");
            if (subqueries[i].Comment is { } comment) text.Append("-- ").Append(OneLine(comment)).Append('\n');
            text.Append(subqueries[i].Name).Append(" as (\n  ").Append(subqueries[i].Body.Replace("\n", "\n  ", StringComparison.Ordinal)).Append("\n)");
        }
        if (subqueries.Count > 0) text.Append('\n');
        return new SqlStatement(text.Append(select).Append('\n').ToString(), values.ToImmutable(), new Caveats([.. incomplete], hasMedicinesByCode));
    }

    /// <summary>A text that cannot leave its comment: no ends of lines, nothing that cannot be seen.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));

    private IEnumerable<long> CodesOf(string name)
    {
        var set = project.CodeSet(name);
        if (set is null or { IsIncomplete: true }) incomplete.Add(name);
        return set is null ? [] : options.CodesOf?.Invoke(set) ?? set.Codes;
    }

    private string Value(SqlValue value)
    {
        if (options.Inline) return Dialect.Literal(value);
        var key = SqlDialect.Postgres.Literal(value);
        if (!numberOf.TryGetValue(key, out var number))
        {
            values.Add(value);
            numberOf[key] = number = values.Count;
        }
        return Dialect.Marker(value, number);
    }
}
