using System.Collections.Immutable;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core;

/// <summary>A value that the project sets for a parameter, as it is written, and where.</summary>
public sealed record ParameterSetting(string Text, TextSpan Span);

/// <summary>The severity that the project gives a rule, and where it says so.</summary>
public sealed record RuleSetting(Severity Severity, TextSpan Span);

/// <summary>A path of the project, with forward slashes, and where it stands.</summary>
public sealed record PathSetting(string Path, TextSpan Span);

/// <summary>
/// What medopt.json says. It is read where JSON is (the program), and handed in with the findings about its text, so that a compilation
/// needs no JSON.
/// </summary>
public sealed record ProjectSettings(
    string Text,
    string? Name,
    string? Organisation,
    ImmutableSortedDictionary<string, ParameterSetting> Parameters,
    string? EmisCodes,
    string? Terminology,
    ImmutableSortedDictionary<string, RuleSetting> Rules,
    string? Templates,
    ImmutableArray<Diagnostic> Findings)
{
    /// <summary>The settings that are paths of the project, by their key, and where each path stands, without its quotation marks.</summary>
    public ImmutableSortedDictionary<string, PathSetting> Paths { get; init; } = ImmutableSortedDictionary<string, PathSetting>.Empty;

    /// <summary>After so many days a lock of codes is old; three months where the settings say nothing.</summary>
    public int LockDays { get; init; } = 90;

    /// <summary>The name of the settings file at the root of a project.</summary>
    public const string FileName = "medopt.json";

    public static readonly ProjectSettings None = new(
        "{}", null, null, ImmutableSortedDictionary<string, ParameterSetting>.Empty, null, null, ImmutableSortedDictionary<string, RuleSetting>.Empty, null, []);
}
