using System.Globalization;
using System.Numerics;
using Npgsql;
using NpgsqlTypes;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Data.Columns;
using PcnMedOpt.Emit.Sql;

namespace PcnMedOpt.Tool.Databases;

/// <summary>What was loaded, and what of it cannot be used.</summary>
public sealed record LoadedCounts(long Patients, long Events, long Issues, long Repeats, long Undated, long NoNumber, long UnknownUnit)
{
    public static LoadedCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>In sentences; what cannot be used is always said.</summary>
    public IEnumerable<string> Said =>
    [
        string.Create(CultureInfo.InvariantCulture, $"Loaded {Patients:N0} patients, {Events:N0} events, {Issues:N0} issues and {Repeats:N0} repeats."),
        string.Create(CultureInfo.InvariantCulture, $"Not loaded: {Undated:N0} records without a date."),
        string.Create(CultureInfo.InvariantCulture, $"Loaded as not usable: {NoNumber:N0} results that are no number, {UnknownUnit:N0} results with an unknown unit."),
    ];
}

/// <summary>Fills the tables of <see cref="SqlSchema"/> by binary COPY, in one transaction: all of it is there afterwards, or nothing is changed.</summary>
public static class DatabaseLoader
{
    /// <summary>Makes the tables, which must not be there, and fills them.</summary>
    public static async Task<LoadedCounts> Load(NpgsqlConnection connection, IDataRows rows, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await Run(connection, SqlSchema.Postgres, cancel);
        var counts = await Fill(connection, rows, cancel);
        await Run(connection, $"{SqlSchema.PostgresIndexes}analyze patients, events, issues, repeats;", cancel);
        await transaction.CommitAsync(cancel);
        return counts;
    }

    /// <summary>Fills tables that are there.</summary>
    public static async Task<LoadedCounts> Fill(NpgsqlConnection connection, IDataRows rows, CancellationToken cancel)
    {
        var counts = LoadedCounts.None;
        counts = counts with { Patients = await Patients(connection, rows, cancel) };
        counts = await Events(connection, rows, counts, cancel);
        counts = await Issues(connection, rows, counts, cancel);
        return counts with { Repeats = await Repeats(connection, rows, cancel) };
    }

    private static async Task Run(NpgsqlConnection connection, string text, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<long> Patients(NpgsqlConnection connection, IDataRows rows, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy patients (patient, practice, born, died, sex, registered_since, registered_until) from stdin (format binary)", cancel);
        long count = 0;
        foreach (var row in rows.Patients)
        {
            cancel.ThrowIfCancellationRequested();
            copy.StartRow();
            copy.Write(row.Patient, NpgsqlDbType.Bigint);
            copy.Write(row.Practice, NpgsqlDbType.Text);
            copy.Write(row.Born, NpgsqlDbType.Date);
            Day(copy, row.Died);
            copy.Write(row.Sex.ToString().ToLowerInvariant(), NpgsqlDbType.Text);
            Day(copy, row.RegisteredSince);
            Day(copy, row.RegisteredUntil);
            count++;
        }
        await copy.CompleteAsync(cancel);
        return count;
    }

    private static async Task<LoadedCounts> Events(NpgsqlConnection connection, IDataRows rows, LoadedCounts counts, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy events (patient, day, code, episode, usable, comparator, number, unit, kind, amount, per) from stdin (format binary)", cancel);
        var (loaded, undated, noNumber, unknownUnit) = (0L, 0L, 0L, 0L);
        var known = new Dictionary<ResultValue, ClassedResult>();
        foreach (var row in rows.Events)
        {
            if (row.Day is not { } day)
            {
                undated++;
                continue;
            }
            cancel.ThrowIfCancellationRequested();
            var result = row.Result is null ? null : Classed(row.Result, known);
            if (result is { IsUsable: false, Number: null }) noNumber++;
            else if (result is { IsUsable: false }) unknownUnit++;
            copy.StartRow();
            copy.Write(row.Patient, NpgsqlDbType.Bigint);
            copy.Write(day, NpgsqlDbType.Date);
            copy.Write(row.Code, NpgsqlDbType.Bigint);
            copy.Write(Word(row.Episode), NpgsqlDbType.Text);
            Result(copy, result);
            loaded++;
        }
        await copy.CompleteAsync(cancel);
        return counts with { Events = loaded, Undated = counts.Undated + undated, NoNumber = noNumber, UnknownUnit = unknownUnit };
    }

    private static async Task<LoadedCounts> Issues(NpgsqlConnection connection, IDataRows rows, LoadedCounts counts, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy issues (patient, day, code, episode) from stdin (format binary)", cancel);
        var (loaded, undated) = (0L, 0L);
        foreach (var row in rows.Issues)
        {
            if (row.Day is not { } day)
            {
                undated++;
                continue;
            }
            cancel.ThrowIfCancellationRequested();
            copy.StartRow();
            copy.Write(row.Patient, NpgsqlDbType.Bigint);
            copy.Write(day, NpgsqlDbType.Date);
            copy.Write(row.Code, NpgsqlDbType.Bigint);
            copy.Write(Word(row.Episode), NpgsqlDbType.Text);
            loaded++;
        }
        await copy.CompleteAsync(cancel);
        return counts with { Issues = loaded, Undated = counts.Undated + undated };
    }

    private static async Task<long> Repeats(NpgsqlConnection connection, IDataRows rows, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy repeats (patient, since, until, code) from stdin (format binary)", cancel);
        long count = 0;
        foreach (var row in rows.Repeats)
        {
            cancel.ThrowIfCancellationRequested();
            copy.StartRow();
            copy.Write(row.Patient, NpgsqlDbType.Bigint);
            copy.Write(row.Since, NpgsqlDbType.Date);
            Day(copy, row.Until);
            copy.Write(row.Code, NpgsqlDbType.Bigint);
            count++;
        }
        await copy.CompleteAsync(cancel);
        return count;
    }

    /// <summary>Results repeat themselves: each is classed once.</summary>
    private static ClassedResult Classed(ResultValue result, Dictionary<ResultValue, ClassedResult> known)
    {
        const int most = 200_000;
        if (known.TryGetValue(result, out var classed)) return classed;
        if (known.Count == most) known.Clear();
        return known[result] = ClassedResult.Of(result);
    }

    private static void Result(NpgsqlBinaryImporter copy, ClassedResult? result)
    {
        if (result is null) copy.WriteNull();
        else copy.Write(result.IsUsable, NpgsqlDbType.Boolean);
        Text(copy, result?.Comparator);
        Number(copy, result?.Number);
        Text(copy, result?.Unit);
        Text(copy, result?.Kind);
        if (result?.LongAmount is { } amount) copy.Write(amount, NpgsqlDbType.Numeric);
        else Number(copy, result?.Amount);
        if (result?.Per is { } per) copy.Write<BigInteger>(per, NpgsqlDbType.Numeric);
        else copy.WriteNull();
    }

    private static void Day(NpgsqlBinaryImporter copy, DateOnly? day)
    {
        if (day is { } known) copy.Write(known, NpgsqlDbType.Date);
        else copy.WriteNull();
    }

    private static void Text(NpgsqlBinaryImporter copy, string? text)
    {
        if (text is null) copy.WriteNull();
        else copy.Write(text, NpgsqlDbType.Text);
    }

    private static void Number(NpgsqlBinaryImporter copy, decimal? number)
    {
        if (number is { } known) copy.Write(known, NpgsqlDbType.Numeric);
        else copy.WriteNull();
    }

    private static string Word(Core.Model.Conditions.Episode episode) => episode.ToString().ToLowerInvariant();
}
