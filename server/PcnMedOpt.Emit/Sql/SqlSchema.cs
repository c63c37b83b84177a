namespace PcnMedOpt.Emit.Sql;

/// <summary>
/// The four tables that statements look at (docs/sql.md). Units are read and results classed when data is loaded: the database sees the number, its UCUM unit, and
/// whether it is usable.
/// </summary>
public static class SqlSchema
{
    /// <summary>The tables of PostgreSQL, and the indexes that statements use.</summary>
    public const string Postgres = """
        -- A patient of one practice. A patient without registered_since is not registered.
        create table patients (
          patient bigint not null,
          practice text not null,
          born date not null,
          died date,
          sex text not null check (sex in ('female', 'male', 'indeterminate', 'unknown')),
          registered_since date,
          registered_until date
        );

        -- A dated coded entry. usable: null for an entry without a result; false for a result that is no number or has an unknown unit.
        -- amount / per is the number in the base units of its kind, exactly; per is 1 wherever amount is a decimal of finite length.
        create table events (
          patient bigint not null,
          day date not null,
          code bigint not null,
          episode text not null check (episode in ('unmarked', 'first', 'new', 'review', 'ended', 'flare')),
          usable boolean,
          comparator text check (comparator in ('<', '<=', '>', '>=')),
          number numeric,
          unit text,
          kind text,
          amount numeric,
          per numeric
        );

        -- An issue of a medicine by the practice.
        create table issues (
          patient bigint not null,
          day date not null,
          code bigint not null,
          episode text not null check (episode in ('unmarked', 'first', 'new', 'review', 'ended', 'flare'))
        );

        -- A medicine on the repeat list. until is the day on which it ended.
        create table repeats (
          patient bigint not null,
          since date not null,
          until date,
          code bigint not null
        );

        """;

    /// <summary>What is made after the tables are filled.</summary>
    public const string PostgresIndexes = """
        create unique index patients_patient on patients (patient);
        create index events_code on events (code, patient, day);
        create index issues_code on issues (code, patient, day);
        create index issues_day on issues (day);
        create index repeats_code on repeats (code, patient);

        """;

    /// <summary>The same tables for Spark, with decimals as long as Spark has them.</summary>
    public const string Spark = """
        -- Not run by us: see docs/sql.md.
        create table patients (patient bigint, practice string, born date, died date, sex string, registered_since date, registered_until date);
        create table events (patient bigint, day date, code bigint, episode string, usable boolean, comparator string, number decimal(38, 12), unit string, kind string, amount decimal(38, 18), per decimal(10, 0));
        create table issues (patient bigint, day date, code bigint, episode string);
        create table repeats (patient bigint, since date, until date, code bigint);

        """;

    public static string Of(SqlDialect dialect) => dialect == SqlDialect.Spark ? Spark : $"{Postgres}{PostgresIndexes}";
}
