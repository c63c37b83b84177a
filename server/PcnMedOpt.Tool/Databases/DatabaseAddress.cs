using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Databases;

/// <summary>
/// Where a database is: <c>postgres://user@host:5432/name</c>. A password is better left to <c>PGPASSWORD</c> or a password file, and is in no message.
/// </summary>
public sealed partial class DatabaseAddress
{
    private readonly NpgsqlConnectionStringBuilder settings;

    private DatabaseAddress(NpgsqlConnectionStringBuilder settings) => this.settings = settings;

    public string ConnectionString => settings.ConnectionString;

    public static bool IsOne(string text) => text.StartsWith("postgres://", StringComparison.Ordinal) || text.StartsWith("postgresql://", StringComparison.Ordinal);

    /// <exception cref="UsageException">The address cannot be read. The message does not hold it.</exception>
    public static DatabaseAddress Read(string text)
    {
        if (!IsOne(text) || Parts().Match(text) is not { Success: true } found) throw new UsageException("The address of the database cannot be read. Write it as postgres://user@host:5432/name.");
        string? Part(string name) => found.Groups[name] is { Success: true, Value: { Length: > 0 } value } ? Uri.UnescapeDataString(value) : null;
        var settings = new NpgsqlConnectionStringBuilder { ApplicationName = "medopt", Timeout = 15, CommandTimeout = 0, Pooling = false };
        if (Part("host") is { } host) settings.Host = host;
        if (Part("port") is { } port) settings.Port = int.Parse(port, CultureInfo.InvariantCulture);
        if (Part("name") is { } name) settings.Database = name;
        if (Part("user") is { } user) settings.Username = user;
        if (Part("password") is { } password) settings.Password = password;
        foreach (var part in found.Groups["options"].Value.Split('&', StringSplitOptions.RemoveEmptyEntries)) Set(settings, part.Split('=', 2));
        if (string.IsNullOrEmpty(settings.Host)) throw new UsageException("The address of the database names no host. Write it as postgres://user@host:5432/name, or give the folder of a socket as ?host=/run/postgresql.");
        return new DatabaseAddress(settings);
    }

    /// <summary>Without its password: for messages.</summary>
    public override string ToString() => $"postgres://{(string.IsNullOrEmpty(settings.Username) ? "" : $"{settings.Username}@")}{settings.Host}:{settings.Port}/{settings.Database}";

    private static void Set(NpgsqlConnectionStringBuilder settings, string[] option)
    {
        var value = option.Length > 1 ? Uri.UnescapeDataString(option[1]) : "";
        switch (option[0])
        {
            case "host": settings.Host = value; break;
            case "user": settings.Username = value; break;
            case "port" when int.TryParse(value, CultureInfo.InvariantCulture, out var port): settings.Port = port; break;
            case "sslmode" when Enum.TryParse<SslMode>(value.Replace("-", "", StringComparison.Ordinal), true, out var mode): settings.SslMode = mode; break;
            case "sslrootcert": settings.RootCertificate = value; break;
            case "search_path" or "schema": settings.SearchPath = value; break;
            default: throw new UsageException($"The address of the database has the option '{option[0]}', which is not known or has no such value: host, port, user, schema, sslmode, sslrootcert.");
        }
    }

    /// <summary>The parts of an address; a host may be missing, for a socket that an option names.</summary>
    [GeneratedRegex(@"^[a-z]+://(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?(?<host>\[[^\]]+\]|[^:@/?]*)(?::(?<port>\d{1,5}))?(?:/(?<name>[^?]*))?(?:\?(?<options>.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
