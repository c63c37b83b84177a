using System.CommandLine;
using System.Globalization;
using Npgsql;
using PcnMedOpt.Data.Columns;
using PcnMedOpt.Data.Extracts;
using PcnMedOpt.Tool.Databases;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt load</c>: an extract into the tables of a database.</summary>
internal static class LoadCommand
{
    public static Command Make()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder of the extract: patients.csv, events.csv, medications.csv." };
        var to = new Option<string>("--to") { Description = "The database: postgres://user@host:5432/name. A password is better in PGPASSWORD or a password file.", Required = true };
        var command = new DocumentedCommand("load", "Load an extract into the tables of a PostgreSQL database, all of it or nothing.", "medopt load extract --to postgres://me@db.example/network") { folder, to };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output =>
        {
            var address = DatabaseAddress.Read(parsed.GetValue(to) ?? "");
            var index = ExtractReader.Read(parsed.GetValue(folder) ?? "");
            var loaded = DatabaseWork.Run(address, async cancel =>
            {
                await using var connection = new NpgsqlConnection(address.ConnectionString);
                await connection.OpenAsync(cancel);
                return await DatabaseLoader.Load(connection, new IndexRows(index), cancel);
            });
            foreach (var fault in index.Faults)
                output.Say(string.Create(CultureInfo.InvariantCulture, $"{fault.File}: {fault.Kind}: {fault.Rows:N0} rows; {fault.Effect}{(fault.Examples.IsEmpty ? "" : $" ({string.Join("; ", fault.Examples)})")}."));
            foreach (var sentence in loaded.Said) output.Say(sentence);
            return CommandLine.Fine;
        }));
        return command;
    }
}
