using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Sql;

/// <summary>How one database writes what databases write differently: literals, days moved by a duration, a code among codes.</summary>
public abstract record SqlDialect
{
    private protected SqlDialect()
    {
    }

    /// <summary>PostgreSQL 13 and later: what is run and tested.</summary>
    public static SqlDialect Postgres { get; } = new PostgresDialect();

    /// <summary>Spark SQL 3.4 and later, with literals: text to hand over, which is not run here.</summary>
    public static SqlDialect Spark { get; } = new SparkDialect();

    /// <summary>A column of days moved by a duration: months and years keep the day of the month, or take the last day of a shorter month.</summary>
    internal abstract string Moved(string day, Duration duration, int sign);

    internal abstract string Literal(SqlValue value);

    /// <summary>A column is one of the codes that a marker or literal stands for.</summary>
    internal abstract string IsIn(string column, string codes);

    /// <summary>An amount that is multiplied by another column, without losing digits that matter.</summary>
    internal virtual string Factor(string amount) => amount;

    /// <summary>The marker of a parameter that has a number.</summary>
    internal abstract string Marker(SqlValue value, int number);

    private protected static string Day(DateOnly day) => $"date '{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'";

    /// <summary>Codes joined by commas, some to a line.</summary>
    private protected static string Joined(ImmutableArray<long> codes)
    {
        var text = new StringBuilder();
        for (var i = 0; i < codes.Length; i++)
            text.Append(i == 0 ? "" : i % 6 == 0 ? ",\n        " : ", ").Append(CultureInfo.InvariantCulture, $"{codes[i]}");
        return text.ToString();
    }

    private protected static int Months(Duration duration) => duration.Unit == DurationUnit.Years ? duration.Count * 12 : duration.Count;

    private protected static int? Days(Duration duration) => duration.Unit switch { DurationUnit.Days => duration.Count, DurationUnit.Weeks => duration.Count * 7, _ => null };

    private sealed record PostgresDialect : SqlDialect
    {
        internal override string Moved(string day, Duration duration, int sign)
        {
            var mark = sign < 0 ? '-' : '+';
            return Days(duration) is { } days
                ? string.Create(CultureInfo.InvariantCulture, $"({day} {mark} {days})")
                : string.Create(CultureInfo.InvariantCulture, $"({day} {mark} interval '{Months(duration)} months')::date");
        }

        internal override string Literal(SqlValue value) => value switch
        {
            DayValue day => Day(day.Day),
            CodesValue codes => $"array[{Joined(codes.Codes)}]::bigint[]",
            NumberValue number => number.Text.StartsWith('-') ? $"({number.Text})" : number.Text,
            TextValue text => $"'{text.Text.Replace("\0", "", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'",
            _ => throw new System.Diagnostics.UnreachableException($"No literal for {value}"),
        };

        internal override string IsIn(string column, string codes) => $"{column} = any ({codes})";

        internal override string Marker(SqlValue value, int number) =>
            $"${number.ToString(CultureInfo.InvariantCulture)}{(value is NumberValue ? "::numeric" : "")}";
    }

    private sealed record SparkDialect : SqlDialect
    {
        internal override string Moved(string day, Duration duration, int sign) => Days(duration) is { } days
            ? string.Create(CultureInfo.InvariantCulture, $"date_add({day}, {sign * days})")
            : string.Create(CultureInfo.InvariantCulture, $"add_months({day}, {sign * Months(duration)})");

        /// <summary>A backslash escapes within Spark's literals.</summary>
        internal override string Literal(SqlValue value) => value switch
        {
            DayValue day => Day(day.Day),
            CodesValue codes => Joined(codes.Codes),
            NumberValue number => $"{(number.Text.StartsWith('-') ? $"({number.Text}" : number.Text)}BD{(number.Text.StartsWith('-') ? ")" : "")}",
            TextValue text => $"'{text.Text.Replace("\0", "", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'",
            _ => throw new System.Diagnostics.UnreachableException($"No literal for {value}"),
        };

        /// <summary>A product of Spark has 38 digits in all: of shorter factors it keeps 13 after the point.</summary>
        internal override string Factor(string amount) => $"cast({amount} as decimal(31, 18))";

        internal override string IsIn(string column, string codes) => codes.Length == 0 ? "false" : $"{column} in ({codes})";

        internal override string Marker(SqlValue value, int number) => Literal(value);
    }
}
